import KafkaConfiguration
import Testing

@Suite struct VirtualIdentityCheckTests {
    private static let base = [
        "martlet.engine=upstream", "martlet.proxy.upstream.servers=cluster:9092",
        "listeners=RED://127.0.0.1:0,BLUE://127.0.0.1:0",
        "listener.security.protocol.map=RED:SASL_PLAINTEXT,BLUE:PLAINTEXT",
        "martlet.proxy.virtual.clusters=red,blue",
        "martlet.proxy.virtual.cluster.red.listeners=RED", "martlet.proxy.virtual.cluster.red.prefix=red.",
        "martlet.proxy.virtual.cluster.blue.listeners=BLUE", "martlet.proxy.virtual.cluster.blue.prefix=blue.",
    ]
    private static let authorizer = "authorizer.class.name=\(AuthorizationSettings.standardAuthorizer)"
    private static let login = [
        "martlet.proxy.upstream.security.protocol=SASL_SSL", "martlet.proxy.upstream.sasl.mechanism=PLAIN",
    ]
    private static let red = "martlet.proxy.virtual.cluster.red."
    private static let blue = "martlet.proxy.virtual.cluster.blue."

    private func problems(_ lines: [String]) -> [String] {
        do throws(ConfigurationError) {
            _ = try BrokerConfiguration.load(properties: (Self.base + lines).joined(separator: "\n"))
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    private func warnings(_ lines: [String]) throws -> [String] {
        try BrokerConfiguration.load(properties: (Self.base + lines).joined(separator: "\n")).warnings
            .map(\.description)
    }

    private func settings(_ lines: [String]) throws -> ProxySettings {
        let configuration = try BrokerConfiguration.load(properties: (Self.base + lines).joined(separator: "\n"))
        return try #require(configuration.proxy)
    }

    @Test(arguments: [
        (["\(blue)scram.users.file=/u"], "\(blue)scram.users.file"),
        (["\(red)acls.file=/a"], "\(red)acls.file"),
        (["\(red)super.users=User:a"], "\(red)super.users"),
        ([authorizer, "\(red)super.users=a"], "\(red)super.users"),
        (["\(red)upstream.sasl.mechanism=PLAIN"], "\(red)upstream.security.protocol"),
        (["\(red)upstream.ssl.truststore.type=PEM"], "\(red)upstream.security.protocol"),
        (
            ["\(red)upstream.security.protocol=SSL", "\(red)upstream.inherit.credentials=true"],
            "\(red)upstream.inherit.credentials"
        ),
        (login + ["\(red)upstream.servers=elsewhere:9092"], "\(red)upstream.servers"),
        (
            [
                "martlet.proxy.upstream.security.protocol=SSL", "martlet.proxy.upstream.ssl.keystore.location=/k",
                "\(red)upstream.servers=cluster:9092,elsewhere:9092",
            ], "\(red)upstream.servers"
        ),
        (["\(red)upstream.security.protocol=TLS"], "\(red)upstream.security.protocol"),
        (["\(red)upstream.ssl.keystore=/k"], "\(red)upstream.ssl.keystore"),
    ])
    func `what makes no sense is refused`(lines: [String], key: String) {
        let problems = problems(lines)
        #expect(problems.count == 1)
        #expect(problems.first?.contains(key) == true, "\(problems)")
    }

    @Test(arguments: [
        [authorizer, "\(red)acls.file=/a", "\(red)super.users=User:a;User:CN=b,O=c", "\(red)scram.users.file=/u"],
        login + ["\(red)upstream.servers=cluster:9092"],
        login + ["\(red)upstream.servers=elsewhere:9092", "\(red)upstream.inherit.credentials=true"],
        login + ["\(red)upstream.servers=elsewhere:9092", "\(red)upstream.security.protocol=PLAINTEXT"],
        ["martlet.proxy.upstream.security.protocol=SSL", "\(red)upstream.servers=elsewhere:9093"],
        ["\(red)upstream.servers=elsewhere:9093", "\(red)quotas.file=/q"],
    ])
    func `what does is taken`(lines: [String]) {
        #expect(problems(lines) == [])
    }

    @Test func `users of its own with the rights of others are warned of`() throws {
        let own = ["\(Self.red)scram.users.file=/u"]
        let shared = [
            Self.authorizer, "martlet.proxy.acls.file=/a", "super.users=User:root",
            "martlet.proxy.upstream.identities.file=/i", "martlet.proxy.upstream.security.protocol=SASL_SSL",
        ]
        #expect(try warnings(own).isEmpty)
        #expect(try warnings(shared).isEmpty)
        #expect(try warnings(own + shared).count == 3)
        let told = try warnings(
            own + shared + [
                "\(Self.red)acls.file=/b", "\(Self.red)super.users=", "\(Self.red)upstream.identities.file=/j",
            ])
        #expect(told.isEmpty)
        #expect(try warnings(["martlet.proxy.acls.file=/a"]).first?.contains("authorizer.class.name") == true)
    }

    @Test func `keys towards a cluster are all its own or all the proxy's`() throws {
        let shared = Self.login + ["martlet.proxy.upstream.identities.file=/i"]
        var proxy = try settings(shared)
        #expect(proxy.upstreamKeys(of: "red").prefix == "martlet.proxy.")
        #expect(
            proxy.upstreamKeys(of: "red").upstreamClient == [
                "security.protocol": "SASL_SSL", "sasl.mechanism": "PLAIN",
            ])
        #expect(proxy.upstreamIdentities(of: "red")?.upstreamIdentitiesFile == "/i")
        proxy = try settings(shared + ["\(Self.red)upstream.security.protocol=SSL"])
        #expect(proxy.upstreamKeys(of: "red").upstreamClient == ["security.protocol": "SSL"])
        #expect(proxy.upstreamIdentities(of: "red") == nil)
        #expect(proxy.upstreamKeys(of: "blue").prefix == "martlet.proxy.")
        #expect(proxy.upstreamKeys(of: nil).prefix == "martlet.proxy.")
        proxy = try settings(shared + ["\(Self.red)upstream.identities.file=/j"])
        #expect(proxy.upstreamKeys(of: "red").prefix == "martlet.proxy.")
        #expect(proxy.upstreamIdentities(of: "red")?.upstreamIdentitiesFile == "/j")
        #expect(proxy.upstreamIdentities(of: "blue")?.upstreamIdentitiesFile == "/i")
        #expect(proxy.virtualCluster(ofListener: "RED")?.name == "red")
    }

    @Test func `secrets of a virtual cluster are hidden`() throws {
        let lines = [
            "\(Self.red)upstream.security.protocol=SASL_SSL", "\(Self.red)upstream.sasl.jaas.config=T0p-hidden-word",
            "\(Self.red)upstream.ssl.keystore.password=T0p-hidden-word", "\(Self.red)acls.file=/a", Self.authorizer,
        ]
        let report = try BrokerConfiguration.load(properties: (Self.base + lines).joined(separator: "\n")).report()
        #expect(!report.contains("hidden-word"))
        let rows = report.split(separator: "\n").map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        #expect(rows.contains("\(Self.red)upstream.sasl.jaas.config [hidden]"))
        #expect(rows.contains("\(Self.red)upstream.ssl.keystore.password [hidden]"))
        #expect(rows.contains("\(Self.red)acls.file /a"))
    }
}
