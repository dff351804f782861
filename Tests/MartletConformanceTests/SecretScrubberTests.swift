import KafkaProtocol
import KafkaProxy
import KafkaWire
import NIOCore
import Testing

@testable import MartletConformance

@Suite struct SecretScrubberTests {
    private static let secret = ByteBuffer(string: "hunter2-hunter2")

    private func isGone(_ frame: ByteBuffer) -> Bool {
        !String(decoding: frame.readableBytesView, as: UTF8.self).contains("hunter2")
    }

    private func scrubbedRequest<Message: RequestMessage>(_ message: Message, _ version: Int16) throws -> Message? {
        var follower = FrameFollower()
        let frame = try TestFrames.request(message, version, 9)
        let followed = follower.request(frame)
        guard let scrubbed = SecretScrubber.scrub(frame, .request, followed) else { return nil }
        #expect(isGone(scrubbed))
        let offset = try #require(followed.bodyOffset)
        let body = try #require(scrubbed.getSlice(at: offset, length: scrubbed.readableBytes - offset))
        return try body.decodeMessage(Message.self, version: version)
    }

    private func scrubbedResponse<Asked: RequestMessage>(
        to request: Asked, _ message: Asked.Response, _ version: Int16
    ) throws -> ByteBuffer? {
        var follower = FrameFollower()
        _ = follower.request(try TestFrames.request(request, version, 9))
        let frame = try TestFrames.response(message, version, 9)
        return SecretScrubber.scrub(frame, .response, follower.response(frame))
    }

    @Test func secretsOfRequestsAreReplaced() throws {
        for version in 0...2 as ClosedRange<Int16> {
            let sasl = try scrubbedRequest(SaslAuthenticateRequest(authBytes: Self.secret), version)
            #expect(sasl?.authBytes == SecretScrubber.replacement)
        }
        for version in 0...2 as ClosedRange<Int16> {
            #expect(try scrubbedRequest(RenewDelegationTokenRequest(hmac: Self.secret), version) != nil)
            #expect(try scrubbedRequest(ExpireDelegationTokenRequest(hmac: Self.secret), version) != nil)
        }
        let scram = try scrubbedRequest(
            AlterUserScramCredentialsRequest(upsertions: [
                .init(name: "alice", mechanism: 1, iterations: 4096, salt: Self.secret, saltedPassword: Self.secret)
            ]), 0)
        #expect(scram?.upsertions.first?.name == "alice")
        #expect(scram?.upsertions.first?.iterations == 4096)
        #expect(try scrubbedRequest(EnvelopeRequest(requestData: Self.secret), 0) != nil)
    }

    @Test func configsNamedLikeSecretsAreReplacedAndOthersStay() throws {
        let configs: [IncrementalAlterConfigsRequest.AlterableConfig] = [
            .init(name: "listener.name.x.ssl.key.password", value: "hunter2"),
            .init(name: "sasl.jaas.config", value: "password=hunter2;"), .init(name: "retention.ms", value: "5"),
        ]
        let message = IncrementalAlterConfigsRequest(resources: [
            .init(resourceType: 4, resourceName: "1", configs: configs)
        ])
        let scrubbed = try scrubbedRequest(message, 1)
        #expect(scrubbed?.resources.first?.configs.map(\.value) == ["scrubbed", "scrubbed", "5"])
        let harmless = IncrementalAlterConfigsRequest(resources: [
            .init(resourceType: 2, resourceName: "t", configs: [configs[2]])
        ])
        #expect(try scrubbedRequest(harmless, 1) == nil)
        let older = AlterConfigsRequest(resources: [
            .init(resourceType: 4, resourceName: "1", configs: [.init(name: "ssl.key.password", value: "hunter2")])
        ])
        #expect(try scrubbedRequest(older, 0)?.resources.first?.configs.first?.value == "scrubbed")
    }

    @Test func secretsOfAnswersAreReplaced() throws {
        let answers = [
            try scrubbedResponse(
                to: SaslAuthenticateRequest(), SaslAuthenticateResponse(authBytes: Self.secret), 2),
            try scrubbedResponse(
                to: CreateDelegationTokenRequest(), CreateDelegationTokenResponse(tokenId: "t", hmac: Self.secret), 2),
            try scrubbedResponse(
                to: DescribeDelegationTokenRequest(owners: []),
                DescribeDelegationTokenResponse(tokens: [.init(tokenId: "t", hmac: Self.secret)]), 2),
        ]
        for answer in answers { #expect(isGone(try #require(answer))) }
    }

    @Test func whatCannotBeReadLosesItsBody() throws {
        var follower = FrameFollower()
        var frame = try TestFrames.request(SaslAuthenticateRequest(authBytes: Self.secret), 0, 9)
        let whole = frame.readableBytes
        frame.moveWriterIndex(to: whole - 1)
        let scrubbed = try #require(SecretScrubber.scrub(frame, .request, follower.request(frame)))
        #expect(isGone(scrubbed))
        let token = SecretScrubber.scrub(Self.secret, .request, FollowedFrame(isToken: true, sasl: .underway))
        #expect(token == SecretScrubber.replacement)
    }
}
