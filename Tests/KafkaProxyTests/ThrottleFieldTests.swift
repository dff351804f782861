import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaProxy

@Suite("Telling clients for how long they are held back")
struct ThrottleFieldTests {
    /// The versions of an API's answer that have the field, as the specifications of the protocol say.
    private static func versions(_ key: ApiKey) -> ClosedRange<Int16>? {
        MessageType(api: key, kind: .response)?.fields.first { $0.name == "throttleTimeMs" }?.versions
    }

    private static func frame(
        _ message: any ThrottledResponse, _ milliseconds: Int32, _ key: ApiKey, _ version: Int16
    ) throws -> ByteBuffer {
        var message = message
        message.throttleTimeMs = milliseconds
        return try FilteredFrames.answer(message, apiKey: key, version: version, correlationId: 5)
    }

    @Test("Every answer with the field has a rule for where it lies, and no other", arguments: ApiKey.all)
    func everyApi(_ key: ApiKey) throws {
        let having = Self.versions(key)
        for version in try #require(key.validVersions) {
            let name = "\(key.name) \(version)"
            let field = ThrottleField(key, version: version)
            #expect((field != nil) == (having?.contains(version) == true), "\(name)")
            let sample = try SampleMessages.response(key, version) { _, _ in "sample" }
            guard field != nil else {
                let frame = try FilteredFrames.answer(sample, apiKey: key, version: version, correlationId: 5)
                #expect(ThrottleField.telling(900, frame, apiKey: key, version: version) == frame, "\(name)")
                continue
            }
            let message = try #require(sample as? any ThrottledResponse, "\(name)")
            let plain = try Self.frame(message, 0, key, version)
            let held = try Self.frame(message, 900, key, version)
            let longer = try Self.frame(message, 1_000_000, key, version)
            #expect(ThrottleField.telling(900, plain, apiKey: key, version: version) == held, "\(name)")
            #expect(ThrottleField.telling(900, longer, apiKey: key, version: version) == longer, "\(name)")
            guard case .after? = field else { continue }
            let note = try #require(ThrottleNote(900, key, version: version))
            #expect(note.reach <= plain.readableBytes, "\(name)")
            #expect(note.index(in: plain) == note.reach - 4, "\(name)")
            let short = try #require(plain.getSlice(at: 0, length: note.reach - 1))
            #expect(note.index(in: short) == nil, "\(name)")
        }
        #expect(ThrottleField(key, version: (key.validVersions?.upperBound ?? 0) + 1) == nil)
    }

    @Test("A header with tagged fields moves the field, and none is looked for behind the end")
    func taggedHeader() {
        // A field 9 of two bytes in the header; then the time, an error and no fields.
        let head: [UInt8] = [0, 0, 0, 16, 0, 0, 0, 3, 1, 9, 2, 0xAA, 0xBB]
        let frame = ByteBuffer(bytes: head + [0, 0, 0, 0, 0, 27, 0])
        let told = ByteBuffer(bytes: head + [0, 0, 0, 70, 0, 27, 0])
        #expect(ThrottleField.telling(70, frame, apiKey: .heartbeat, version: 4) == told)
        let short = ByteBuffer(bytes: [0, 0, 0, 5, 0, 0, 0, 3, 0])
        #expect(ThrottleField.telling(70, short, apiKey: .heartbeat, version: 4) == short)
    }

    @Test("An answer in version 0 to an ApiVersions of another is left as it is")
    func refusedApiVersions() throws {
        let refusal = ApiVersionsResponse(
            errorCode: ErrorCode.unsupportedVersion.rawValue,
            apiKeys: [.init(apiKey: 18, minVersion: 0, maxVersion: 4)])
        let frame = try FilteredFrames.answer(refusal, apiKey: .apiVersions, version: 0, correlationId: 1)
        #expect(ThrottleField.telling(70, frame, apiKey: .apiVersions, version: 4) == frame)
    }

    @Test(
        "An answer that leaves in pieces is told from its beginning on, and nothing else of it changes",
        arguments: [1, 2, 7, 12, 13, 20, 5000], [ApiKey.fetch, .heartbeat, .offsetDelete])
    func pieces(step: Int, _ key: ApiKey) throws {
        let version: Int16 = key == .fetch ? 17 : key == .heartbeat ? 4 : 0
        for host in [nil, "b"] as [String?] {
            let sample: any ResponseMessage =
                try key == .fetch
                ? SampleFetch.response(endpointHost: host) : SampleMessages.response(key, version) { _, _ in "t" }
            let message = try #require(sample as? any ThrottledResponse)
            let next = try FilteredFrames.answer(HeartbeatResponse(), apiKey: .heartbeat, version: 4, correlationId: 6)
            var stream = try Self.frame(message, 5, key, version)
            stream.writeImmutableBuffer(next)
            var expected = try Self.frame(message, 900, key, version)
            expected.writeImmutableBuffer(next)
            #expect(try passed(stream, step: step, key, version) == expected)
        }
    }

    /// What comes of an answer that is to be told, and one behind it that is not, in pieces of `step` bytes.
    private func passed(_ stream: ByteBuffer, step: Int, _ key: ApiKey, _ version: Int16) throws -> ByteBuffer {
        var (stream, out, answered) = (stream, ByteBuffer(), 0)
        var reader = AnswerReader(mostWholeBytes: 1 << 20)
        while stream.readableBytes > 0, let read = stream.readSlice(length: min(step, stream.readableBytes)) {
            reader.append(read)
            steps: while true {
                let expected = AnswerReader.Expectation(
                    correlationId: answered == 0 ? 5 : 6,
                    inspection: answered == 0 ? AnswerInspection(key, version: version) : .none,
                    mayLeaveInPieces: true, note: answered == 0 ? ThrottleNote(900, key, version: version) : nil)
                switch try reader.next(answered < 2 ? expected : nil) {
                case .wait: break steps
                case .piece(let bytes, let isLast):
                    out.writeImmutableBuffer(bytes)
                    if isLast { answered += 1 }
                case .whole(let bytes):
                    // A Fetch that is there whole and names addresses.
                    out.writeImmutableBuffer(ThrottleField.telling(900, bytes, apiKey: key, version: version))
                    answered += 1
                case .tail(let bytes):
                    out.writeImmutableBuffer(bytes)
                    answered += 1
                }
            }
        }
        #expect(answered == 2)
        return out
    }
}
