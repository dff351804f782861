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
        /// The ports of brokers; nil where they have none of their own.
        var ports: NodePorts?
        /// The names of brokers on the listener's own port, where they have no ports.
        var names: SNITemplate?
    }

    /// Brokers that are remembered; a cluster does not have more.
    static let mostNodes = 10_000
    /// Answers in a row that do not name a broker before it is taken to have left; one that restarts is soon named again.
    static let mostAbsences = 3

    private struct State {
        var listeners: [String: Listener] = [:]
        var nodes: [Int32: BrokerAddress] = [:]
        var settled: Set<Int32> = []
        /// In how many answers in a row a broker was not named.
        var absences: [Int32: Int] = [:]
        /// Whether the brokers may be those of another cluster, which was behind the proxy before.
        var isDoubted = false
        /// By listener, the brokers whose ports could not be had.
        var missing: [String: Set<Int32>] = [:]
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
                new.ports = old.ports
                if (new.names == nil) != (old.names == nil) { new.names = old.names }
                state.listeners[name] = new
            }
        }
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

    /// Notes where all brokers of the cluster are.
    ///
    /// - Returns: those that have left.
    func learn(all brokers: [Int32: BrokerAddress]) -> [Int32] {
        for (nodeId, address) in brokers { _ = learn(nodeId, at: address) }
        return state.withLock { state in
            let bound = state.isDoubted ? 1 : Self.mostAbsences
            state.isDoubted = false
            var gone: [Int32] = []
            for nodeId in state.nodes.keys {
                let absences = brokers[nodeId] == nil ? (state.absences[nodeId] ?? 0) + 1 : 0
                state.absences[nodeId] = absences == 0 ? nil : absences
                if absences >= bound { gone.append(nodeId) }
            }
            for nodeId in gone {
                state.nodes[nodeId] = nil
                state.absences[nodeId] = nil
            }
            return gone.sorted()
        }
    }

    /// There may be another cluster now: until all brokers are known anew, those from before are not asked in place of
    /// any other.
    func doubt() {
        state.withLock { $0.isDoubted = true }
    }

    /// There is another cluster now: none of its brokers is known.
    func forget() {
        state.withLock { state in
            state.isDoubted = true
            state.nodes = [:]
            state.absences = [:]
        }
    }

    /// Brokers that may be asked in place of any other, by their ids.
    var trusted: [Int32: BrokerAddress] { state.withLock { $0.isDoubted ? [:] : $0.nodes } }

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
        state.withLock { $0.listeners[listener]?.ports?.port(of: nodeId) }
    }

    /// Notes whether a broker's port on a listener is open. Clients are not sent to one that is not: it may be anyone's.
    func setOpen(_ nodeId: Int32, listener: String, _ isOpen: Bool) {
        state.withLock { state in
            if isOpen {
                state.missing[listener]?.remove(nodeId)
            } else {
                state.missing[listener, default: []].insert(nodeId)
            }
        }
    }

    /// The broker that a client of a listener asked for by name; nil for any.
    func nodeId(asked name: String?, listener: String) -> Int32? {
        guard let name else { return nil }
        return state.withLock { $0.listeners[listener]?.names }?.nodeId(of: name)
    }

    /// Whether brokers have ports of their own on a listener.
    func hasPorts(_ listener: String) -> Bool {
        state.withLock { $0.listeners[listener]?.ports != nil }
    }

    /// What clients of a listener are told in place of a broker's address. For a broker without an id, or without a
    /// port, that is the listener itself, so that no address of the cluster is ever told.
    ///
    /// - Parameter local: the address that the client connected to.
    func advertised(
        _ address: NodeAddress, listener: String, local: (host: String, port: Int)
    ) -> NodeAddress {
        let (listeners, isMissing) = state.withLock { state in
            (state.listeners[listener], state.missing[listener]?.contains(address.nodeId) == true)
        }
        guard let known = listeners else {
            return NodeAddress(nodeId: address.nodeId, host: local.host, port: Int32(clamping: local.port))
        }
        if let names = known.names {
            return NodeAddress(
                nodeId: address.nodeId, host: names.host(address.nodeId), port: Int32(clamping: known.port))
        }
        let port = (isMissing ? nil : known.ports?.port(of: address.nodeId)) ?? known.port
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
