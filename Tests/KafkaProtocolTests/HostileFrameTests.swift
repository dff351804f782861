import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

/// Frames that are cut short or altered are read or refused; they never trap and never take memory without bound.
@Suite struct HostileFrameTests {
    /// One frame of each API, kind and flexibility, the shorter ones.
    private func sample() throws -> [GoldenFrame] {
        var chosen: [String: GoldenFrame] = [:]
        for frame in try GoldenFrame.load() {
            let isFlexible = frame.messageType?.isFlexible(frame.version) ?? false
            let key = "\(frame.name) \(isFlexible)"
            if frame.body.readableBytes > 400 { continue }
            if frame.body.readableBytes > chosen[key]?.body.readableBytes ?? 0 { chosen[key] = frame }
        }
        return chosen.sorted { $0.key < $1.key }.map(\.value)
    }

    @Test func everyPrefixIsAnError() throws {
        let frames = try sample()
        #expect(frames.count > 250)
        for frame in frames {
            let type = try #require(frame.messageType)
            for length in 0..<frame.body.readableBytes {
                let prefix = try #require(frame.body.getSlice(at: 0, length: length))
                #expect(throws: WireError.self, "\(frame.label) cut to \(length)") {
                    try decode(type, prefix, frame.version)
                }
            }
        }
    }

    @Test func alteredBytesAreReadOrRefused() throws {
        var state: UInt64 = 42
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        let edges: [UInt8] = [0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF]
        var refused = 0
        for frame in try sample() {
            let type = try #require(frame.messageType)
            for _ in 0..<40 {
                var bytes = frame.body
                let at = next() % bytes.readableBytes
                // Runs of equal bytes make long varints and huge or negative lengths.
                let run = min(1 + next() % 6, bytes.readableBytes - at)
                bytes.setRepeatingByte(edges[next() % edges.count], count: run, at: at)
                do {
                    try decode(type, bytes, frame.version)
                } catch is WireError {
                    refused += 1
                }
            }
        }
        #expect(refused > 1000)
    }

    private func decode<M: WireMessage>(_: M.Type, _ bytes: ByteBuffer, _ version: Int16) throws {
        _ = try bytes.decodeMessage(M.self, version: version)
    }
}
