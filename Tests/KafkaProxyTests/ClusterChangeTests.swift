import KafkaClient
import KafkaConfiguration
import KafkaServer
import Logging
import Testing

@testable import KafkaProxy

@Suite("A configuration that is read anew")
struct ClusterChangeTests {
    private let old = BrokerAddress(host: "old", port: 9092)
    private let new = BrokerAddress(host: "new", port: 9092)

    private func settings(_ lines: String...) throws -> ProxySettings {
        let configuration = try BrokerConfiguration.load(
            properties: (["martlet.engine=upstream", "martlet.proxy.upstream.servers=old:9092"] + lines)
                .joined(separator: "\n"))
        return try #require(configuration.proxy)
    }

    private func core() throws -> ProxyCore {
        ProxyCore(
            settings: try settings(), bootstrap: [old],
            logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
    }

    @Test("Brokers of another cluster are not taken for those of the one before, nor is what its answers say")
    func cluster() throws {
        let core = try core()
        let before = core.generation
        core.learn(NodeAddress(nodeId: 1, host: "old-1", port: 9092), generation: before)
        #expect(core.brokers(for: .anyBroker).contains(BrokerAddress(host: "old-1", port: 9092)))
        core.replace(settings: try settings(), bootstrap: [new])
        #expect(core.brokers(for: .anyBroker) == [new])
        core.learn(NodeAddress(nodeId: 2, host: "old-2", port: 9092), generation: before)
        #expect(core.brokers(for: .broker(2)) == [])
        #expect(core.learn(all: [7: old], generation: before) == [])
        #expect(core.brokers(for: .anyBroker) == [new])
        // Without a pause, as those from before are the same ones where the cluster is.
        #expect(core.brokers(for: .broker(1)) == [BrokerAddress(host: "old-1", port: 9092)])
        let known = BrokerAddress(host: "new-3", port: 9092)
        #expect(core.learn(all: [3: known], generation: core.generation) == [1])
        #expect(core.brokers(for: .broker(1)) == [])
        #expect(core.brokers(for: .anyBroker) == [new, known])
    }

    @Test("The same brokers to begin with leave what is known of the cluster")
    func sameCluster() throws {
        let core = try core()
        core.learn(NodeAddress(nodeId: 1, host: "old-1", port: 9092), generation: core.generation)
        core.replace(settings: try settings("martlet.proxy.connect.timeout.ms=17"), bootstrap: [old])
        #expect(core.brokers(for: .broker(1)) == [BrokerAddress(host: "old-1", port: 9092)])
        #expect(core.settings.connectTimeoutMilliseconds == 17)
    }

    @Test("Brokers of the cluster before are not shown what is for the next one")
    func credentials() throws {
        let core = try core()
        let other = UpstreamAccess(security: .plaintext, keys: ["sasl.jaas.config": "other"])
        core.learn(NodeAddress(nodeId: 1, host: "old-1", port: 9092), generation: core.generation)
        // Other credentials for the same servers are for their brokers as well.
        core.replace(settings: try settings(), bootstrap: [old], access: other)
        #expect(core.route(to: .broker(1)).brokers == [BrokerAddress(host: "old-1", port: 9092)])
        core.replace(settings: try settings(), bootstrap: [new], access: .plaintext)
        #expect(core.route(to: .broker(1)).brokers == [])
        #expect(core.route(to: .anyBroker).brokers == [new])
        #expect(core.route(to: .anyBroker).generation == core.generation)
        // What waits for a start leaves both as they are.
        core.replace(settings: try settings("martlet.proxy.connect.timeout.ms=17"))
        #expect(core.route(to: .anyBroker).brokers == [new])
        #expect(core.settings.connectTimeoutMilliseconds == 17)
    }

    @Test("A broker that did not answer is tried after the others, until it does")
    func silentBrokers() throws {
        let core = try core()
        core.replace(settings: try settings(), bootstrap: [old, new])
        core.failed(old)
        for _ in 0..<4 { #expect(core.brokers(for: .anyBroker) == [new, old]) }
        core.answered(old)
        #expect(Set((0..<2).map { _ in core.brokers(for: .anyBroker).first }) == [old, new])
    }

    @Test("What clients are told of a listener changes; its brokers keep their ports, as these are bound")
    func places() {
        let book = AddressBook()
        book.setListeners(["A": .init(host: "before", port: 9092, ports: NodePorts(base: 9100))])
        book.replaceListeners([
            "A": .init(host: "after", port: 443, names: SNITemplate("b-$(nodeId).example.com")),
            "B": .init(host: "unknown", port: 1, ports: NodePorts(base: 2)),
        ])
        let address = NodeAddress(nodeId: 3, host: "kafka", port: 9092)
        #expect(
            book.advertised(address, listener: "A", local: ("here", 7))
                == NodeAddress(nodeId: 3, host: "after", port: 9103))
        #expect(
            book.advertised(address, listener: "B", local: ("here", 7))
                == NodeAddress(nodeId: 3, host: "here", port: 7))
    }

    @Test(arguments: [
        ("martlet.proxy.upstream.servers", true), ("martlet.proxy.filter.x.type", true),
        ("martlet.proxy.virtual.cluster.red.prefix", true), ("advertised.listeners", true),
        ("listener.name.clients.plain.sasl.jaas.config", true), ("listeners", false),
        ("martlet.proxy.virtual.clusters", false), ("martlet.proxy.virtual.cluster.red.listeners", false),
        ("martlet.proxy.virtual.cluster.red.upstream.sasl.jaas.config", true),
        ("martlet.proxy.virtual.cluster.red.upstream.security.protocol", false),
        ("martlet.proxy.virtual.cluster.red.acls.file", false), ("martlet.proxy.upstream.security.protocol", false),
        ("martlet.proxy.node.port.base", false),
    ])
    func `keys that need no start`(key: String, isReloaded: Bool) {
        #expect(ReloadedKeys.contains(key) == isReloaded)
    }

    @Test("Keys of two configurations that differ")
    func changedKeys() throws {
        let one = try BrokerConfiguration.load(properties: "num.partitions=3\nlog.retention.ms=-1")
        let other = try BrokerConfiguration.load(properties: "num.partitions=4\nbroker.rack=a\nlog.retention.ms=-1")
        #expect(other.changedKeys(from: one) == ["broker.rack", "num.partitions"])
        #expect(one.changedKeys(from: one) == [])
    }
}
