import KafkaConfiguration
import KafkaCoordination
import KafkaSecurity
import Logging
import Testing

@testable import KafkaServer

@Suite struct SettingsFileTests {
    @Test func `ACLs of a file`() throws {
        let text = """
            # who may read
            principal=User:alice operation=READ resourceType=TOPIC name=orders

              name="a \\"b\\" c" patternType=prefixed permissionType=deny operation=describe_configs \
            resourceType=transactionalId principal="User:CN=x, O=y" host=10.0.0.1
            principal=User:* operation=Alter resourceType=cluster
            """
        let expected = [
            AclBinding(.topic, "orders", principal: "User:alice", operation: .read),
            AclBinding(
                .transactionalId, #"a "b" c"#, .prefixed, principal: "User:CN=x, O=y", host: "10.0.0.1",
                operation: .describeConfigs, permission: .deny),
            AclBinding(.cluster, "kafka-cluster", principal: "User:*", operation: .alter),
        ]
        #expect(try AclFile.parse(text) == expected)
        #expect(try AclFile.parse(expected.map(AclFile.line).joined(separator: "\n")) == expected)
    }

    @Test(arguments: [
        ("principal=User:a operation=READ resourceType=TOPIC", "line 1: name is missing"),
        ("\nprincipal=a operation=READ resourceType=TOPIC name=t", "line 2: principal must be such as User:alice"),
        ("principal=User:a operation=READ resourceType=TOPIC name=", "line 1: name is empty"),
        ("principal=User:a operation=READ resourceType=TOPIC name=t topic=t", "line 1: topic is not known"),
        ("principal=User:a principal=User:b", "line 1: principal stands there twice"),
        ("principal=User:a name=\"t", "line 1: the quotes of name do not end"),
        ("principal=User:a name=\"t\"x", "line 1: a blank must follow the quotes of name"),
        ("allow alice", "line 1: '=' is missing"),
        ("allow alice=1", "line 1: it must be key=value, with quotes around values that have blanks"),
        (
            "principal=User:a operation=READ resourceType=CLUSTER name=c",
            "line 1: the only name of the CLUSTER resource is kafka-cluster"
        ),
        (
            "principal=User:a permissionType=MAYBE operation=READ resourceType=TOPIC name=t",
            "line 1: permissionType must be one of DENY, ALLOW"
        ),
    ])
    func `ACLs that are wrong`(text: String, problem: String) {
        #expect(throws: SettingsLine.Problem(problem)) { try AclFile.parse(text) }
    }

    @Test func `an authorizer takes what changed`() throws {
        let configuration = try BrokerConfiguration.load(
            properties: "",
            overrides: [
                "authorizer.class.name=\(AuthorizationSettings.standardAuthorizer)", "log.dirs=/tmp/none",
            ])
        let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
        let authorizer = try #require(
            Authorizer(configuration.authorization, acls: AclStore(), logger: logger))
        let alice = AclPeer(principal: "User:alice", host: "10.0.0.1")
        func mayRead(_ topic: String) -> Bool { authorizer.decide(.read, AclResource(.topic, topic), by: alice) }
        func binding(_ topic: String) -> AclBinding {
            AclBinding(.topic, topic, principal: "User:alice", operation: .read)
        }
        authorizer.use([binding("a"), binding("b")])
        let version = authorizer.version
        #expect(mayRead("a") && mayRead("b") && !mayRead("c"))
        authorizer.use([binding("b"), binding("a")])
        #expect(authorizer.version == version)
        authorizer.use([binding("b"), binding("c")])
        #expect(authorizer.version != version)
        #expect(!mayRead("a") && mayRead("b") && mayRead("c"))
    }

    @Test func `users of a file`() throws {
        let alice = ScramUsersFile.Key(user: "alice b", mechanism: .sha512)
        let bob = ScramUsersFile.Key(user: "bob", mechanism: .sha256)
        let one = try ScramCredential(.sha512, password: "s", salt: ScramCredential.makeSalt())
        let two = try ScramCredential(.sha256, password: "t", salt: ScramCredential.makeSalt(), iterations: 5000)
        let other = try ScramCredential(.sha512, password: "u", salt: ScramCredential.makeSalt())
        var text = try ScramUsersFile.adding(alice, one, to: "# users\n")
        text = try ScramUsersFile.adding(bob, two, to: text)
        #expect(try ScramUsersFile.parse(text) == [alice: one, bob: two])
        text = try ScramUsersFile.adding(alice, other, to: text)
        #expect(try ScramUsersFile.parse(text) == [alice: other, bob: two])
        #expect(text.hasPrefix("# users\n") && text.hasSuffix("\n"))
        let users = ScramUsersFile()
        #expect(try users.take(text) == 2)
        #expect(users.credential(.sha256, "bob") == two)
        #expect(users.credential(.sha512, "bob") == nil)
        #expect(throws: SettingsLine.Problem.self) { try users.take(text + text) }
        #expect(users.credential(.sha256, "bob") == two)
        for line in [
            "name=a mechanism=PLAIN salt=YQ== stored_key=YQ== server_key=YQ== iterations=4096",
            "name=a mechanism=SCRAM-SHA-256 salt=YQ== stored_key=YQ== server_key=YQ== iterations=4096",
        ] {
            #expect(throws: SettingsLine.Problem.self) { try ScramUsersFile.parse(line) }
        }
    }

    @Test func `quotas of a file`() throws {
        let store = try QuotaFile.parse(
            """
            user=alice producer_byte_rate=1024 consumer_byte_rate=2048
            user=<default> client-id=loader request_percentage=50.5
            user=carol controller_mutation_rate=0.5
            ip=::1 connection_creation_rate=5
            ip=<default> connection_creation_rate=7
            """)
        #expect(store.limit(.mutation, user: "carol", clientId: "x")?.value == 0.5)
        // As Java writes it.
        #expect(store.connectionLimit(ip: "0:0:0:0:0:0:0:1") == 5)
        #expect(store.connectionLimit(ip: "10.0.0.1") == 7)
        #expect(store.limit(.produce, user: "alice", clientId: "x")?.value == 1024)
        #expect(store.limit(.fetch, user: "bob", clientId: "x") == nil)
        #expect(store.limit(.request, user: "bob", clientId: "loader")?.value == 50.5)
        for line in [
            "producer_byte_rate=1", "user=a", "user=a producer_byte_rate=0", "user=a producer_byte_rate=x",
            "user=a connection_creation_rate=1", "ip=1.2.3.4 controller_mutation_rate=1", "user=a rate=1",
            "ip=1.2.3.4 connection_creation_rate=1.5", "ip=host connection_creation_rate=1",
            "ip=1.2.3 connection_creation_rate=1", "ip=1.2.3.4 user=a connection_creation_rate=1",
            "user=a producer_byte_rate=1\nuser=a consumer_byte_rate=1",
        ] {
            #expect(throws: SettingsLine.Problem.self, "\(line)") { try QuotaFile.parse(line) }
        }
    }
}
