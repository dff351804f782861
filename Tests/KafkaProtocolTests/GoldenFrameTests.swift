import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

/// What Kafka wrote is read to its last byte and written again the same.
@Suite struct GoldenFrameTests {
    @Test func everyFrameComesBackByteForByte() throws {
        let frames = try GoldenFrame.load()
        #expect(frames.count == 1208)
        for frame in frames {
            let type = try #require(frame.messageType, "\(frame.label)")
            #expect(throws: Never.self, "\(frame.label)") { try check(type, frame) }
        }
    }

    private func check<M: WireMessage>(_: M.Type, _ frame: GoldenFrame) throws {
        var input = frame.body
        let message = try input.readMessage(M.self, version: frame.version)
        #expect(input.readableBytes == 0, "\(frame.label)")
        var output = ByteBuffer()
        try output.writeMessage(message, version: frame.version, capacityHint: 16)
        #expect(output == frame.body, "\(frame.label)")
    }

    @Test func headerVersionsAreThoseOfKafka() throws {
        for frame in try GoldenFrame.load() {
            #expect(frame.apiKey.requestHeaderVersion(frame.version) == frame.requestHeaderVersion, "\(frame.label)")
            #expect(frame.apiKey.responseHeaderVersion(frame.version) == frame.responseHeaderVersion, "\(frame.label)")
        }
    }

    @Test func everyVersionOfKafka43IsThere() throws {
        var seen: [ApiKey: Set<Int16>] = [:]
        for frame in try GoldenFrame.load() { seen[frame.apiKey, default: []].insert(frame.version) }
        for key in ApiKey.all {
            #expect(Set(key.kafka43Versions.map(Array.init) ?? []) == seen[key] ?? [], "\(key)")
        }
    }
}
