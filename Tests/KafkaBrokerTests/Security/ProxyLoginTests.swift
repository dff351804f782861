import Foundation
import KafkaProtocol
import KafkaSecurity
import KafkaServer
import KafkaWire
import Testing

@testable import KafkaBroker

/// Clients that log in at a proxy, in front of a broker that knows none of them.
@Suite struct ProxyLoginTests {
    private static let sasl = [
        "listeners=SASL_PLAINTEXT://127.0.0.1:0", "sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,SCRAM-SHA-512",
        "connection.failed.authentication.delay.ms=0",
        "listener.name.sasl_plaintext.plain.sasl.jaas.config="
            + "org.apache.kafka.common.security.plain.PlainLoginModule required user_alice=\"secret\";",
    ]
    private static let authorizer =
        "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer"

    private func withProxy(
        _ settings: [String], users: String, acls: String = "",
        body: (TestProxy, WireClient, _ directory: String) async throws -> Void
    ) async throws {
        let directory = TestBroker.newDirectory()
        defer { removeDirectories([directory]) }
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try users.write(toFile: directory + "/users", atomically: true, encoding: .utf8)
        try acls.write(toFile: directory + "/acls", atomically: true, encoding: .utf8)
        try await withBroker { broker, direct in
            let files = [
                "martlet.proxy.scram.users.file=\(directory)/users", "martlet.proxy.acls.file=\(directory)/acls",
            ]
            let proxy = try await TestProxy.start(before: broker.port, Self.sasl + files + settings)
            try await body(proxy, direct, directory)
            await proxy.stop()
        }
    }

    private func file(_ user: String, _ mechanism: ScramMechanism, _ password: String) throws -> String {
        let credential = try ScramCredential(mechanism, password: password, salt: ScramCredential.makeSalt())
        return try ScramUsersFile.adding(.init(user: user, mechanism: mechanism), credential, to: "")
    }

    @Test func `users log in at the proxy, and nobody else`() async throws {
        try await withProxy([], users: try file("bob", .sha512, "word")) { proxy, direct, directory in
            _ = try await direct.createTopic("t")
            func names() async throws -> WireClient { try await WireClient.connect(port: proxy.port) }
            var client = try await names()
            await #expect(throws: (any Error).self) {
                _ = try await client.call(MetadataRequest(topics: nil), version: 9)
            }
            client = try await names()
            try await client.logIn("alice", "secret")
            #expect(try await client.call(MetadataRequest(topics: nil), version: 9).topics.map(\.name) == ["t"])
            // A token of the cluster would be made out to the proxy.
            let token = try await client.call(CreateDelegationTokenRequest(renewers: []), version: 2)
            #expect(token.errorCode == ErrorCode.delegationTokenAuthDisabled.rawValue)
            await client.close()
            client = try await names()
            try await client.logIn(.sha512, "bob", "word")
            #expect(try await client.call(MetadataRequest(topics: nil), version: 9).topics.map(\.name) == ["t"])
            await client.close()
            for (mechanism, user, password) in [
                (ScramMechanism.sha512, "bob", "wrong"), (.sha256, "bob", "word"), (.sha512, "carol", "word"),
            ] {
                client = try await names()
                await #expect(throws: (any Error).self) { try await client.logIn(mechanism, user, password) }
                await client.close()
            }
            // Other users are there as soon as the file says so.
            try file("carol", .sha256, "new").write(
                toFile: directory + "/users", atomically: true, encoding: .utf8)
            proxy.reload()
            client = try await names()
            try await client.logIn(.sha256, "carol", "new")
            await client.close()
            client = try await names()
            await #expect(throws: (any Error).self) { try await client.logIn(.sha512, "bob", "word") }
            await client.close()
        }
    }

    @Test func `ACLs hold for who logged in, and change with their file`() async throws {
        let line = "principal=User:alice operation=READ resourceType=TOPIC name="
        try await withProxy([Self.authorizer], users: "", acls: line + "a\n") { proxy, direct, directory in
            _ = try await direct.createTopic("a")
            _ = try await direct.createTopic("b")
            let client = try await WireClient.connect(port: proxy.port)
            try await client.logIn("alice", "secret")
            func topics() async throws -> [String?] {
                try await client.call(MetadataRequest(topics: nil), version: 9).topics.map(\.name)
            }
            #expect(try await topics() == ["a"])
            try (line + "b\n").write(toFile: directory + "/acls", atomically: true, encoding: .utf8)
            proxy.reload()
            #expect(try await topics() == ["b"])
            try "nonsense".write(toFile: directory + "/acls", atomically: true, encoding: .utf8)
            proxy.reload()
            #expect(try await topics() == ["b"])
            let acls = try await client.call(
                CreateAclsRequest(creations: [
                    .init(
                        resourceType: 2, resourceName: "a", principal: "User:alice", host: "*", operation: 3,
                        permissionType: 3)
                ]), version: 3)
            #expect(acls.results.map(\.errorCode) == [ErrorCode.clusterAuthorizationFailed.rawValue])
            await client.close()
        }
    }

    @Test func `a client is to the cluster who the proxy's file says`() async throws {
        let module = "org.apache.kafka.common.security.plain.PlainLoginModule required"
        let directory = TestBroker.newDirectory()
        defer { removeDirectories([directory]) }
        let broker = try await TestBroker.start(
            in: directory,
            [
                "listeners=PLAINTEXT://127.0.0.1:0,SASL_PLAINTEXT://127.0.0.1:0", "sasl.enabled.mechanisms=PLAIN",
                "listener.name.sasl_plaintext.plain.sasl.jaas.config=\(module) user_edge=\"e\" user_reader=\"r\";",
                Self.authorizer, "super.users=User:ANONYMOUS;User:reader",
            ])
        let direct = try await broker.client()
        _ = try await direct.createTopic("t")
        await direct.close()
        let identities = directory + "/identities"
        try #"principal=User:alice mechanism=PLAIN jaas="\#(module) username=\"reader\" password=\"r\";""#.write(
            toFile: identities, atomically: true, encoding: .utf8)
        try file("bob", .sha256, "word").write(toFile: directory + "/users", atomically: true, encoding: .utf8)
        let proxy = try await TestProxy.start(
            before: try #require(broker.port(of: "SASL_PLAINTEXT")),
            Self.sasl + [
                "martlet.proxy.scram.users.file=\(directory)/users",
                "martlet.proxy.upstream.identities.file=\(identities)",
                "martlet.proxy.upstream.security.protocol=SASL_PLAINTEXT",
                "martlet.proxy.upstream.sasl.mechanism=PLAIN",
                "martlet.proxy.upstream.sasl.jaas.config=\(module) username=\"edge\" password=\"e\";",
            ])
        func topics(_ client: WireClient) async throws -> [String?] {
            try await client.call(MetadataRequest(topics: nil), version: 9).topics.map(\.name)
        }
        let versions = ApiVersionsRequest(clientSoftwareName: "tests", clientSoftwareVersion: "1")
        let alice = try await WireClient.connect(port: proxy.port)
        // Before the login the cluster is asked as the proxy.
        let offered = try await alice.call(versions, version: 3).apiKeys
        let handshake = try #require(offered.first { $0.apiKey == ApiKey.saslHandshake.rawValue })
        #expect(handshake.minVersion == 0 && handshake.maxVersion == 1)
        try await alice.logIn("alice", "secret")
        #expect(try await topics(alice) == ["t"])
        await alice.close()
        let bob = try await WireClient.connect(port: proxy.port)
        try await bob.logIn(.sha256, "bob", "word")
        #expect(try await topics(bob).isEmpty)
        await bob.close()
        await proxy.stop()
        await broker.stop()
    }
}
