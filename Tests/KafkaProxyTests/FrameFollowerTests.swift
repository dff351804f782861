import KafkaProtocol
import KafkaProxy
import KafkaWire
import NIOCore
import Testing

/// Frames without their lengths.
private enum Frames {
    static func request<Message: RequestMessage>(_ message: Message, _ version: Int16, _ id: Int32) throws -> ByteBuffer
    {
        let header = RequestHeader(
            requestApiKey: Message.apiKey.rawValue, requestApiVersion: version, correlationId: id, clientId: "test")
        var bytes = ByteBuffer()
        try bytes.writeMessage(header, version: Message.apiKey.requestHeaderVersion(version))
        try bytes.writeMessage(message, version: version)
        return bytes
    }

    static func response<Message: ResponseMessage>(
        _ message: Message, _ version: Int16, _ id: Int32
    ) throws -> ByteBuffer {
        var bytes = ByteBuffer()
        try bytes.writeMessage(
            ResponseHeader(correlationId: id), version: Message.apiKey.responseHeaderVersion(version))
        try bytes.writeMessage(message, version: version)
        return bytes
    }
}

@Suite struct FrameFollowerTests {
    private func body(_ frame: ByteBuffer, _ followed: FollowedFrame) throws -> ByteBuffer {
        let offset = try #require(followed.bodyOffset)
        return try #require(frame.getSlice(at: offset, length: frame.readableBytes - offset))
    }

    @Test(arguments: [0, 8, 9, 12] as [Int16])
    func answersAreToldByTheirRequests(version: Int16) throws {
        var follower = FrameFollower()
        _ = follower.request(try Frames.request(ApiVersionsRequest(), 3, 1))
        let request = try Frames.request(MetadataRequest(topics: []), version, 2)
        let asked = follower.request(request)
        #expect(asked.apiKey == .metadata && asked.apiVersion == version && asked.correlationId == 2)
        _ = try body(request, asked).decodeMessage(MetadataRequest.self, version: version)

        let first = try Frames.response(ApiVersionsResponse(), 3, 1)
        #expect(follower.response(first).apiKey == .apiVersions)
        let response = try Frames.response(MetadataResponse(brokers: [.init(nodeId: 5)]), version, 2)
        let answered = follower.response(response)
        #expect(answered.apiKey == .metadata && answered.apiVersion == version)
        let message = try body(response, answered).decodeMessage(MetadataResponse.self, version: version)
        #expect(message.brokers.first?.nodeId == 5)
        #expect(follower.response(response).apiKey == nil)
    }

    @Test(arguments: [2, 7, 9] as [Int16])
    func aProduceWithoutAnswerIsNotWaitedFor(version: Int16) throws {
        var follower = FrameFollower()
        for id in 0..<20_000 as Range<Int32> {
            _ = follower.request(try Frames.request(ProduceRequest(acks: 0), version, id % 2))
        }
        #expect(follower.response(ByteBuffer(integer: 1 as Int32)).apiKey == nil)
        _ = follower.request(try Frames.request(ProduceRequest(acks: -1), version, 7))
        #expect(follower.response(ByteBuffer(integer: 7 as Int32)).apiKey == .produce)
    }

    @Test func authenticationIsFollowed() throws {
        var follower = FrameFollower()
        _ = follower.request(try Frames.request(SaslHandshakeRequest(mechanism: "SCRAM-SHA-256"), 1, 1))
        #expect(follower.response(try Frames.response(SaslHandshakeResponse(), 1, 1)).sasl == .none)
        for id in 2...3 as ClosedRange<Int32> {
            #expect(follower.request(try Frames.request(SaslAuthenticateRequest(), 2, id)).sasl == .underway)
            #expect(follower.response(try Frames.response(SaslAuthenticateResponse(), 2, id)).sasl == .underway)
        }
        #expect(follower.request(try Frames.request(MetadataRequest(topics: []), 9, 4)).sasl == .authenticated)
    }

    @Test(arguments: [("PLAIN", 1), ("SCRAM-SHA-512", 2)])
    func tokensWithoutHeadersAreTold(mechanism: String, rounds: Int) throws {
        var follower = FrameFollower()
        _ = follower.request(try Frames.request(SaslHandshakeRequest(mechanism: mechanism), 0, 1))
        _ = follower.response(try Frames.response(SaslHandshakeResponse(), 0, 1))
        for _ in 0..<rounds {
            #expect(follower.request(ByteBuffer(string: "a token")).isToken)
            #expect(follower.response(ByteBuffer(string: "its answer")).isToken)
        }
        let after = follower.request(try Frames.request(MetadataRequest(topics: []), 1, 2))
        #expect(after.apiKey == .metadata && !after.isToken && after.sasl == .authenticated)
    }

    @Test func aRefusedMechanismLeavesNoTokens() throws {
        var follower = FrameFollower()
        _ = follower.request(try Frames.request(SaslHandshakeRequest(mechanism: "PLAIN"), 0, 1))
        _ = follower.response(try Frames.response(SaslHandshakeResponse(errorCode: 33), 0, 1))
        #expect(!follower.request(try Frames.request(ApiVersionsRequest(), 0, 2)).isToken)
    }

    @Test func shortAndForeignFramesDoNoHarm() {
        var follower = FrameFollower()
        for size in 0..<12 {
            let garbage = ByteBuffer(repeating: 0xff, count: size)
            let request = follower.request(garbage)
            #expect(request.bodyOffset.map { $0 <= size } ?? true)
            #expect(follower.response(ByteBuffer(repeating: 7, count: size)).apiKey == nil)
        }
    }
}
