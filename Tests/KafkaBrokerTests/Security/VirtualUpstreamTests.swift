import Foundation
import KafkaCoordination
import KafkaProtocol
import KafkaSecurity
import KafkaServer
import KafkaWire
import Testing

@testable import KafkaBroker

/// Two virtual clusters, each before a cluster of its own, which know the proxy by other credentials.
@Suite struct VirtualUpstreamTests {
    private static let red = "martlet.proxy.virtual.cluster.red."
    private static let blue = "martlet.proxy.virtual.cluster.blue."
    private static let module = "org.apache.kafka.common.security.plain.PlainLoginModule required"

    /// A broker with a topic, which its user reader sees and edge does not. Passwords begin with the broker's name.
    private func broker(_ name: String, in directory: String) async throws -> TestBroker {
        let broker = try await TestBroker.start(
            in: "\(directory)/\(name)",
            [
                "listeners=PLAINTEXT://127.0.0.1:0,SASL_PLAINTEXT://127.0.0.1:0", "sasl.enabled.mechanisms=PLAIN",
                "connection.failed.authentication.delay.ms=0",
                "listener.name.sasl_plaintext.plain.sasl.jaas.config=\(Self.module) user_edge=\"\(name)-e\" "
                    + "user_reader=\"\(name)-r\";",
                "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users=User:ANONYMOUS;User:reader",
            ])
        let direct = try await broker.client()
        try await direct.createTopic("of-\(name)")
        await direct.close()
        return broker
    }

    private func upstream(_ prefix: String, _ port: Int, _ user: String, _ password: String) -> [String] {
        [
            "\(prefix)upstream.servers=127.0.0.1:\(port)", "\(prefix)upstream.security.protocol=SASL_PLAINTEXT",
            "\(prefix)upstream.sasl.mechanism=PLAIN",
            "\(prefix)upstream.sasl.jaas.config=\(Self.module) username=\"\(user)\" password=\"\(password)\";",
        ]
    }

    private func topics(_ client: WireClient) async throws -> [String?] {
        try await client.call(MetadataRequest(topics: nil), version: 9).topics.map(\.name)
    }

    /// What a client sees that logs in by PLAIN, which each listener has users of its own for.
    private func seen(
        _ proxy: TestProxy, _ listener: String, _ user: String, _ password: String
    ) async throws -> [String?] {
        let client = try await WireClient.connect(port: proxy.port(of: listener))
        try await client.logIn(user, password)
        let topics = try await topics(client)
        await client.close()
        return topics
    }

    @Test func `each cluster is shown its own credentials, and who clients are there is the virtual cluster's`()
        async throws
    {
        let directory = TestBroker.newDirectory()
        defer { removeDirectories([directory]) }
        let (one, two) = (try await broker("one", in: directory), try await broker("two", in: directory))
        let ports = (try #require(one.port(of: "SASL_PLAINTEXT")), try #require(two.port(of: "SASL_PLAINTEXT")))
        for (name, user, password) in [("red", "alice", "one-r"), ("blue", "bob", "two-r")] {
            let jaas = #"\#(Self.module) username=\"reader\" password=\"\#(password)\";"#
            try "principal=User:\(user) mechanism=PLAIN jaas=\"\(jaas)\"".write(
                toFile: "\(directory)/\(name)", atomically: true, encoding: .utf8)
        }
        let settings = [
            "listeners=RED://127.0.0.1:0,BLUE://127.0.0.1:0",
            "listener.security.protocol.map=RED:SASL_PLAINTEXT,BLUE:SASL_PLAINTEXT", "sasl.enabled.mechanisms=PLAIN",
            "listener.name.red.plain.sasl.jaas.config=\(Self.module) user_alice=\"ra\" user_bob=\"rb\";",
            "listener.name.blue.plain.sasl.jaas.config=\(Self.module) user_alice=\"ba\" user_bob=\"bb\";",
            "martlet.proxy.virtual.clusters=red,blue", "\(Self.red)listeners=RED", "\(Self.blue)listeners=BLUE",
            "\(Self.red)upstream.identities.file=\(directory)/red",
            "\(Self.blue)upstream.identities.file=\(directory)/blue",
        ]
        let logins = upstream(Self.red, ports.0, "edge", "one-e") + upstream(Self.blue, ports.1, "edge", "two-e")
        // The keys of the proxy are for others, and no server here knows that user.
        let others = upstream("martlet.proxy.", 9, "stranger", "s").dropFirst()
        let proxy = try await TestProxy.start(before: 9, settings + others + logins)
        #expect(try await seen(proxy, "RED", "alice", "ra") == ["of-one"])
        #expect(try await seen(proxy, "BLUE", "bob", "bb") == ["of-two"])
        #expect(try await seen(proxy, "RED", "bob", "rb").isEmpty)
        #expect(try await seen(proxy, "BLUE", "alice", "ba").isEmpty)
        // Red's credentials change, and those of blue, which are read anew as well, do not.
        let changed = upstream(Self.red, ports.0, "reader", "one-r") + upstream(Self.blue, ports.1, "edge", "two-e")
        try proxy.reload(settings + others + changed)
        #expect(try await seen(proxy, "RED", "bob", "rb") == ["of-one"])
        #expect(try await seen(proxy, "BLUE", "alice", "ba").isEmpty)
        // Another protocol waits for a start, and so do the servers that come with it.
        let plain = [
            "\(Self.red)upstream.servers=127.0.0.1:\(two.port)", "\(Self.red)upstream.security.protocol=PLAINTEXT",
        ]
        try proxy.reload(
            settings.filter { !$0.contains("red.upstream.identities") } + others + plain + logins.suffix(4))
        #expect(try await seen(proxy, "RED", "bob", "rb") == ["of-one"])
        // Servers and what they are shown change together.
        let moved = upstream(Self.red, ports.1, "reader", "two-r").map { $0.replacing("127.0.0.1", with: "localhost") }
        try proxy.reload(settings + others + moved + logins.suffix(4))
        #expect(try await seen(proxy, "RED", "bob", "rb") == ["of-two"])
        await proxy.stop()
        await one.stop()
        await two.stop()
    }
}
