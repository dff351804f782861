/// Refuses a configuration that makes this node one controller among others.
struct QuorumCheck {
    let layers: ConfigLayers
    let nodeId: Int32
    let listeners: ListenerConfiguration
    private(set) var problems: [ConfigurationProblem] = []

    init(layers: ConfigLayers, nodeId: Int32, listeners: ListenerConfiguration) {
        self.layers = layers
        self.nodeId = nodeId
        self.listeners = listeners
    }

    mutating func run() {
        let roles = layers.list("process.roles")
        if layers.fixed["process.roles"] != nil, !roles.contains("broker") {
            refuse("process.roles", "must contain broker; a controller without a broker is not run here")
        }
        checkVoters()
        checkBootstrapServers()
        for name in listeners.controllerListenerNames
        where roles.contains("controller") && !listeners.controllerListeners.contains(where: { $0.name == name }) {
            refuse(
                "controller.listener.names", "\(name) must be one of listeners when process.roles contains controller")
        }
    }

    private mutating func refuse(_ key: String, _ reason: String) {
        problems.append(.refused(key: key, origin: layers.fixed[key]?.origin, reason: reason))
    }

    private mutating func checkVoters() {
        let key = "controller.quorum.voters"
        for voter in layers.list(key) {
            let parts = voter.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, let id = Int32(parts[0]), Self.address(String(parts[1])) != nil else {
                refuse(key, "\(voter) must be id@host:port")
                continue
            }
            if id != nodeId {
                refuse(
                    key,
                    "names node \(id), but this is a single broker (node \(nodeId)) that is its own controller; "
                        + "a cluster is reached through the proxy")
            }
        }
    }

    private mutating func checkBootstrapServers() {
        let key = "controller.quorum.bootstrap.servers"
        for server in layers.list(key) {
            guard let address = Self.address(server) else {
                refuse(key, "\(server) must be host:port")
                continue
            }
            if !isOwnController(address) {
                refuse(
                    key,
                    "\(server) is no controller listener of this node; this is a single broker that is its own "
                        + "controller, and a cluster is reached through the proxy")
            }
        }
        let hosts = Set(layers.list(key).compactMap { Self.address($0)?.host }.filter { !Self.isLoopback($0) })
        if hosts.count > 1 { refuse(key, "names \(hosts.count) hosts, but this is a single broker") }
    }

    /// The host cannot be resolved here; a controller listener on every interface may have any name.
    private func isOwnController(_ address: (host: String, port: Int)) -> Bool {
        listeners.controllerListeners.contains { listener in
            listener.port == address.port
                && (listener.isWildcard || listener.host == address.host
                    || Self.isLoopback(address.host) && Self.isLoopback(listener.host))
        }
    }

    private static func address(_ text: String) -> (host: String, port: Int)? {
        ListenerEndpoint.parse("X://" + text).map { ($0.host, $0.port) }
    }

    private static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host.hasPrefix("127.") || host == "::1"
    }
}
