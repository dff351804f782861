import Glibc
import KafkaConfiguration
import KafkaCoordination
import KafkaServer
import Logging
import Synchronization

/// Who the proxy's clients are, what they may do and how much: from the settings and files of the proxy alone, the
/// cluster is not asked.
final class ProxyIdentity: Sendable {
    let sasl: SaslService
    /// Nil where everyone may do everything.
    let authorizer: Authorizer?
    let quotas: QuotaEnforcer
    /// Nil where the cluster is to see all clients as the proxy.
    let upstream: UpstreamIdentities?
    /// The listeners on which clients log in here.
    let loginListeners: Set<String>
    /// By the name of the virtual cluster, which has topics of its own.
    private let accessFilters = Mutex<[String?: AccessFilter]>([:])
    private let mutationFilters = Mutex<[String?: MutationFilter]>([:])
    private let listeners: [ListenerEndpoint]
    private let files: [WatchedFile]
    private let logger: Logger

    /// Reads the files. Blocks on the disk.
    init(_ configuration: BrokerConfiguration, _ settings: ProxySettings, logger: Logger) throws(ProxyStartError) {
        let users = ScramUsersFile()
        let authorizer = Authorizer(configuration.authorization, acls: AclStore(), logger: logger)
        let quotas = QuotaEnforcer(configuration.quotas, QuotaStore(), now: Self.milliseconds)
        var files: [WatchedFile] = []
        if let path = settings.scramUsersFile {
            let key = "martlet.proxy.scram.users.file"
            files.append(
                WatchedFile(path, key: key, logger: logger) { text throws(SettingsLine.Problem) in
                    "\(try users.take(text)) credentials"
                })
        }
        if let path = settings.aclsFile, let authorizer {
            files.append(
                WatchedFile(path, key: "martlet.proxy.acls.file", logger: logger) {
                    text throws(SettingsLine.Problem) in
                    let bindings = try AclFile.parse(text)
                    authorizer.use(bindings)
                    return "\(bindings.count) ACLs"
                })
        }
        let upstream = settings.upstreamIdentitiesFile.map { _ in UpstreamIdentities(base: settings.upstreamClient) }
        if let path = settings.upstreamIdentitiesFile, let upstream {
            let key = "martlet.proxy.upstream.identities.file"
            files.append(
                WatchedFile(path, key: key, logger: logger) { text throws(SettingsLine.Problem) in
                    "\(try upstream.take(text)) logins"
                })
        }
        if let path = settings.quotasFile {
            files.append(
                WatchedFile(path, key: "martlet.proxy.quotas.file", logger: logger) {
                    text throws(SettingsLine.Problem) in
                    let store = try QuotaFile.parse(text)
                    quotas.use(store)
                    return "quotas of \(store.entities.count) entities"
                })
        }
        listeners = configuration.listeners.listeners
        loginListeners = Set(listeners.filter(\.securityProtocol.usesSASL).map(\.name))
        sasl = SaslService(scramCredential: { users.credential($0, $1) }, logger: logger)
        self.upstream = upstream
        (self.authorizer, self.quotas, self.files, self.logger) = (authorizer, quotas, files, logger)
        do throws(SettingsLine.Problem) {
            for file in files { try file.load() }
        } catch {
            throw ProxyStartError(description: error.description)
        }
        do throws(SaslPolicies.Problem) {
            try sasl.configure(configuration, listeners: listeners)
        } catch {
            throw ProxyStartError(description: error.description)
        }
    }

    /// The filters that come before all others of a virtual cluster; nil stands for the listeners of none. They are the
    /// same each time, as long as the settings are.
    ///
    /// - Parameter settings: how the proxy reaches the cluster, which may have been read anew.
    func filters(of cluster: String?, _ settings: ProxySettings) -> [any ProxyFilter] {
        let refusesTokens = !loginListeners.isEmpty || settings.speaksForClients
        var filters: [any ProxyFilter] = refusesTokens ? [TokenRefusal()] : []
        if let authorizer {
            accessFilters.withLock { known in
                let filter = known[cluster] ?? AccessFilter(authorizer: authorizer, topics: TopicNames())
                known[cluster] = filter
                filters.append(filter)
            }
        }
        // What its sender may not do takes nothing off a quota.
        if settings.quotasFile != nil {
            mutationFilters.withLock { known in
                let filter = known[cluster] ?? MutationFilter(quotas: quotas)
                known[cluster] = filter
                filters.append(filter)
            }
        }
        return filters
    }

    /// How fast clients may connect.
    func connectionRates(_ configuration: BrokerConfiguration) -> ConnectionRates {
        ConnectionRates(
            hold: { [quotas] listener, address in
                quotas.recordConnection(address, listener: listener, configuration.connectionLimits(listener))
            },
            acceptDelay: { [quotas] in quotas.acceptDelay(listener: $0, configuration.connectionLimits($0)) })
    }

    /// Takes up the files as they are now, and what else clients are authenticated by from a configuration that was
    /// read anew. What cannot be used is logged and leaves what was there before.
    func reload(_ configuration: BrokerConfiguration?) {
        for file in files { file.reload(onlyChanged: false) }
        guard let configuration else { return }
        do throws(SaslPolicies.Problem) {
            try sasl.configure(configuration, listeners: listeners)
            logger.info("read the configuration anew: what clients are authenticated by")
        } catch {
            logger.error("settings of SASL were not taken up", metadata: ["error": "\(error)"])
        }
    }

    /// Looks for changes of the files until it is cancelled.
    func watch() async {
        await WatchedFile.watch(files)
    }

    /// Stops what goes on in the background.
    func stop() {
        sasl.stop()
    }

    private static func milliseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
