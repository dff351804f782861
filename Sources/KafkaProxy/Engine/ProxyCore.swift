import KafkaClient
import KafkaConfiguration
import KafkaSecurity
import KafkaServer
import KafkaWire
import Logging
import NIOCore
import Synchronization

/// What the connections of a proxy share. Safe from any thread.
final class ProxyCore: Sendable {
    /// What a configuration says that may be read anew.
    private struct Plan {
        var settings: ProxySettings
        var bootstrap: [BrokerAddress]
        var access: UpstreamAccess
        /// Counts the changes of the brokers to begin with.
        var generation = 0
    }

    let book = AddressBook()
    /// What is counted of the cluster's brokers.
    let ledger = UpstreamLedger()
    let filters: FilterSource
    /// How much clients may do; nil where nothing limits them.
    let quotas: QuotaEnforcer?
    /// Who the proxy is to the cluster, by its client; nil where it is itself for all of them.
    let identities: UpstreamIdentities?
    /// The listeners on which clients log in at the proxy.
    let loginListeners: Set<String>
    let logger: Logger
    /// Told when a broker was learnt of that has no listener yet, and when one could not be reached.
    let news: AsyncStream<Void>
    private let newsSource: AsyncStream<Void>.Continuation
    private let opener = Mutex<(@Sendable (Int32) async -> Void)?>(nil)
    private let targets = Mutex<[Int: ProxyTarget]>([:])
    private let turn = Atomic<Int>(0)
    /// Brokers that could not be connected, or closed a connection before they answered anything; they are tried after the
    /// others.
    private let silent = Mutex<Set<BrokerAddress>>([])
    private let plan: Mutex<Plan>

    init(
        settings: ProxySettings, bootstrap: [BrokerAddress], access: UpstreamAccess = .plaintext,
        filters: [any ProxyFilter] = [], realm: ProxyRealm? = nil, loginListeners: Set<String> = [], logger: Logger
    ) {
        plan = Mutex(Plan(settings: settings, bootstrap: bootstrap, access: access))
        self.logger = logger
        quotas = realm?.quotas
        identities = realm?.upstream
        self.loginListeners = loginListeners
        self.filters = FilterSource(
            filters, passesUnknownApis: settings.passesUnknownApis, logsInItself: access.security.usesLogin)
        (news, newsSource) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// The settings as they are now.
    var settings: ProxySettings { plan.withLock { $0.settings } }

    /// Takes up other settings; brokers to begin with and what they are shown stay as they are.
    func replace(settings: ProxySettings) {
        plan.withLock { $0.settings = settings }
        refreshSoon()
    }

    /// Takes up other settings, brokers to begin with and what they are shown. Connections that are there stay.
    ///
    /// - Parameter access: nil where it stays as it is.
    func replace(settings: ProxySettings, bootstrap: [BrokerAddress], access: UpstreamAccess? = nil) {
        plan.withLock { plan in
            plan.settings = settings
            let isOther = access.map { $0.keys != plan.access.keys } ?? false
            if let access { plan.access = access }
            guard bootstrap != plan.bootstrap else { return }
            plan.bootstrap = bootstrap
            plan.generation &+= 1
            // They may be another cluster's, which its brokers must not be taken for, nor be shown what is for it.
            if isOther { book.forget() } else { book.doubt() }
        }
        refreshSoon()
    }

    /// Changes with the brokers to begin with. What answers say of a cluster that was asked before is not for the next.
    var generation: Int { plan.withLock { $0.generation } }

    /// TLS and login of the proxy's own towards the cluster, for new connections.
    var security: ClientSecurity { plan.withLock { $0.access.security } }

    /// Where to connect for a target, and what is shown there: of one moment, so that neither is of another cluster.
    ///
    /// - Parameter client: for whom; nil for the proxy itself.
    func route(to target: ProxyTarget, for client: KafkaPrincipal? = nil) -> UpstreamRoute {
        let login = client.flatMap { identities?.security(of: $0) }
        return plan.withLock { plan in
            UpstreamRoute(
                brokers: brokers(for: target, bootstrap: plan.bootstrap), security: login ?? plan.access.security,
                generation: plan.generation)
        }
    }

    /// Whether a request has to be there whole before any of it may leave, because a filter wants to see it.
    func needsWholeFrame(_ apiKey: ApiKey, version: Int16) -> Bool {
        filters.current.needsWholeFrame(apiKey, version: version)
    }

    /// How the ports of a broker are opened.
    func setOpener(_ open: @escaping @Sendable (Int32) async -> Void) {
        opener.withLock { $0 = open }
    }

    /// Returns when the ports of these brokers are open, or cannot be.
    func openPorts(_ nodeIds: [Int32]) async {
        guard let open = opener.withLock({ $0 }) else { return }
        for nodeId in nodeIds { await open(nodeId) }
    }

    /// Something happened that calls for asking the cluster for its brokers.
    func refreshSoon() {
        newsSource.yield()
    }

    func stop() {
        newsSource.finish()
    }

    /// What a port of the proxy stands for.
    func target(ofPort port: Int) -> ProxyTarget {
        targets.withLock { $0[port] } ?? .anyBroker
    }

    /// What a connection stands for, by the port that it came to or the name that its client asked for.
    func target(of context: ConnectionContext) -> ProxyTarget {
        if let nodeId = book.nodeId(asked: context.serverName, listener: context.listener) { return .broker(nodeId) }
        return target(ofPort: context.localPort)
    }

    func setTarget(_ target: ProxyTarget, ofPort port: Int) {
        targets.withLock { $0[port] = target }
    }

    /// Where to connect for a target, in the order of trying.
    func brokers(for target: ProxyTarget) -> [BrokerAddress] { route(to: target).brokers }

    private func brokers(for target: ProxyTarget, bootstrap: [BrokerAddress]) -> [BrokerAddress] {
        switch target {
        case .broker(let nodeId): return book.address(of: nodeId).map { [$0] } ?? []
        case .anyBroker:
            let start = turn.wrappingAdd(1, ordering: .relaxed).oldValue
            let known = book.trusted.sorted { $0.key < $1.key }.map(\.value).filter { !bootstrap.contains($0) }
            let rotated = bootstrap.indices.map { bootstrap[(($0 &+ start) & Int.max) % bootstrap.count] }
            let silent = silent.withLock { $0 }
            let all = rotated + known
            return all.filter { !silent.contains($0) } + all.filter { silent.contains($0) }
        }
    }

    /// A broker could not be connected, or closed a connection before it answered anything.
    func failed(_ broker: BrokerAddress) {
        silent.withLock { if $0.count < AddressBook.mostNodes { $0.insert(broker) } }
    }

    /// A broker answers.
    func answered(_ broker: BrokerAddress) {
        silent.withLock { _ = $0.remove(broker) }
    }

    /// Notes where a broker is, as an answer says.
    ///
    /// - Parameter generation: ``generation`` when the one who answers was connected.
    func learn(_ address: NodeAddress, generation: Int) {
        guard address.isUsable else { return }
        let broker = BrokerAddress(host: address.host, port: Int(address.port))
        let isNews = plan.withLock { $0.generation == generation && book.learn(address.nodeId, at: broker) }
        if isNews { refreshSoon() }
    }

    /// Notes where all brokers are.
    ///
    /// - Returns: those that have left.
    func learn(all brokers: [Int32: BrokerAddress], generation: Int) -> [Int32] {
        plan.withLock { $0.generation == generation ? book.learn(all: brokers) : [] }
    }
}
