import Foundation
import KafkaClient
import KafkaConfiguration
import KafkaCoordination
import KafkaProtocol
import KafkaSecurity
import KafkaServer
import Logging
import Testing

@testable import KafkaProxy

@Suite("What virtual clusters have of their own and what they share")
struct ProxyRealmTests {
    private static let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
    private static let red = "martlet.proxy.virtual.cluster.red."

    /// Runs a test in a directory for its files, `$files` in the settings.
    private func withFiles(_ files: [String: String], _ body: (String) throws -> Void) throws {
        let directory = NSTemporaryDirectory() + "martlet-realms-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        for (name, text) in files {
            try text.write(toFile: "\(directory)/\(name)", atomically: true, encoding: .utf8)
        }
        try body(directory)
    }

    private func configuration(_ directory: String, _ settings: [String]) throws -> BrokerConfiguration {
        let base = [
            "martlet.engine=upstream", "martlet.proxy.upstream.servers=127.0.0.1:9",
            "authorizer.class.name=\(AuthorizationSettings.standardAuthorizer)", "super.users=User:root",
            "listeners=RED://127.0.0.1:0,BLUE://127.0.0.1:0",
            "listener.security.protocol.map=RED:SASL_PLAINTEXT,BLUE:SASL_PLAINTEXT",
            "sasl.enabled.mechanisms=SCRAM-SHA-256", "martlet.proxy.virtual.clusters=red,blue",
            "\(Self.red)listeners=RED", "\(Self.red)prefix=red.",
            "martlet.proxy.virtual.cluster.blue.listeners=BLUE", "martlet.proxy.virtual.cluster.blue.prefix=blue.",
        ]
        return try BrokerConfiguration.load(
            properties: (base + settings).joined(separator: "\n").replacingOccurrences(of: "$files", with: directory))
    }

    private func identity(_ directory: String, _ settings: [String]) throws -> ProxyIdentity {
        let configuration = try configuration(directory, settings)
        return try ProxyIdentity(configuration, try #require(configuration.proxy), logger: Self.logger)
    }

    @Test("Without files of its own a virtual cluster is the proxy in all")
    func shared() throws {
        try withFiles([:]) { directory in
            let identity = try identity(directory, [])
            defer { identity.stop() }
            let (red, proxy) = (identity.realm(of: "red"), identity.realm(of: nil))
            #expect(red.quotas === proxy.quotas)
            #expect(red.access?.authorizer === proxy.access?.authorizer && red.access != nil)
            #expect(red.files.isEmpty)
            #expect(red.access?.aclsKey == "martlet.proxy.acls.file")
        }
    }

    @Test("ACLs and super users are those of the virtual cluster")
    func rights() throws {
        let line = "principal=User:alice operation=READ resourceType=TOPIC name="
        try withFiles(["all": line + "all", "red": line + "red"]) { directory in
            let identity = try identity(
                directory,
                [
                    "martlet.proxy.acls.file=$files/all", "\(Self.red)acls.file=$files/red",
                    "martlet.proxy.virtual.cluster.blue.super.users=User:chief",
                ])
            defer { identity.stop() }
            func mayRead(_ user: String, _ topic: String, _ cluster: String?) throws -> Bool {
                let access = Access(
                    authorizer: try #require(identity.realm(of: cluster).access?.authorizer),
                    decisions: ConnectionDecisions(),
                    principal: KafkaPrincipal(user), host: "10.0.0.1", api: .fetch)
                let gate = AccessGate(access: access, version: 12, topicName: { _ in nil })
                return gate.allows(.readTopic, topic)
            }
            #expect(try mayRead("alice", "red", "red") && !mayRead("alice", "all", "red"))
            // The other has the proxy's ACLs, and a super user of its own beside them.
            #expect(try mayRead("alice", "all", "blue") && !mayRead("alice", "red", "blue"))
            #expect(try mayRead("alice", "all", nil) && !mayRead("alice", "red", nil))
            #expect(try mayRead("root", "any", "red") && mayRead("root", "any", nil) && !mayRead("root", "any", "blue"))
            #expect(try mayRead("chief", "any", "blue") && !mayRead("chief", "any", "red"))
            #expect(identity.realm(of: "red").access?.aclsKey == "\(Self.red)acls.file")
            #expect(identity.realm(of: "blue").access?.aclsKey == "martlet.proxy.acls.file")
        }
    }

    @Test("What is used in one virtual cluster does not count in another with quotas of its own")
    func quotas() throws {
        let line = "user=alice producer_byte_rate=1000"
        try withFiles(["all": line, "red": line]) { directory in
            let identity = try identity(
                directory, ["martlet.proxy.quotas.file=$files/all", "\(Self.red)quotas.file=$files/red"])
            defer { identity.stop() }
            func wait(_ cluster: String?, _ bytes: Double) -> Int32 {
                identity.realm(of: cluster).quotas.record(.produce, bytes, QuotaClient(user: "alice", id: "c"))
            }
            #expect(wait("red", 1_000_000) > 0)
            #expect(wait("blue", 1) == 0)
            #expect(wait("blue", 1_000_000) > 0)
            // Where neither has a file they share what there is.
            #expect(wait(nil, 1) > 0)
        }
    }

    @Test(
        "A mistake is told with its key, file and line",
        arguments: [
            ("acls.file", "# ACLs\nnonsense"), ("scram.users.file", "\nname=alice"), ("quotas.file", "\nuser=a"),
            ("upstream.identities.file", "\nprincipal=User:a mechanism=PLAIN"),
        ])
    func mistakes(key: String, text: String) throws {
        try withFiles(["file": text]) { directory in
            do throws(ProxyStartError) {
                let configuration = try configurationOrFail(directory, "\(Self.red)\(key)=$files/file")
                try ProxyIdentity(configuration.0, configuration.1, logger: Self.logger).stop()
                Issue.record("nothing was told")
            } catch {
                #expect(error.description.hasPrefix("\(Self.red)\(key): \(directory)/file: line 2: "), "\(error)")
            }
        }
    }

    private func configurationOrFail(
        _ directory: String, _ line: String
    ) throws(ProxyStartError) -> (BrokerConfiguration, ProxySettings) {
        guard let configuration = try? configuration(directory, [line]), let settings = configuration.proxy else {
            throw ProxyStartError(description: "the configuration is wrong")
        }
        return (configuration, settings)
    }

    @Test("Clusters with the same keys share connections' secrets, others share nothing")
    func securities() throws {
        try withFiles([:]) { directory in
            let own = "\(Self.red)upstream.security.protocol=SSL"
            let settings = try #require(try configuration(directory, [own]).proxy)
            let all = try settings.upstreamSecurities(["red", "blue", nil]).map { try $0.get() }
            #expect(all.map(\.protocolName) == ["SSL", "PLAINTEXT", "PLAINTEXT"])
            #expect(all[1] === all[2])
            let broken = try #require(
                try configuration(
                    directory, [own, "\(Self.red)upstream.ssl.truststore.location=/nowhere"]
                ).proxy)
            let results = broken.upstreamSecurities(["red", "blue"])
            #expect(throws: ProxyStartError.self) { try results[0].get() }
            #expect(try results[1].get().protocolName == "PLAINTEXT")
            if case .failure(let error) = results[0] { #expect(error.description.contains(Self.red)) }
        }
    }

    @Test("Logins for single clients are their virtual cluster's, on the keys by which that is reached")
    func identities() throws {
        let module = "org.apache.kafka.common.security.plain.PlainLoginModule required"
        func line(_ user: String) -> String {
            #"principal=User:\#(user) mechanism=PLAIN jaas="\#(module) username=\"\#(user)\" password=\"p\";""#
        }
        let protocols = [
            "martlet.proxy.upstream.security.protocol=SASL_PLAINTEXT", "martlet.proxy.upstream.sasl.mechanism=PLAIN",
            "martlet.proxy.upstream.sasl.jaas.config=\(module) username=\"edge\" password=\"e\";",
            "martlet.proxy.upstream.identities.file=$files/all",
        ]
        try withFiles(["all": line("bob"), "red": line("alice")]) { directory in
            func named(_ cluster: String?, _ user: String, _ identity: ProxyIdentity) -> Bool {
                identity.realm(of: cluster).upstream?.security(of: KafkaPrincipal(user)) != nil
            }
            var identity = try identity(directory, protocols + ["\(Self.red)upstream.identities.file=$files/red"])
            #expect(named("red", "alice", identity) && !named("red", "bob", identity))
            #expect(named("blue", "bob", identity) && !named("blue", "alice", identity))
            #expect(identity.realm(of: "blue").upstream === identity.realm(of: nil).upstream)
            identity.stop()
            // Reached by keys of its own, it has nothing of the proxy's.
            identity = try self.identity(directory, protocols + ["\(Self.red)upstream.security.protocol=PLAINTEXT"])
            #expect(identity.realm(of: "red").upstream == nil)
            #expect(named("blue", "bob", identity))
            identity.stop()
        }
    }
}
