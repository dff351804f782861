import KafkaMessageJSON
import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore
import Testing

@testable import MartletConformance

@Suite struct RequestTranslationTests {
    private static func frame(_ api: ApiKey, _ version: Int16, _ body: JSONValue) throws -> RequestFrame {
        var frame = ByteBuffer()
        try frame.writeMessage(
            RequestHeader(
                requestApiKey: api.rawValue, requestApiVersion: version, correlationId: 77, clientId: "client"),
            version: api.requestHeaderVersion(version))
        frame.writeImmutableBuffer(try MessageJSON.encode(body, apiKey: api, kind: .request, version: version))
        return try #require(RequestFrame(frame))
    }

    /// The macro cannot take what changes its subject.
    private func expect(_ holds: Bool, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(holds, sourceLocation: sourceLocation)
    }

    private static func translated(_ request: RequestFrame, _ state: TranslationState) throws -> RequestFrame {
        let bytes = RequestTranslation.frame(
            request, body: MessageForm.request(request), rules: try .standard(), state: state)
        return try #require(RequestFrame(bytes))
    }

    @Test func `a heartbeat goes out in the name that the target gave`() throws {
        let request = try Self.frame(
            .heartbeat, 4, ["groupId": "g", "generationId": 3, "memberId": "recorded", "groupInstanceId": .null])
        var state = TranslationState()
        expect(state.learn("recorded", is: "target", id: "memberId", scope: ""))
        state.set(3, to: 5, id: "generation", scope: "\"g\"")
        state.set(3, to: 9, id: "generation", scope: "\"other\"")
        let sent = try Self.translated(request, state)
        #expect(sent.correlationId == 77)
        let body = MessageForm.request(sent)
        #expect(body?["memberId"] == "target")
        #expect(body?["generationId"] == 5)
        #expect(body?["groupId"] == "g")
    }

    @Test func `what names nothing that was handed out is sent byte by byte`() throws {
        let request = try Self.frame(.metadata, 9, ["topics": .null, "allowAutoTopicCreation": true])
        #expect(try Self.translated(request, TranslationState()).bytes == request.bytes)
    }

    @Test func `records carry the producer of the target, and a checksum that is right`() throws {
        var batch = RecordBatchBuilder(.init(producerId: 7, producerEpoch: 0, baseSequence: 0))
        try batch.append(Record(timestamp: 1, key: nil, value: ByteBuffer(string: "v")))
        let records = Base64.encode(try batch.build().readableBytesView)
        let topic: JSONValue = ["name": "t", "partitionData": [["index": 0, "records": .string(records)]]]
        let request = try Self.frame(.produce, 9, ["acks": -1, "timeoutMs": 1000, "topicData": [topic]])
        var state = TranslationState()
        expect(state.learn(7, is: 4000, id: "producerId", scope: ""))
        state.set(0, to: 2, id: "producerEpoch", scope: "7")
        let body = MessageForm.request(try Self.translated(request, state))
        let text = body?["topicData"]?[0]?["partitionData"]?[0]?["records"]?.stringValue
        let header = try RecordBatchValidator.validateStored(try #require(text.flatMap(Base64.decode)))
        #expect(header.producerId == 4000)
        #expect(header.producerEpoch == 2)
        #expect(header.baseSequence == 0)
    }

    @Test func `a checksum that was wrong stays wrong`() throws {
        var batch = RecordBatchBuilder(.init(producerId: 7, producerEpoch: 0, baseSequence: 0))
        try batch.append(Record(timestamp: 1, key: nil, value: ByteBuffer(string: "v")))
        var bytes = try batch.build()
        bytes.setInteger(UInt32(1), at: 17)
        let rewritten = BatchRewriter.rewrite(bytes) { _, epoch in (8, epoch) }
        #expect(rewritten.getInteger(at: 43, as: Int64.self) == 8)
        #expect(rewritten.getInteger(at: 17, as: UInt32.self) == 1)
    }

    @Test func `two recorded ids cannot become one`() {
        var state = TranslationState()
        expect(state.learn("a", is: "x", id: "topicId", scope: ""))
        expect(state.learn("a", is: "x", id: "topicId", scope: ""))
        expect(!state.learn("a", is: "y", id: "topicId", scope: ""))
        expect(!state.learn("b", is: "x", id: "topicId", scope: ""))
        expect(state.learn("b", is: "x", id: "memberId", scope: ""))
        #expect(state.target(of: "b", id: "topicId", scope: "") == nil)
    }
}
