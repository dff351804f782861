import KafkaClient
import Testing

@testable import KafkaProxy

@Suite("Where clients find the brokers of a cluster")
struct AddressBookTests {
    private func book(host: String?) -> AddressBook {
        let book = AddressBook()
        book.setListeners(["EXTERNAL": .init(host: host, port: 9092, ports: NodePorts(base: 9100))])
        return book
    }

    private func advertised(_ nodeId: Int32, host: String?) -> NodeAddress {
        book(host: host).advertised(
            NodeAddress(nodeId: nodeId, host: "kafka1.internal", port: 19092), listener: "EXTERNAL",
            local: ("192.0.2.1", 9092))
    }

    @Test("A broker's port is the base and its id; its host what was set, or where the client came to")
    func places() {
        #expect(advertised(3, host: "edge") == NodeAddress(nodeId: 3, host: "edge", port: 9103))
        #expect(advertised(0, host: nil) == NodeAddress(nodeId: 0, host: "192.0.2.1", port: 9100))
        #expect(advertised(12, host: "b-$(nodeId).x.$(nodeId)$").host == "b-12.x.12$")
    }

    @Test("A broker that has no port stands at the listener itself: no address of the cluster is told")
    func hidesOthers() {
        #expect(advertised(-1, host: "edge") == NodeAddress(nodeId: -1, host: "edge", port: 9092))
        #expect(advertised(60_000, host: "edge") == NodeAddress(nodeId: 60_000, host: "edge", port: 9092))
    }

    @Test("A broker that moved is news, one that stayed is not")
    func learns() {
        let book = book(host: nil)
        let (old, new) = (BrokerAddress(host: "a", port: 1), BrokerAddress(host: "b", port: 2))
        #expect(book.learn(1, at: old))
        #expect(!book.learn(1, at: old))
        #expect(book.learn(1, at: new))
        #expect(book.address(of: 1) == new)
        #expect(!book.learn(-1, at: old))
    }

    @Test("A broker that was learnt of is not settled before its ports are")
    func settles() {
        let book = book(host: nil)
        #expect(book.isSettled(1))
        _ = book.learn(1, at: BrokerAddress(host: "a", port: 1))
        #expect(!book.isSettled(1))
        book.settle(1)
        #expect(book.isSettled(1))
        #expect(book.isSettled(-1))
    }

    @Test("A broker whose port is not open is shown at the listener, until it is")
    func missingPorts() {
        let book = book(host: "edge")
        func port() -> Int32 {
            book.advertised(NodeAddress(nodeId: 3, host: "k", port: 1), listener: "EXTERNAL", local: ("edge", 9092))
                .port
        }
        book.setOpen(3, listener: "EXTERNAL", false)
        #expect(port() == 9092)
        book.setOpen(3, listener: "EXTERNAL", true)
        #expect(port() == 9103)
    }

    @Test("A broker has left when several answers in a row do not name it")
    func leaves() {
        let book = book(host: nil)
        let (one, two) = (BrokerAddress(host: "a", port: 1), BrokerAddress(host: "b", port: 2))
        #expect(book.learn(all: [1: one, 2: two]) == [])
        #expect(book.learn(all: [1: one]) == [])
        #expect(book.learn(all: [1: one]) == [])
        #expect(book.learn(all: [1: one, 2: two]) == [])
        #expect(book.learn(all: [1: one]) == [])
        #expect(book.learn(all: [1: one]) == [])
        #expect(book.address(of: 2) == two)
        #expect(book.learn(all: [1: one]) == [2])
        #expect(book.nodes == [1: one])
    }

    @Test("Addresses in values keep what names them")
    func values() {
        func rewrite(_ list: String) -> String {
            ValueAddresses.rewrite(list, NodeAddress(nodeId: 1, host: "edge", port: 9101)) { voter in
                NodeAddress(nodeId: voter, host: "edge", port: 9100 + voter)
            }
        }
        #expect(
            rewrite("PLAINTEXT://10.0.0.1:9092,SSL://[::1]:9093")
                == "PLAINTEXT://edge:9101,SSL://edge:9101")
        #expect(rewrite("1@kafka1:9093,2@kafka2:9093") == "1@edge:9101,2@edge:9102")
        #expect(rewrite("kafka1:9093") == "edge:9101")
    }
}
