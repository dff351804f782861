import Glibc
import KafkaClient
public import KafkaConfiguration
public import KafkaServer
public import Logging
import NIOCore

/// A proxy that serves, from its start to its orderly stop.
public struct RunningProxy: Sendable {
    private let core: ProxyCore
    private let server: Server
    private let watch: Task<Void, Never>
    private let configuration: BrokerConfiguration
    private let tls: TLSListeners
    private let tlsWatch: Task<Void, Never>

    /// The listeners with the ports that they got, as `name://host:port`; those of single brokers are not among them.
    public var listeners: [String] {
        server.boundListeners.map { listener in
            let host = listener.host.contains(":") ? "[\(listener.host)]" : listener.host
            return "\(listener.name)://\(host):\(listener.port)"
        }
    }

    /// Listens, and looks for the brokers of the cluster. A cluster that cannot be reached yet is no error: it is
    /// asked again, and clients are told when they come.
    ///
    /// - Parameter tap: sees the frames of the listeners that `martlet.capture.listeners` names.
    /// - Throws: ``ProxyStartError``, or the server's error when an address cannot be bound.
    public static func start(
        configuration: BrokerConfiguration, logger: Logger, tap: (any FrameTap)? = nil
    ) async throws -> RunningProxy {
        guard let settings = configuration.proxy else {
            throw ProxyStartError(description: "martlet.engine is not upstream: there is nothing to be a proxy of")
        }
        let bootstrap: [BrokerAddress]
        do throws(ClientError) {
            bootstrap = try BrokerAddress.list(settings.upstreamServers.joined(separator: ","))
        } catch {
            throw ProxyStartError(description: "martlet.proxy.upstream.servers: \(error)")
        }
        if let listener = configuration.listeners.listeners.first(where: \.securityProtocol.usesSASL) {
            throw ProxyStartError(
                description:
                    "listener \(listener.name) asks for \(listener.securityProtocol.rawValue), which the proxy "
                    + "does not serve; on PLAINTEXT and SSL, clients authenticate with the cluster's brokers")
        }
        let tls = try TLSListeners(configuration, logger: logger)
        let core = ProxyCore(settings: settings, bootstrap: bootstrap, logger: logger)
        let server = try await Server.start(
            settings: ServerSettings(configuration, tls: tls), engine: ProxyEngine(core: core), logger: logger, tap: tap
        )
        core.book.setListeners(places(configuration, settings, server.boundListeners))
        let nodes = NodeListeners(
            core: core, server: server, listeners: ServerSettings(configuration, tls: tls).listeners)
        core.setOpener { await nodes.open($0) }
        for node in settings.nodeIds { await nodes.open(node) }
        let cluster = ClusterWatch(core: core, nodes: nodes)
        // Known brokers have their ports before the first client asks.
        let isReachable = await cluster.look(wasReachable: true)
        let watch = Task { await cluster.run(wasReachable: isReachable) }
        let running = RunningProxy(
            core: core, server: server, watch: watch, configuration: configuration, tls: tls,
            tlsWatch: Task { await tls.watch { configuration } })
        for listener in running.listeners { logger.info("listening", metadata: ["listener": "\(listener)"]) }
        return running
    }

    /// Takes up certificates and revocation lists as they are now; what cannot be used is logged and leaves what was
    /// there before.
    public func reload() {
        tls.reload(configuration, onlyChanged: false)
    }

    /// Lets open requests be answered, then closes everything.
    public func stop() async {
        core.stop()
        watch.cancel()
        tlsWatch.cancel()
        await server.stop(deadline: .seconds(5))
        await watch.value
    }

    private static func places(
        _ configuration: BrokerConfiguration, _ settings: ProxySettings, _ bound: [BoundListener]
    ) -> [String: AddressBook.Listener] {
        var places: [String: AddressBook.Listener] = [:]
        for listener in bound {
            let advertised = configuration.listeners.advertisedListeners.first { $0.name == listener.name }
            let host = settings.advertisedHost ?? advertised.map(\.host).flatMap { $0.isEmpty ? nil : $0 }
            let base = settings.nodePortBases[listener.name] ?? listener.port + 1
            let port = advertised?.port ?? 0
            places[listener.name] = AddressBook.Listener(
                host: host, port: port == 0 ? listener.port : port, portBase: base)
        }
        return places
    }
}
