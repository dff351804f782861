import KafkaClient
import Synchronization

/// Which brokers the cluster has, and where clients find each of them.
///
/// A broker's place depends on nothing but its id and the settings, so that a restart, or another proxy of the same
/// settings, shows the same. Safe from any thread.
final class AddressBook: Sendable {
    /// A listener of the proxy, as clients are told of it.
    struct Listener: Sendable, Equatable {
        /// The host that clients are told, `$(nodeId)` standing for a broker's id; nil for the one they came to.
        var host: String?
        /// The listener's own port, which stands for any broker.
        var port: Int
        /// The port of broker 0.
        var portBase: Int
        /// The names of brokers on the listener's own port, where they have no ports of their own.
        var names: SNITemplate?
    }

    /// Brokers that are remembered; a cluster does not have more.
    static let mostNodes = 10_000

    private struct State {
        var listeners: [String: Listener] = [:]
        var nodes: [Int32: BrokerAddress] = [:]
        var settled: Set<Int32> = []
    }

    private let state = Mutex(State())

    /// The listeners, by name; once they are bound.
    func setListeners(_ listeners: [String: Listener]) {
        state.withLock { $0.listeners = listeners }
    }

    /// Takes up what clients are told of the listeners. Ports are bound already, so brokers keep theirs, and whether they
    /// have any.
    func replaceListeners(_ listeners: [String: Listener]) {
        state.withLock { state in
            for (name, old) in state.listeners {
                guard var new = listeners[name] else { continue }
                new.portBase = old.portBase
                if (new.names == nil) != (old.names == nil) { new.names = old.names }
                state.listeners[name] = new
            }
        }
    }

    /// Forgets where the brokers are; their ports stay open.
    func forgetNodes() {
        state.withLock { $0.nodes = [:] }
    }

    /// Notes where a broker is. True if that is news.
    func learn(_ nodeId: Int32, at address: BrokerAddress) -> Bool {
        state.withLock { state in
            guard nodeId >= 0, state.nodes[nodeId] != address,
                state.nodes[nodeId] != nil || state.nodes.count < Self.mostNodes
            else { return false }
            state.nodes[nodeId] = address
            return true
        }
    }

    /// The ports of a broker are open, or it is known that they cannot be.
    func settle(_ nodeId: Int32) {
        state.withLock { _ = $0.settled.insert(nodeId) }
    }

    /// Whether clients may be sent to a broker's ports: they are open, or waiting would not open them.
    func isSettled(_ nodeId: Int32) -> Bool {
        nodeId < 0 || state.withLock { $0.settled.contains(nodeId) || $0.nodes[nodeId] == nil }
    }

    /// Where a broker is.
    func address(of nodeId: Int32) -> BrokerAddress? {
        state.withLock { $0.nodes[nodeId] }
    }

    /// Every broker that is known, by its id.
    var nodes: [Int32: BrokerAddress] { state.withLock { $0.nodes } }

    /// The port that stands for a broker on a listener; nil where there is no room for it.
    func port(of nodeId: Int32, listener: String) -> Int? {
        guard nodeId >= 0, let known = state.withLock({ $0.listeners[listener] }), known.names == nil else {
            return nil
        }
        let port = known.portBase + Int(nodeId)
        return (1...65535).contains(port) ? port : nil
    }

    /// The broker that a client of a listener asked for by name; nil for any.
    func nodeId(asked name: String?, listener: String) -> Int32? {
        guard let name else { return nil }
        return state.withLock { $0.listeners[listener]?.names }?.nodeId(of: name)
    }

    /// Whether brokers have ports of their own on a listener.
    func hasPorts(_ listener: String) -> Bool {
        state.withLock { $0.listeners[listener]?.names == nil }
    }

    /// What clients of a listener are told in place of a broker's address. For a broker without an id, or without a
    /// port, that is the listener itself, so that no address of the cluster is ever told.
    ///
    /// - Parameter local: the address that the client connected to.
    func advertised(
        _ address: NodeAddress, listener: String, local: (host: String, port: Int)
    ) -> NodeAddress {
        guard let known = state.withLock({ $0.listeners[listener] }) else {
            return NodeAddress(nodeId: address.nodeId, host: local.host, port: Int32(clamping: local.port))
        }
        if let names = known.names {
            return NodeAddress(
                nodeId: address.nodeId, host: names.host(address.nodeId), port: Int32(clamping: known.port))
        }
        let port = port(of: address.nodeId, listener: listener) ?? known.port
        let host = known.host.map { Self.replace($0, nodeId: address.nodeId) } ?? local.host
        return NodeAddress(nodeId: address.nodeId, host: host, port: Int32(clamping: port))
    }

    private static func replace(_ template: String, nodeId: Int32) -> String {
        let mark = "$(nodeId)"
        var result = ""
        var rest = Substring(template)
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            if rest[dollar...].hasPrefix(mark) {
                result += nodeId < 0 ? "bootstrap" : String(nodeId)
                rest = rest[dollar...].dropFirst(mark.count)
            } else {
                result.append("$")
                rest = rest[dollar...].dropFirst()
            }
        }
        return result + rest
    }
}
