import Foundation
import KafkaConfiguration
import KafkaSecurity
import Logging
import Testing

@testable import KafkaBroker

@Suite struct SecurityReviewTests {
    private static let authorizer = "authorizer.class.name=\(AuthorizationSettings.standardAuthorizer)"

    /// The findings about lines of a server.properties.
    private func review(
        _ lines: [String], directory: String = "/nowhere", file: String? = nil
    ) throws -> [SecurityFinding] {
        let text = (["log.dirs=\(directory)"] + lines).joined(separator: "\n")
        if let file {
            try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        }
        return SecurityReview.findings(
            try BrokerConfiguration.load(properties: text, file: file ?? "server.properties"), file: file,
            now: Int(time(nil)))
    }

    private func has(_ findings: [SecurityFinding], _ severity: SecurityFinding.Severity, _ text: String) -> Bool {
        findings.contains { $0.severity == severity && "\($0.subject): \($0.message)".contains(text) }
    }

    @Test(arguments: [
        ("127.0.0.1", nil), ("localhost", nil), ("[::1]", nil), ("127.8.8.8", nil), ("[::ffff:127.0.0.1]", nil),
        ("", SecurityFinding.Severity.error), ("0.0.0.0", .error), ("[::]", .error), ("8.8.8.8", .error),
        ("172.32.0.1", .error), ("[2001:db8::1]", .error), ("10.0.0.7", .warning), ("172.31.0.1", .warning),
        ("192.168.1.1", .warning), ("[fd00::1]", .warning), ("[fe80::1%eth0]", .warning), ("broker.example", .warning),
    ])
    func `what goes in the clear, and how far`(_ host: String, _ severity: SecurityFinding.Severity?) throws {
        let findings = try review([
            "listeners=PLAINTEXT://\(host):9092", "advertised.listeners=PLAINTEXT://localhost:9092", Self.authorizer,
        ])
        #expect(findings.map(\.severity) == (severity.map { [$0] } ?? []))
        let sasl = try review([
            "listeners=SASL_PLAINTEXT://\(host):9092", "advertised.listeners=SASL_PLAINTEXT://localhost:9092",
            "sasl.enabled.mechanisms=SCRAM-SHA-512", Self.authorizer,
        ])
        #expect(sasl.filter { $0.severity != .note }.map(\.severity) == (severity.map { [$0] } ?? []))
    }

    @Test func `authorization`() throws {
        let local = "listeners=PLAINTEXT://127.0.0.1:9092"
        #expect(has(try review([local]), .warning, "there is no authorizer"))
        #expect(try review([local, Self.authorizer, "super.users=User:admin"]) == [])
        let open = try review([
            local, Self.authorizer, "super.users=User:admin;User:ANONYMOUS;User:*",
            "allow.everyone.if.no.acl.found=true",
        ])
        #expect(has(open, .warning, "allow.everyone.if.no.acl.found: "))
        #expect(has(open, .error, "super.users: User:ANONYMOUS"))
        #expect(has(open, .warning, "super.users: User:* is no pattern"))
        #expect(open.first?.severity == .error)
    }

    @Test func `a TLS listener whose clients are nobody`() throws {
        let lines = ["listeners=SSL://127.0.0.1:9093", "ssl.keystore.type=PEM", "ssl.keystore.location=/no/such"]
        let findings = try review(lines + [Self.authorizer, "ssl.principal.mapping.rules=NONSENSE"])
        #expect(has(findings, .error, "listener SSL: ssl.keystore.location: cannot open /no/such"))
        #expect(has(findings, .warning, "ssl.client.auth=none"))
        #expect(has(findings, .error, "NONSENSE"))
        #expect(
            has(try review(lines + [Self.authorizer, "ssl.client.auth=requested"]), .note, "ssl.client.auth=requested"))
        #expect(!has(try review(lines), .warning, "ssl.client.auth=none"))
        let sasl = lines.map { $0.replacing("SSL://", with: "SASL_SSL://") } + ["sasl.enabled.mechanisms=SCRAM-SHA-256"]
        #expect(!has(try review(sasl + [Self.authorizer]), .warning, "ssl.client.auth=none"))
    }

    @Test func `SASL`() throws {
        let listener = "listeners=SASL_PLAINTEXT://127.0.0.1:9094"
        let plain =
            "listener.name.sasl_plaintext.plain.sasl.jaas.config=org.apache.kafka.common.security.plain."
            + "PlainLoginModule required user_alice=\"alice-secret\" user_bob=\"kT9-unguessable\";"
        let clear = try review([listener, "sasl.enabled.mechanisms=PLAIN", plain, Self.authorizer])
        #expect(has(clear, .warning, "PLAIN sends passwords in the clear"))
        #expect(has(clear, .warning, "password of user alice"))
        #expect(!has(clear, .warning, "user bob"))
        #expect(!"\(clear)".contains("alice-secret") && !"\(clear)".contains("unguessable"))
        let far = try review([
            "listeners=SASL_PLAINTEXT://10.0.0.1:9094", "sasl.enabled.mechanisms=PLAIN", plain, Self.authorizer,
        ])
        #expect(has(far, .error, "PLAIN sends passwords in the clear"))
        #expect(has(try review([listener, "sasl.enabled.mechanisms=PLAIN"]), .error, "must name its users"))
        let bearer = [listener, "sasl.enabled.mechanisms=OAUTHBEARER", Self.authorizer]
        #expect(
            has(
                try review(bearer + ["martlet.sasl.oauthbearer.unsecured.enable=true"]), .error,
                "tokens without a signature"))
        let keys = try review(bearer + ["sasl.oauthbearer.jwks.endpoint.url=http://issuer.example/keys"])
        #expect(has(keys, .warning, "issuer.example in the clear"))
        #expect(has(keys, .warning, "expected.audience"))
        #expect(has(keys, .note, "expected.issuer"))
        #expect(
            has(
                try review(bearer + ["sasl.oauthbearer.jwks.endpoint.url=file:///no/such.json"]), .error,
                "there is no /no/such.json"))
        let tokens = try review([
            listener, "sasl.enabled.mechanisms=SCRAM-SHA-256", "delegation.token.secret.key=Qz7short",
        ])
        #expect(has(tokens, .warning, "delegation.token.secret.key"))
        #expect(!"\(tokens)".contains("Qz7short"))
    }

    @Test func `stored users and changes, while the broker runs as well`() async throws {
        let directory = TestBroker.newDirectory()
        defer { removeDirectories([directory]) }
        let listener = ["listeners=SASL_PLAINTEXT://127.0.0.1:0", "sasl.enabled.mechanisms=SCRAM-SHA-512"]
        let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
        let users = OfflineUsers(
            configuration: try BrokerConfiguration.load(properties: "log.dirs=\(directory)"), logger: logger)
        #expect(has(try review(listener, directory: directory), .note, "no user of SCRAM is stored"))
        #expect(!FileManager.default.fileExists(atPath: directory))
        try await users.add("weak", .sha512, password: "one", iterations: 4096)
        try await users.add("strong", .sha512, password: "two", iterations: 8192)
        let broker = try await TestBroker.start(in: directory, listener)
        chmod(directory, 0o755)
        let findings = try review(listener, directory: directory)
        #expect(has(findings, .warning, "user weak: SCRAM-SHA-512 with 4096 iterations"))
        #expect(!has(findings, .warning, "user strong"))
        #expect(has(findings, .note, "everybody on this machine can read it"))
        #expect(!has(findings, .note, "no user of SCRAM"))
        await broker.stop()
    }

    @Test func `a proxy`() throws {
        let findings = try review([
            "martlet.engine=upstream", "listeners=PLAINTEXT://127.0.0.1:9092",
            "martlet.proxy.upstream.servers=localhost:9092,kafka1:9092,[::1]:9092",
        ])
        #expect(findings.map(\.message) == ["the proxy speaks to kafka1:9092 in the clear"])
        let sasl = try review([
            "martlet.engine=upstream", "listeners=SASL_PLAINTEXT://127.0.0.1:9092",
            "martlet.proxy.upstream.servers=localhost:9094", "sasl.enabled.mechanisms=SCRAM-SHA-512",
        ])
        #expect(has(sasl, .note, "martlet.proxy.scram.users.file is not set"))
        let base = [
            "martlet.engine=upstream", "listeners=PLAINTEXT://127.0.0.1:9092",
            "martlet.proxy.upstream.servers=kafka1:9093", "martlet.proxy.upstream.security.protocol=SSL",
        ]
        #expect(try review(base).isEmpty)
        let lax = try review(base + ["martlet.proxy.upstream.ssl.endpoint.identification.algorithm="])
        #expect(has(lax, .warning, "passes for a broker's"))
        let missing = try review(base + ["martlet.proxy.upstream.ssl.truststore.location=/nowhere"])
        #expect(has(missing, .error, "ssl.truststore.location: cannot open /nowhere"))
    }

    @Test func `virtual clusters of a proxy`() throws {
        let file = NSTemporaryDirectory() + "martlet-review-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try "".write(toFile: file, atomically: true, encoding: .utf8)
        chmod(file, 0o644)
        let red = "martlet.proxy.virtual.cluster.red."
        let base = [
            "martlet.engine=upstream", "listeners=SASL_PLAINTEXT://127.0.0.1:9092",
            "sasl.enabled.mechanisms=SCRAM-SHA-512", "martlet.proxy.upstream.servers=kafka1:9093",
            "martlet.proxy.upstream.security.protocol=SSL", "martlet.proxy.virtual.clusters=red",
            "\(red)listeners=SASL_PLAINTEXT", "\(red)upstream.servers=kafka2:9092",
        ]
        #expect(has(try review(base), .note, "martlet.proxy.scram.users.file is not set"))
        let own = try review(
            base + [Self.authorizer, "\(red)scram.users.file=\(file)", "\(red)super.users=User:ANONYMOUS"])
        #expect(!has(own, .note, "martlet.proxy.scram.users.file is not set"))
        #expect(has(own, .error, "\(red)scram.users.file: \(file) holds the salted hashes"))
        #expect(has(own, .error, "\(red)super.users: User:ANONYMOUS"))
        let clear = try review(base + ["\(red)upstream.security.protocol=PLAINTEXT"])
        #expect(has(clear, .warning, "\(red)upstream.servers: the proxy speaks to kafka2:9092 in the clear"))
        let missing = try review(
            base + ["\(red)upstream.security.protocol=SSL", "\(red)upstream.ssl.truststore.location=/nowhere"])
        #expect(has(missing, .error, "\(red)upstream.…: ssl.truststore.location: cannot open /nowhere"))
        #expect(!has(missing, .error, "martlet.proxy.upstream.…"))
        // Files are looked at also where TLS goes to the cluster.
        let shared = try review(
            base + ["martlet.proxy.upstream.identities.file=\(file)", "\(red)upstream.inherit.credentials=true"])
        #expect(has(shared, .error, "martlet.proxy.upstream.identities.file: \(file) holds passwords"))
        #expect(has(shared, .note, "\(red)upstream.inherit.credentials: whoever runs its servers"))
    }

    @Test func `secrets on the command line`() throws {
        let configuration = try BrokerConfiguration.load(
            properties: "log.dirs=/nowhere", overrides: ["ssl.key.password=T0p-hidden-word"])
        let findings = SecurityReview.findings(configuration, file: nil, now: 0)
        #expect(has(findings, .warning, "ssl.key.password: given by --override"))
        #expect(!"\(findings)".contains("hidden-word"))
    }

    @Test func `secrets in a file that others can read`() throws {
        let file = NSTemporaryDirectory() + "martlet-review-\(UUID().uuidString).properties"
        defer { try? FileManager.default.removeItem(atPath: file) }
        let lines = ["listeners=PLAINTEXT://127.0.0.1:9092", Self.authorizer, "ssl.key.password=T0p-hidden-word"]
        _ = try review(lines, file: file)
        chmod(file, 0o600)
        #expect(!has(try review(lines, file: file), .error, file))
        chmod(file, 0o644)
        let findings = try review(lines, file: file)
        #expect(has(findings, .error, "holds the secret of ssl.key.password"))
        #expect(!"\(findings)".contains("hidden-word"))
        let users = "listener.name.x.plain.sasl.jaas.config=a.PlainLoginModule required user_a=\"T0p-hidden-word\";"
        #expect(has(try review(Array(lines.prefix(2)) + [users], file: file), .error, "listener.name.x.plain"))
        // Without a secret there is nothing to hide, but something to protect.
        #expect(try review(Array(lines.prefix(2)), file: file) == [])
        chmod(file, 0o666)
        #expect(has(try review(Array(lines.prefix(2)), file: file), .error, "everybody can change it"))
    }
}
