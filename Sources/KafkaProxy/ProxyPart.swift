import KafkaConfiguration
import KafkaServer

/// The listeners of a proxy that stand for one cluster, and the watch over that cluster.
struct ProxyPart: Sendable {
    let core: ProxyCore
    /// The name of the virtual cluster; nil for listeners of none.
    let name: String?
    /// Tells whether the cluster answers.
    let probe: ClusterProbe
    private let watch: Task<Void, Never>

    /// Looks for the brokers of the cluster, and opens their ports.
    static func start(
        core: ProxyCore, name: String?, server: Server, listeners: [ListenerSettings]
    ) async -> ProxyPart {
        let nodes = NodeListeners(core: core, server: server, listeners: listeners)
        core.setOpener { await nodes.open($0) }
        for node in core.settings.nodeIds { await nodes.open(node) }
        let cluster = ClusterWatch(core: core, nodes: nodes)
        // Known brokers have their ports before the first client asks.
        let isReachable = await cluster.look(wasReachable: true)
        return ProxyPart(
            core: core, name: name, probe: ClusterProbe(core: core),
            watch: Task { await cluster.run(wasReachable: isReachable) })
    }

    /// Begins to stop.
    func stop() {
        core.stop()
        watch.cancel()
    }

    /// Returns when nothing of it runs any more.
    func stopped() async {
        await watch.value
    }
}
