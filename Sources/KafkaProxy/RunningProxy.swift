import Glibc
import KafkaClient
public import KafkaConfiguration
public import KafkaServer
public import Logging
import NIOCore

/// A proxy that serves, from its start to its orderly stop.
public struct RunningProxy: Sendable {
    let parts: [ProxyPart]
    private let filters: [any ProxyFilter]
    let identity: ProxyIdentity
    private let logger: Logger
    let server: Server
    private let configuration: BrokerConfiguration
    private let tls: TLSListeners
    private let fileWatch: Task<Void, Never>

    /// The listeners with the ports that they got, as `name://host:port`; those of single brokers are not among them.
    public var listeners: [String] {
        server.boundListeners.map { listener in
            let host = listener.host.contains(":") ? "[\(listener.host)]" : listener.host
            return "\(listener.name)://\(host):\(listener.port)"
        }
    }

    /// Whether most connections have gone since this was true last.
    public func connectionsHaveEbbed() -> Bool { server.connectionsHaveEbbed() }

    /// Listens, and looks for the brokers of the cluster. A cluster that cannot be reached yet is no error: it is
    /// asked again, and clients are told when they come.
    ///
    /// - Parameters:
    ///   - filters: see requests and answers of the APIs that they name, in this order.
    ///   - tap: sees the frames of the listeners that `martlet.capture.listeners` names.
    /// - Throws: ``ProxyStartError``, or the server's error when an address cannot be bound.
    public static func start(
        configuration: BrokerConfiguration, logger: Logger, filters: [any ProxyFilter] = [],
        tap: (any FrameTap)? = nil
    ) async throws -> RunningProxy {
        guard let settings = configuration.proxy else {
            throw ProxyStartError(description: "martlet.engine is not upstream: there is nothing to be a proxy of")
        }
        let tls = try TLSListeners(configuration, logger: logger)
        let identity = try ProxyIdentity(configuration, settings, logger: logger)
        let plans = try plans(configuration, settings, filters, identity, logger)
        let cores = try zip(plans, settings.upstreamSecurities(plans.map(\.name))).map { plan, security in
            ProxyCore(
                settings: settings, bootstrap: plan.bootstrap,
                access: UpstreamAccess(
                    security: try security.get(), keys: settings.upstreamKeys(of: plan.name).upstreamClient),
                filters: plan.filters, realm: identity.realm(of: plan.name), loginListeners: identity.loginListeners,
                logger: logger)
        }
        var coreOfListener: [String: ProxyCore] = [:]
        for (plan, core) in zip(plans, cores) {
            for listener in plan.listeners { coreOfListener[listener] = core }
        }
        var serverSettings = ServerSettings(configuration, tls: tls)
        serverSettings.connectionRates = identity.connectionRates(configuration)
        let server = try await Server.start(
            settings: serverSettings, engine: ProxyEngine(cores: coreOfListener), logger: logger, tap: tap,
            saslPolicies: identity.sasl)
        let places = places(configuration, settings, server.boundListeners)
        // Clients may be there already, and one cluster that does not answer keeps none of the others waiting.
        for core in cores { core.book.setListeners(places) }
        let starts = zip(plans, cores).map { plan, core in
            let listeners = serverSettings.listeners.filter { plan.listeners.contains($0.name) }
            let name = plan.name
            return Task { await ProxyPart.start(core: core, name: name, server: server, listeners: listeners) }
        }
        var parts: [ProxyPart] = []
        for start in starts { parts.append(await start.value) }
        let running = RunningProxy(
            parts: parts, filters: filters, identity: identity, logger: logger, server: server,
            configuration: configuration, tls: tls,
            fileWatch: Task {
                async let files: Void = identity.watch()
                await tls.watch { configuration }
                await files
            })
        for listener in running.listeners { logger.info("listening", metadata: ["listener": "\(listener)"]) }
        return running
    }

    /// Takes up certificates, revocation lists, users, ACLs and quotas as their files are now, and of a configuration
    /// what needs no start. What cannot be used is logged and leaves what was there before.
    ///
    /// - Parameter loaded: the configuration, read anew; nil where that is wrong.
    public func reload(_ loaded: BrokerConfiguration?) {
        tls.reload(configuration, onlyChanged: false)
        // Logins for single clients, which are read after it, stand on how the cluster is reached.
        if let loaded { reloadSettings(loaded) }
        identity.reload(loaded)
    }

    /// Takes up filters, brokers to begin with and what those are shown, and what clients are told; requests that are
    /// open keep the filters that they had. What only a start can change is named.
    private func reloadSettings(_ loaded: BrokerConfiguration) {
        guard let settings = loaded.proxy else { return }
        do {
            let plans = try Self.plans(loaded, settings, filters, identity, logger)
            let places = Self.places(loaded, settings, server.boundListeners)
            let securities = settings.upstreamSecurities(parts.map(\.name))
            for (part, security) in zip(parts, securities) {
                guard let plan = plans.first(where: { $0.name == part.name }) else { continue }
                part.core.filters.replace(plan.filters, passesUnknownApis: settings.passesUnknownApis)
                part.core.book.replaceListeners(places)
                reload(part, settings, bootstrap: plan.bootstrap, security)
            }
            logger.info("the configuration was read again")
            let keys = loaded.changedKeys(from: configuration).filter { !ReloadedKeys.contains($0) }
            if !keys.isEmpty {
                logger.warning(
                    "some changes take effect at the next start",
                    metadata: ["keys": "\(keys.joined(separator: ","))"])
            }
        } catch {
            logger.error("filters and brokers are left as they were", metadata: ["error": "\(error)"])
        }
    }

    /// Servers and what they are shown change together or not at all, so that nothing is shown to servers that it is
    /// not for.
    private func reload(
        _ part: ProxyPart, _ settings: ProxySettings, bootstrap: [BrokerAddress],
        _ security: Result<ClientSecurity, ProxyStartError>
    ) {
        let cluster: Logger.Metadata.Value = "\(part.name ?? "")"
        switch security {
        case .success(let security) where security.protocolName == part.core.security.protocolName:
            let keys = settings.upstreamKeys(of: part.name).upstreamClient
            part.core.replace(
                settings: settings, bootstrap: bootstrap, access: UpstreamAccess(security: security, keys: keys))
            identity.realm(of: part.name).upstream?.rebase(settings, of: part.name)
        case .success:
            part.core.replace(settings: settings)
            logger.warning(
                "another protocol towards the cluster, and its servers and credentials with it, wait for the next start",
                metadata: ["cluster": cluster])
        case .failure(let error):
            part.core.replace(settings: settings)
            logger.error(
                "certificates or credentials towards the cluster cannot be used; those from before stay, and its servers",
                metadata: ["cluster": cluster, "error": "\(error)"])
        }
    }

    /// Lets open requests be answered, then closes everything.
    public func stop() async {
        for part in parts { part.stop() }
        fileWatch.cancel()
        identity.stop()
        await server.stop(deadline: .milliseconds(configuration.proxy?.drainTimeoutMilliseconds ?? 5000))
        for part in parts { await part.stopped() }
    }

    /// Who may do what is decided before any other filter sees a request, and by the names that clients use.
    private static func plans(
        _ configuration: BrokerConfiguration, _ settings: ProxySettings, _ filters: [any ProxyFilter],
        _ identity: ProxyIdentity, _ logger: Logger
    ) throws(ProxyStartError) -> [ProxyPlan] {
        try ProxyPlan.all(configuration, settings, filters: filters, logger: logger).map { plan in
            var plan = plan
            plan.filters = identity.filters(of: plan.name, settings) + plan.filters
            return plan
        }
    }

    private static func places(
        _ configuration: BrokerConfiguration, _ settings: ProxySettings, _ bound: [BoundListener]
    ) -> [String: AddressBook.Listener] {
        var places: [String: AddressBook.Listener] = [:]
        let ports = NodePorts.assign(
            configuration, settings,
            bound: Dictionary(bound.map { ($0.name, $0.port) }, uniquingKeysWith: { first, _ in first }))
        for listener in bound {
            let advertised = configuration.listeners.advertisedListeners.first { $0.name == listener.name }
            let host = settings.advertisedHost ?? advertised.map(\.host).flatMap { $0.isEmpty ? nil : $0 }
            let port = advertised?.port ?? 0
            places[listener.name] = AddressBook.Listener(
                host: host, port: port == 0 ? listener.port : port, ports: ports[listener.name],
                names: settings.sniTemplates[listener.name].flatMap(SNITemplate.init))
        }
        return places
    }
}
