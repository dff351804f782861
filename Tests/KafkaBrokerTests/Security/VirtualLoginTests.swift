import Foundation
import KafkaCoordination
import KafkaProtocol
import KafkaSecurity
import KafkaServer
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

/// Two virtual clusters whose users have the same names and are not the same.
@Suite struct VirtualLoginTests {
    private static let red = "martlet.proxy.virtual.cluster.red."
    private static let blue = "martlet.proxy.virtual.cluster.blue."
    private static let settings = [
        "listeners=RED://127.0.0.1:0,BLUE://127.0.0.1:0",
        "listener.security.protocol.map=RED:SASL_PLAINTEXT,BLUE:SASL_PLAINTEXT",
        "sasl.enabled.mechanisms=SCRAM-SHA-256", "connection.failed.authentication.delay.ms=0",
        "martlet.proxy.virtual.clusters=red,blue", "\(red)listeners=RED", "\(red)prefix=red.",
        "\(blue)listeners=BLUE", "\(blue)prefix=blue.",
    ]
    private static let authorizer =
        "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer"

    private func users(_ passwords: [String: String]) throws -> String {
        try passwords.reduce("") { text, user in
            let credential = try ScramCredential(.sha256, password: user.value, salt: ScramCredential.makeSalt())
            return try ScramUsersFile.adding(.init(user: user.key, mechanism: .sha256), credential, to: text)
        }
    }

    /// Runs a test with files in a directory, `$files` in the settings.
    private func withProxy(
        _ files: [String: String], _ settings: [String],
        body: (TestProxy, _ direct: WireClient, _ directory: String) async throws -> Void
    ) async throws {
        let directory = TestBroker.newDirectory()
        defer { removeDirectories([directory]) }
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        for (name, text) in files {
            try text.write(toFile: "\(directory)/\(name)", atomically: true, encoding: .utf8)
        }
        try await withBroker { broker, direct in
            let lines = (Self.settings + settings).map { $0.replacing("$files", with: directory) }
            let proxy = try await TestProxy.start(before: broker.port, lines)
            try await body(proxy, direct, directory)
            await proxy.stop()
        }
    }

    private func client(_ port: Int, _ user: String, _ password: String) async throws -> WireClient {
        let client = try await WireClient.connect(port: port)
        do {
            try await client.logIn(.sha256, user, password)
        } catch {
            await client.close()
            throw error
        }
        return client
    }

    private func mayLogIn(_ port: Int, _ user: String, _ password: String) async throws -> Bool {
        do {
            await (try await client(port, user, password)).close()
            return true
        } catch is WireClient.Refused {
            return false
        }
    }

    private func topics(_ client: WireClient) async throws -> [String] {
        try await client.call(MetadataRequest(topics: nil), version: 9).topics.compactMap(\.name).sorted()
    }

    @Test func `a user of one can log in there and nowhere else`() async throws {
        let files = [
            "red": try users(["alice": "of red", "carol": "word"]), "blue": try users(["alice": "of blue"]),
            "all": try users(["dave": "word", "alice": "of all"]),
        ]
        let settings = [
            "\(Self.red)scram.users.file=$files/red", "\(Self.blue)scram.users.file=$files/blue",
            "martlet.proxy.scram.users.file=$files/all",
        ]
        try await withProxy(files, settings) { proxy, _, directory in
            let (red, blue) = (proxy.port(of: "RED"), proxy.port(of: "BLUE"))
            #expect(try await mayLogIn(red, "alice", "of red"))
            #expect(try await mayLogIn(blue, "alice", "of blue"))
            #expect(try await mayLogIn(red, "carol", "word"))
            for (port, user, password) in [
                (red, "alice", "of blue"), (blue, "alice", "of red"), (blue, "carol", "word"), (red, "dave", "word"),
                (blue, "dave", "word"), (red, "alice", "of all"), (blue, "alice", "of all"),
            ] {
                #expect(try await !mayLogIn(port, user, password), "\(user) \(password)")
            }
            // The same on the ports of single brokers.
            let alice = try await client(blue, "alice", "of blue")
            let broker = try #require(try await alice.call(MetadataRequest(topics: nil), version: 9).brokers.first)
            #expect(broker.port != Int32(blue))
            #expect(try await mayLogIn(Int(broker.port), "alice", "of blue"))
            #expect(try await !mayLogIn(Int(broker.port), "alice", "of red"))
            await alice.close()
            // A file of one says nothing about the other.
            try users(["alice": "new"]).write(toFile: "\(directory)/blue", atomically: true, encoding: .utf8)
            proxy.reload()
            #expect(try await mayLogIn(blue, "alice", "new"))
            #expect(try await !mayLogIn(blue, "alice", "of blue"))
            #expect(try await mayLogIn(red, "alice", "of red"))
            #expect(try await !mayLogIn(red, "alice", "new"))
        }
    }

    @Test func `a session is renewed by what began it`() async throws {
        let files = ["red": try users(["alice": "of red"]), "blue": try users(["alice": "of blue"])]
        let settings = [
            "connections.max.reauth.ms=60000", "\(Self.red)scram.users.file=$files/red",
            "\(Self.blue)scram.users.file=$files/blue",
        ]
        try await withProxy(files, settings) { proxy, _, _ in
            var alice = try await client(proxy.port(of: "RED"), "alice", "of red")
            try await alice.logIn(.sha256, "alice", "of red")
            #expect(try await topics(alice).isEmpty)
            await alice.close()
            alice = try await client(proxy.port(of: "RED"), "alice", "of red")
            await #expect(throws: WireClient.Refused.self) { try await alice.logIn(.sha256, "alice", "of blue") }
            await #expect(throws: (any Error).self) { try await topics(alice) }
            await alice.close()
        }
    }

    @Test func `who does not exist in either cannot be told from who is in one`() async throws {
        let files = ["red": try users(["alice": "of red"]), "blue": try users(["bob": "of blue"])]
        let settings = ["\(Self.red)scram.users.file=$files/red", "\(Self.blue)scram.users.file=$files/blue"]
        try await withProxy(files, settings) { proxy, _, _ in
            func challenge(_ listener: String, _ user: String) async throws -> [Substring] {
                let client = try await WireClient.connect(port: proxy.port(of: listener))
                try await client.shakeHands("SCRAM-SHA-256")
                let answer = try await client.authenticate(Array("n,,n=\(user),r=nonce".utf8))
                await client.close()
                // Salt and iterations, behind the nonce.
                return String(buffer: answer.authBytes).split(separator: ",").suffix(2)
            }
            for user in ["alice", "bob", "nobody"] {
                let (red, blue) = (try await challenge("RED", user), try await challenge("BLUE", user))
                #expect(red.first != blue.first, "\(user)")
                #expect(red.last == blue.last, "\(user)")
                #expect(try await challenge("RED", user) == red, "\(user)")
            }
        }
    }

    @Test func `rights are those of the virtual cluster, and so is what DescribeAcls shows`() async throws {
        let line = "principal=User:alice operation=READ resourceType=TOPIC name="
        let files = [
            "red": try users(["alice": "r", "root": "r"]), "blue": try users(["alice": "b", "root": "b"]),
            "red.acls": line + "orders\n", "blue.acls": line + "bills\n",
        ]
        let settings = [
            Self.authorizer, "\(Self.red)scram.users.file=$files/red", "\(Self.red)acls.file=$files/red.acls",
            "\(Self.red)super.users=User:root", "\(Self.blue)scram.users.file=$files/blue",
            "\(Self.blue)acls.file=$files/blue.acls",
        ]
        try await withProxy(files, settings) { proxy, direct, directory in
            for topic in ["red.orders", "red.bills", "blue.orders", "blue.bills"] {
                try await direct.createTopic(topic)
            }
            let red = try await client(proxy.port(of: "RED"), "alice", "r")
            let blue = try await client(proxy.port(of: "BLUE"), "alice", "b")
            #expect(try await topics(red) == ["orders"])
            #expect(try await topics(blue) == ["bills"])
            let root = try await client(proxy.port(of: "RED"), "root", "r")
            #expect(try await topics(root) == ["bills", "orders"])
            let other = try await client(proxy.port(of: "BLUE"), "root", "b")
            #expect(try await topics(other).isEmpty)
            func told(_ client: WireClient) async throws -> [String] {
                let any = DescribeAclsRequest(
                    resourceTypeFilter: 1, resourceNameFilter: nil, patternTypeFilter: 1, principalFilter: nil,
                    hostFilter: nil, operation: 1, permissionType: 1)
                let answer = try await client.call(any, version: 3)
                return answer.errorCode == 0
                    ? answer.resources.map(\.resourceName) : ["\(ErrorCode(rawValue: answer.errorCode))"]
            }
            #expect(try await told(root) == ["orders"])
            #expect(try await told(other) == ["\(ErrorCode.clusterAuthorizationFailed)"])
            let made = try await root.call(
                CreateAclsRequest(creations: [
                    .init(
                        resourceType: 2, resourceName: "a", principal: "User:alice", host: "*", operation: 3,
                        permissionType: 3)
                ]), version: 3)
            #expect(made.results.map(\.errorCode) == [ErrorCode.policyViolation.rawValue])
            #expect(made.results.first?.errorMessage?.contains("\(Self.red)acls.file") == true)
            // Those of one change without the other's.
            try (line + "bills\n").write(toFile: "\(directory)/red.acls", atomically: true, encoding: .utf8)
            try "nonsense".write(toFile: "\(directory)/blue.acls", atomically: true, encoding: .utf8)
            proxy.reload()
            #expect(try await topics(red) == ["bills"])
            #expect(try await topics(blue) == ["bills"])
            for client in [red, blue, root, other] { await client.close() }
        }
    }
}
