import KafkaConfiguration

/// The ports of brokers on one listener of the proxy: a base, and the broker's id above it.
///
/// They depend on the settings alone, and no port stands for two things: not for brokers of two listeners, and not for a
/// broker and a listener.
struct NodePorts: Sendable, Equatable {
    /// How many ports a listener has for brokers at least, where it lies next to another one and no base is set.
    static let leastSpace = 100

    /// The port of broker 0.
    let base: Int
    /// Where the ports of another listener's brokers begin.
    let end: Int
    /// The listeners' own ports.
    let taken: Set<Int>

    /// The ports of brokers that begin at a base, with nothing else near.
    init(base: Int, end: Int = 65_536, taken: Set<Int> = []) {
        (self.base, self.end, self.taken) = (base, end, taken)
    }

    /// The port that stands for a broker; nil where there is no room for it.
    func port(of nodeId: Int32) -> Int? {
        let port = base + Int(nodeId)
        return nodeId >= 0 && port > 0 && port < end && !taken.contains(port) ? port : nil
    }

    /// A listener, as far as it matters here.
    struct Listener {
        var name: String
        var port: Int
        /// What is set for it.
        var base: Int?
    }

    /// The ports of each listener that has any, by its name.
    ///
    /// - Parameter ownPorts: those of all listeners, of the ones too whose brokers have no ports.
    static func assign(_ listeners: [Listener], ownPorts: Set<Int>) -> [String: NodePorts] {
        let highest = ownPorts.max() ?? 0
        let isCrowded = listeners.contains { listener in
            listener.base == nil
                && ownPorts.contains { $0 > listener.port && $0 - listener.port < Self.leastSpace }
        }
        var bases: [(name: String, base: Int)] = []
        for (index, listener) in listeners.enumerated() {
            let near = isCrowded ? highest + 1 + index * leastSpace : listener.port + 1
            bases.append((listener.name, listener.base ?? near))
        }
        var ports: [String: NodePorts] = [:]
        for (index, one) in bases.enumerated() {
            // Of two that begin at the same port the first has it.
            let others = bases.enumerated().filter { other in
                other.element.base > one.base || other.element.base == one.base && other.offset < index
            }
            ports[one.name] = NodePorts(
                base: one.base, end: min(65_536, others.map(\.element.base).min() ?? 65_536), taken: ownPorts)
        }
        return ports
    }

    /// The ports of the listeners of a configuration.
    ///
    /// - Parameter bound: the ports that they got, by their names; those that are configured stand where it says nothing.
    static func assign(
        _ configuration: BrokerConfiguration, _ settings: ProxySettings, bound: [String: Int] = [:]
    ) -> [String: NodePorts] {
        let all = configuration.listeners.listeners.map { listener in
            Listener(
                name: listener.name, port: bound[listener.name] ?? listener.port,
                base: settings.nodePortBases[listener.name])
        }
        return assign(
            all.filter { settings.sniTemplates[$0.name] == nil }, ownPorts: Set(all.map(\.port).filter { $0 > 0 }))
    }
}
