import KafkaProtocol
import KafkaSecurity
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

/// Authentication over sockets; what the state machine decides in all cases is tested where it is.
@Suite struct SaslTests {
    private static let settings = [
        "listeners=SASL_PLAINTEXT://127.0.0.1:0,PLAINTEXT://127.0.0.1:0",
        "sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,SCRAM-SHA-512", "sasl.server.max.receive.size=4096",
        "connection.failed.authentication.delay.ms=20",
        "listener.name.sasl_plaintext.plain.sasl.jaas.config=x.PlainLoginModule required user_alice=\"a-secret\";",
    ]

    private func withSasl(
        _ more: String..., body: (TestBroker, WireClient) async throws -> Void
    ) async throws {
        let directory = TestBroker.newDirectory()
        defer { removeDirectories([directory]) }
        let broker = try await TestBroker.start(in: directory, Self.settings + more)
        do {
            try await body(broker, try await broker.client())
        } catch {
            await broker.stop()
            throw error
        }
        await broker.stop()
    }

    private func admin(_ broker: TestBroker) async throws -> WireClient {
        try await WireClient.connect(port: try #require(broker.port(of: "PLAINTEXT")))
    }

    private func upsertion(
        _ user: String, _ mechanism: ScramMechanism, _ password: String
    ) throws
        -> AlterUserScramCredentialsRequest.ScramCredentialUpsertion
    {
        let salt = Array("some salt".utf8)
        let salted = try mechanism.algorithm.derivedKey(password: Array(password.utf8), salt: salt, iterations: 4096)
        return .init(
            name: user, mechanism: mechanism.number, iterations: 4096, salt: ByteBuffer(bytes: salt),
            saltedPassword: ByteBuffer(bytes: salted))
    }

    @Test func `a password lets in`() async throws {
        try await withSasl { _, client in
            let versions = try await client.call(ApiVersionsRequest(), version: 0)
            #expect(versions.apiKeys.contains { $0.apiKey == ApiKey.saslAuthenticate.rawValue })
            let answer = try await client.logIn("alice", "a-secret")
            #expect(answer.sessionLifetimeMs == 0)
            #expect(try await client.call(MetadataRequest(topics: nil), version: 9).brokers.count == 1)
            let late = try await client.call(SaslHandshakeRequest(mechanism: "PLAIN"), version: 1)
            #expect(late.errorCode == ErrorCode.illegalSaslState.rawValue)
        }
    }

    @Test func `a wrong password is told and the connection closed`() async throws {
        try await withSasl { _, client in
            await #expect(
                throws: WireClient.Refused(
                    code: .saslAuthenticationFailed,
                    message: "Authentication failed: Invalid username or password")
            ) { try await client.logIn("alice", "other") }
            try await client.waitForClose()
        }
    }

    @Test func `without a login no API answers`() async throws {
        try await withSasl { broker, _ in
            for key in ServedApis.all where ![.apiVersions, .saslHandshake].contains(key) {
                let versions = try #require(ServedApis.versions(key))
                for version in versions {
                    let client = try await broker.client()
                    var frame = ByteBuffer()
                    frame.writeInteger(Int32(40))
                    frame.writeInteger(key.rawValue)
                    frame.writeInteger(version)
                    frame.writeInteger(Int32(1))
                    frame.writeInteger(Int16(-1))
                    frame.writeRepeatingByte(0, count: 30)
                    await #expect(throws: WireClient.Closed.self, "\(key.name) version \(version)") {
                        try await client.exchange(frame)
                    }
                }
            }
        }
    }

    @Test func `requests behind a handshake wait for nothing and get nothing`() async throws {
        try await withSasl { _, client in
            try await client.shakeHands("PLAIN")
            await #expect(throws: WireClient.Closed.self) {
                try await client.call(MetadataRequest(topics: nil), version: 9)
            }
        }
    }

    @Test func `a frame that is too large for a stranger`() async throws {
        try await withSasl { broker, client in
            var frame = ByteBuffer()
            frame.writeInteger(Int32(4097))
            await #expect(throws: WireClient.Closed.self) { try await client.exchange(frame) }
            let other = try await broker.client()
            try await other.logIn("alice", "a-secret")
            let names = (0..<500).map { MetadataRequest.MetadataRequestTopic(name: "topic-\($0)-\($0)") }
            let answer = try await other.call(
                MetadataRequest(topics: names, allowAutoTopicCreation: false), version: 9)
            #expect(answer.topics.count == 500)
        }
    }

    @Test func `users of SCRAM come and go, and survive a restart`() async throws {
        let directory = TestBroker.newDirectory()
        defer { removeDirectories([directory]) }
        var broker = try await TestBroker.start(in: directory, Self.settings)
        let admin = try await admin(broker)
        let made = try await admin.call(
            AlterUserScramCredentialsRequest(upsertions: [
                try upsertion("bob", .sha256, "b256"), try upsertion("bob", .sha512, "b512"),
            ]), version: 0)
        #expect(made.results.map(\.errorCode) == [0])
        #expect(made.results.map(\.user) == ["bob"])
        await broker.stop()
        broker = try await TestBroker.start(in: directory, Self.settings)
        try await broker.client().logIn(.sha256, "bob", "b256")
        try await broker.client().logIn(.sha512, "bob", "b512")
        for (user, password) in [("bob", "b512"), ("nobody", "b256")] {
            let client = try await broker.client()
            await #expect(throws: WireClient.Refused.self) { try await client.logIn(.sha256, user, password) }
        }
        let again = try await self.admin(broker)
        let described = try await again.call(DescribeUserScramCredentialsRequest(users: nil), version: 0)
        #expect(described.results.map(\.user) == ["bob"])
        #expect(described.results.first?.credentialInfos.map(\.mechanism) == [1, 2])
        let gone = try await again.call(
            AlterUserScramCredentialsRequest(deletions: [.init(name: "bob", mechanism: 1)]), version: 0)
        #expect(gone.results.map(\.errorCode) == [0])
        let client = try await broker.client()
        await #expect(throws: WireClient.Refused.self) { try await client.logIn(.sha256, "bob", "b256") }
        await broker.stop()
    }

    @Test func `credentials that are refused`() async throws {
        try await withSasl { broker, _ in
            let admin = try await admin(broker)
            let good = try upsertion("a", .sha256, "p")
            func changed(
                _ user: String, _ change: (inout AlterUserScramCredentialsRequest.ScramCredentialUpsertion) -> Void
            ) -> AlterUserScramCredentialsRequest.ScramCredentialUpsertion {
                var one = good
                one.name = user
                change(&one)
                return one
            }
            let answer = try await admin.call(
                AlterUserScramCredentialsRequest(
                    deletions: [.init(name: "missing", mechanism: 1), .init(name: "odd", mechanism: 9)],
                    upsertions: [
                        changed("few") { $0.iterations = 4095 }, changed("many") { $0.iterations = 16385 },
                        changed("twice") { _ in }, changed("twice") { _ in }, changed("") { _ in },
                        changed("unknown") { $0.mechanism = 3 }, changed("fine") { _ in },
                    ]), version: 0)
            let expected: [(String, ErrorCode)] = [
                ("missing", .resourceNotFound), ("odd", .unsupportedSaslMechanism), ("few", .unacceptableCredential),
                ("many", .unacceptableCredential), ("twice", .duplicateResource), ("", .unacceptableCredential),
                ("unknown", .unsupportedSaslMechanism), ("fine", .none),
            ]
            #expect(answer.results.map(\.user) == expected.map(\.0))
            #expect(answer.results.map(\.errorCode) == expected.map(\.1.rawValue))
            let described = try await admin.call(DescribeUserScramCredentialsRequest(users: []), version: 0)
            #expect(described.results.map(\.user) == ["fine"])
        }
    }

    @Test func `users of PLAIN change while the broker runs`() async throws {
        try await withSasl { broker, _ in
            let admin = try await admin(broker)
            let key = "listener.name.sasl_plaintext.plain.sasl.jaas.config"
            func alter(_ value: String) async throws -> IncrementalAlterConfigsResponse.AlterConfigsResourceResponse? {
                try await admin.call(
                    IncrementalAlterConfigsRequest(
                        resources: [
                            .init(
                                resourceType: 4, resourceName: "1",
                                configs: [.init(name: key, configOperation: 0, value: value)])
                        ]), version: 1
                ).responses.first
            }
            let bad = try await alter("x.PlainLoginModule required user_carol=hunter2")
            #expect(bad?.errorCode == ErrorCode.invalidRequest.rawValue)
            #expect(bad?.errorMessage?.contains("must end with ;") == true)
            #expect(bad?.errorMessage?.contains("hunter2") == false)
            try await broker.client().logIn("alice", "a-secret")
            #expect(try await alter("x.PlainLoginModule required user_carol=\"c\";")?.errorCode == 0)
            try await broker.client().logIn("carol", "c")
            let gone = try await broker.client()
            await #expect(throws: WireClient.Refused.self) { try await gone.logIn("alice", "a-secret") }
            let described = try await admin.call(
                DescribeConfigsRequest(
                    resources: [.init(resourceType: 4, resourceName: "1", configurationKeys: nil)],
                    includeSynonyms: true), version: 4)
            #expect(!"\(described)".contains("carol"))
            #expect(!"\(described)".contains("a-secret"))
        }
    }

    @Test func `a session that is over closes the connection`() async throws {
        try await withSasl("connections.max.reauth.ms=1200") { broker, client in
            #expect(try await client.logIn("alice", "a-secret").sessionLifetimeMs == 1200)
            #expect(try await client.logIn("alice", "a-secret").sessionLifetimeMs == 1200)
            try await Task.sleep(for: .milliseconds(1300))
            await #expect(throws: WireClient.Closed.self) {
                try await client.call(MetadataRequest(topics: nil), version: 9)
            }
        }
    }
}
