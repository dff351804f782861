import KafkaClient
import KafkaConfiguration
import Testing

@testable import KafkaProxy

@Suite("Brokers by their host names on one port")
struct SNITemplateTests {
    @Test("A name leads to its broker, and to none where it is another")
    func names() throws {
        let template = try #require(SNITemplate("Broker-$(nodeId).kafka.example.com"))
        #expect(template.host(7) == "broker-7.kafka.example.com")
        #expect(template.host(-1) == "broker-bootstrap.kafka.example.com")
        #expect(template.nodeId(of: "broker-7.kafka.example.com") == 7)
        #expect(template.nodeId(of: "BROKER-12.KAFKA.EXAMPLE.COM") == 12)
        for other in [
            "broker-bootstrap.kafka.example.com", "broker-.kafka.example.com", "broker-07.kafka.example.com",
            "broker--1.kafka.example.com", "broker-+1.kafka.example.com", "broker-7.example.com", "",
            "broker-99999999999.kafka.example.com",
        ] {
            #expect(template.nodeId(of: other) == nil, "\(other)")
        }
        #expect(SNITemplate("no mark") == nil)
        #expect(SNITemplate("$(nodeId)-$(nodeId)") == nil)
    }

    @Test("Clients are told names, all at the listener's port")
    func advertised() throws {
        let book = AddressBook()
        book.setListeners([
            "TLS": .init(host: "edge", port: 9093, names: SNITemplate("b$(nodeId).edge")),
            "PLAIN": .init(host: "edge", port: 9192, ports: NodePorts(base: 9193)),
        ])
        _ = book.learn(3, at: BrokerAddress(host: "kafka3", port: 9092))
        let known = NodeAddress(nodeId: 3, host: "kafka3", port: 9092)
        #expect(
            book.advertised(known, listener: "TLS", local: ("127.0.0.1", 1))
                == NodeAddress(nodeId: 3, host: "b3.edge", port: 9093))
        #expect(
            book.advertised(known, listener: "PLAIN", local: ("127.0.0.1", 1))
                == NodeAddress(nodeId: 3, host: "edge", port: 9196))
        #expect(book.nodeId(asked: "b3.edge", listener: "TLS") == 3)
        #expect(book.nodeId(asked: "b3.edge", listener: "PLAIN") == nil)
        #expect(book.nodeId(asked: nil, listener: "TLS") == nil)
        #expect(!book.hasPorts("TLS"))
        #expect(book.hasPorts("PLAIN"))
    }

    @Test("A template names the id once, and is for listeners with TLS")
    func configured() throws {
        let common = """
            martlet.engine=upstream
            martlet.proxy.upstream.servers=kafka:9092
            """
        #expect(throws: ConfigurationError.self) {
            try BrokerConfiguration.load(
                properties: common + "\nlisteners=PLAINTEXT://:9092\nmartlet.proxy.sni.template=b$(nodeId)")
        }
        #expect(throws: ConfigurationError.self) {
            try BrokerConfiguration.load(
                properties: common + "\nlisteners=SSL://:9092\nmartlet.proxy.sni.template=broker")
        }
    }
}
