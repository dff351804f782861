import Testing

@testable import KafkaProxy

@Suite("Ports of brokers")
struct NodePortsTests {
    private func assign(_ listeners: (String, Int, Int?)...) -> [String: NodePorts] {
        NodePorts.assign(
            listeners.map { NodePorts.Listener(name: $0.0, port: $0.1, base: $0.2) },
            ownPorts: Set(listeners.map(\.1)))
    }

    @Test("They follow the listener's own port")
    func one() {
        let ports = assign(("A", 9092, nil))
        #expect((-1...3).map { ports["A"]?.port(of: $0) } == [nil, 9093, 9094, 9095, 9096])
        #expect(ports["A"]?.port(of: 65_535 - 9093) == 65_535)
        #expect(ports["A"]?.port(of: 65_536 - 9093) == nil)
        #expect(ports["A"]?.port(of: .max) == nil)
    }

    @Test("Listeners that lie apart have those between them")
    func apart() {
        let ports = assign(("RED", 9092, nil), ("BLUE", 9200, nil))
        #expect(ports["RED"]?.port(of: 106) == 9199)
        #expect(ports["RED"]?.port(of: 107) == nil)
        #expect(ports["BLUE"]?.port(of: 0) == 9201)
    }

    @Test("Listeners next to each other have theirs above both")
    func adjacent() {
        let ports = assign(("PLAINTEXT", 9092, nil), ("SSL", 9093, nil))
        #expect(ports["PLAINTEXT"]?.port(of: 0) == 9094)
        #expect(ports["PLAINTEXT"]?.port(of: 99) == 9193)
        #expect(ports["PLAINTEXT"]?.port(of: 100) == nil)
        #expect(ports["SSL"]?.port(of: 0) == 9194)
        #expect(ports["SSL"]?.port(of: 1001) == 10_195)
    }

    @Test("Bases that are set reach to the next, and leave the listeners out")
    func bases() {
        let ports = assign(("A", 9092, 9090), ("B", 19_092, 9100), ("C", 29_092, 9100))
        #expect((0..<4).map { ports["A"]?.port(of: $0) } == [9090, 9091, nil, 9093])
        #expect(ports["A"]?.port(of: 10) == nil)
        #expect(ports["B"]?.port(of: 5) == 9105)
        #expect(ports["C"]?.port(of: 5) == nil)
    }

    @Test("No port stands for two things", arguments: 0..<500)
    func disjoint(seed: UInt64) {
        var generator = SplitMix64(seed)
        var used: Set<Int> = []
        let listeners = (0..<Int.random(in: 1...4, using: &generator)).map { index in
            NodePorts.Listener(
                name: "L\(index)", port: Int.random(in: 1...300, using: &generator),
                base: Bool.random(using: &generator) ? Int.random(in: 1...300, using: &generator) : nil)
        }
        let own = Set(listeners.map(\.port))
        for (_, ports) in NodePorts.assign(listeners, ownPorts: own) {
            for nodeId in Int32(0)..<400 {
                guard let port = ports.port(of: nodeId) else { continue }
                #expect(!own.contains(port) && used.insert(port).inserted)
            }
        }
    }
}
