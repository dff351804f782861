import KafkaServer
import Logging

/// Opens a port for each broker of the cluster, on every listener of the proxy.
actor NodeListeners {
    private struct Place: Hashable {
        var nodeId: Int32
        var listener: String
    }

    private let core: ProxyCore
    private let server: Server
    private let listeners: [ListenerSettings]
    private var opened: Set<Place> = []
    private var opening: [Int32: Task<Void, Never>] = [:]
    private var complained: Set<Place> = []

    init(core: ProxyCore, server: Server, listeners: [ListenerSettings]) {
        self.core = core
        self.server = server
        self.listeners = listeners
    }

    /// Opens what is not open yet, and returns when it is; a port that cannot be had is tried again the next time, and
    /// told of once.
    func open(_ nodeId: Int32) async {
        if let underway = opening[nodeId] { return await underway.value }
        let task = Task { await bind(nodeId) }
        opening[nodeId] = task
        await task.value
        opening[nodeId] = nil
        core.book.settle(nodeId)
    }

    private func bind(_ nodeId: Int32) async {
        for listener in listeners where core.book.hasPorts(listener.name) {
            let place = Place(nodeId: nodeId, listener: listener.name)
            guard opened.insert(place).inserted else { continue }
            do {
                guard let port = core.book.port(of: nodeId, listener: listener.name) else {
                    throw ProxyStartError(
                        description: "the port of its id, counted from martlet.proxy.node.port.base, is beyond "
                            + "65535 or another listener's; set another base for one of them, or names of brokers by "
                            + "martlet.proxy.sni.template")
                }
                var settings = listener
                settings.port = port
                core.setTarget(.broker(nodeId), ofPort: port)
                let bound = try await server.listen(settings)
                core.book.setOpen(nodeId, listener: listener.name, true)
                core.logger.info(
                    "listening for a broker of the cluster",
                    metadata: ["broker": "\(nodeId)", "listener": "\(listener.name)", "port": "\(bound.port)"])
            } catch {
                opened.remove(place)
                core.book.setOpen(nodeId, listener: listener.name, false)
                guard complained.insert(place).inserted else { continue }
                core.logger.error(
                    "no port for a broker of the cluster; clients who want it are sent to any broker",
                    metadata: ["broker": "\(nodeId)", "listener": "\(listener.name)", "error": "\(error)"])
            }
        }
    }
}
