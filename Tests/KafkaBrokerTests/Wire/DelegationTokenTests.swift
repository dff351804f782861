import KafkaMessageJSON
import KafkaProtocol
import KafkaSecurity
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

@Suite struct DelegationTokenTests {
    private static let settings = [
        "listeners=SASL_PLAINTEXT://127.0.0.1:0", "sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256",
        "listener.name.sasl_plaintext.plain.sasl.jaas.config=x.PlainLoginModule required user_alice=a user_bob=b;",
    ]

    private func withTokens(
        _ more: String..., body: (TestBroker) async throws -> Void
    ) async throws {
        let directory = TestBroker.newDirectory()
        defer { removeDirectories([directory]) }
        let broker = try await TestBroker.start(in: directory, Self.settings + more)
        do {
            try await body(broker)
        } catch {
            await broker.stop()
            throw error
        }
        await broker.stop()
    }

    private func client(_ broker: TestBroker, _ user: String) async throws -> WireClient {
        let client = try await broker.client()
        try await client.logIn(user, String(user.prefix(1)))
        return client
    }

    /// Logs in with a token; answers whether that worked.
    private func logIn(_ broker: TestBroker, _ token: CreateDelegationTokenResponse) async throws -> WireClient? {
        let client = try await broker.client()
        try await client.shakeHands("SCRAM-SHA-256")
        let bare = "n=\(token.tokenId),r=abc,tokenauth=true"
        let first = try await client.authenticate(Array("n,,\(bare)".utf8)).authBytes
        let text = String(buffer: first)
        let fields = text.split(separator: ",").map { String($0.dropFirst(2)) }
        let salt = try #require(Base64.decode(fields[1]).map { Array($0.readableBytesView) })
        let algorithm = HashAlgorithm.sha256
        let salted = try algorithm.derivedKey(
            password: Array(Base64.encode(token.hmac.readableBytesView).utf8), salt: salt, iterations: 4096)
        let clientKey = try algorithm.authenticationCode(of: Array("Client Key".utf8), key: salted)
        let withoutProof = "c=biws,r=\(fields[0])"
        let signature = try algorithm.authenticationCode(
            of: Array("\(bare),\(text),\(withoutProof)".utf8), key: try algorithm.hash(clientKey))
        let proof = Base64.encode(zip(clientKey, signature).map { $0 ^ $1 })
        do {
            _ = try await client.authenticate(Array("\(withoutProof),p=\(proof)".utf8))
            return client
        } catch is WireClient.Refused {
            return nil
        }
    }

    @Test func `the life of a token`() async throws {
        try await withTokens("delegation.token.secret.key=the-key") { broker in
            let alice = try await client(broker, "alice")
            let bob = try await client(broker, "bob")
            let token = try await alice.call(
                CreateDelegationTokenRequest(
                    renewers: [.init(principalType: "User", principalName: "bob")], maxLifetimeMs: 3_600_000),
                version: 3)
            #expect(token.errorCode == 0)
            #expect(token.principalName == "alice")
            #expect(token.hmac.readableBytes == 64)
            #expect(token.maxTimestampMs - token.issueTimestampMs == 3_600_000)
            let holder = try #require(try await logIn(broker, token))
            let more = try await holder.call(CreateDelegationTokenRequest(), version: 3)
            #expect(more.errorCode == ErrorCode.delegationTokenRequestNotAllowed.rawValue)
            let own = try await bob.call(DescribeDelegationTokenRequest(owners: nil), version: 3)
            #expect(own.tokens.map(\.tokenId) == [token.tokenId])
            // Names that are asked for may be those of owners and of renewers.
            let renewable = try await alice.call(
                DescribeDelegationTokenRequest(owners: [.init(principalType: "User", principalName: "bob")]), version: 3
            )
            #expect(renewable.tokens.map(\.tokenId) == [token.tokenId])
            let renewed = try await bob.call(
                RenewDelegationTokenRequest(hmac: token.hmac, renewPeriodMs: 60_000), version: 2)
            #expect(renewed.errorCode == 0)
            #expect(renewed.expiryTimestampMs < token.maxTimestampMs)
            let wrong = try await bob.call(
                RenewDelegationTokenRequest(hmac: ByteBuffer(bytes: [1, 2]), renewPeriodMs: -1), version: 2)
            #expect(wrong.errorCode == ErrorCode.delegationTokenNotFound.rawValue)
            let ended = try await alice.call(
                ExpireDelegationTokenRequest(hmac: token.hmac, expiryTimePeriodMs: -1), version: 2)
            #expect(ended.errorCode == 0)
            #expect(try await logIn(broker, token) == nil)
        }
    }

    @Test func `somebody else's token`() async throws {
        try await withTokens("delegation.token.secret.key=the-key") { broker in
            let alice = try await client(broker, "alice")
            let bob = try await client(broker, "bob")
            let token = try await alice.call(CreateDelegationTokenRequest(), version: 1)
            #expect(try await bob.call(DescribeDelegationTokenRequest(owners: nil), version: 1).tokens.isEmpty)
            let ended = try await bob.call(
                ExpireDelegationTokenRequest(hmac: token.hmac, expiryTimePeriodMs: -1), version: 1)
            #expect(ended.errorCode == ErrorCode.delegationTokenOwnerMismatch.rawValue)
            let odd = try await alice.call(
                CreateDelegationTokenRequest(renewers: [.init(principalType: "Group", principalName: "x")]), version: 2)
            #expect(odd.errorCode == ErrorCode.invalidPrincipalType.rawValue)
        }
    }

    @Test func `without a key there are no tokens`() async throws {
        try await withTokens { broker in
            let alice = try await client(broker, "alice")
            let token = try await alice.call(CreateDelegationTokenRequest(), version: 3)
            #expect(token.errorCode == ErrorCode.delegationTokenAuthDisabled.rawValue)
        }
    }
}
