import KafkaConfiguration
import KafkaServer
import Logging

/// Who the proxy's clients are, what they may do and how much: from the settings and files of the proxy alone, the
/// cluster is not asked.
final class ProxyIdentity: Sendable {
    let sasl: SaslService
    /// What holds on the listeners of no virtual cluster, and wherever a virtual one has nothing of its own.
    let proxy: ProxyRealm
    /// The listeners on which clients log in here.
    let loginListeners: Set<String>
    /// By the name of the virtual cluster.
    private let realms: [String: ProxyRealm]
    /// Of listeners whose virtual cluster has quotas of its own.
    private let quotasOfListener: [String: QuotaEnforcer]
    private let listeners: [ListenerEndpoint]
    private let files: [WatchedFile]
    private let logger: Logger

    /// Reads the files. Blocks on the disk.
    init(_ configuration: BrokerConfiguration, _ settings: ProxySettings, logger: Logger) throws(ProxyStartError) {
        let proxy = ProxyRealm(configuration, settings, logger: logger)
        var realms: [String: ProxyRealm] = [:]
        var usersOfListener: [String: SaslUsers] = [:]
        var quotasOfListener: [String: QuotaEnforcer] = [:]
        for cluster in settings.virtualClusters {
            let realm = ProxyRealm(cluster, of: proxy, configuration, settings, logger: logger)
            realms[cluster.name] = realm
            for listener in cluster.listeners {
                usersOfListener[listener] = realm.users
                if realm.quotas !== proxy.quotas { quotasOfListener[listener] = realm.quotas }
            }
        }
        files = proxy.files + settings.virtualClusters.flatMap { realms[$0.name]?.files ?? [] }
        listeners = configuration.listeners.listeners
        loginListeners = Set(listeners.filter(\.securityProtocol.usesSASL).map(\.name))
        sasl = SaslService(proxy.users, usersOfListener: usersOfListener, logger: logger)
        (self.proxy, self.realms, self.quotasOfListener, self.logger) = (proxy, realms, quotasOfListener, logger)
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

    /// What holds on the listeners of a virtual cluster; nil stands for those of none.
    func realm(of cluster: String?) -> ProxyRealm { cluster.flatMap { realms[$0] } ?? proxy }

    /// The filters that come before all others of a virtual cluster; nil stands for the listeners of none. They are the
    /// same each time, as long as the settings are.
    ///
    /// - Parameter settings: how the proxy reaches the cluster, which may have been read anew.
    func filters(of cluster: String?, _ settings: ProxySettings) -> [any ProxyFilter] {
        let refusesTokens = !loginListeners.isEmpty || settings.speaksForClients(of: cluster)
        var filters: [any ProxyFilter] = refusesTokens ? [TokenRefusal()] : []
        let realm = realm(of: cluster)
        if let access = realm.access { filters.append(access) }
        // What its sender may not do takes nothing off a quota.
        if let mutations = realm.mutations { filters.append(mutations) }
        return filters
    }

    /// How fast clients may connect: as the proxy's quotas say, and those of the virtual cluster besides.
    func connectionRates(_ configuration: BrokerConfiguration) -> ConnectionRates {
        let (quotas, own) = (proxy.quotas, quotasOfListener)
        return ConnectionRates(
            hold: { listener, address in
                let limits = configuration.connectionLimits(listener)
                let hold = quotas.recordConnection(address, listener: listener, limits)
                guard let own = own[listener] else { return hold }
                return max(hold, own.recordConnection(address, listener: listener, limits))
            },
            acceptDelay: { quotas.acceptDelay(listener: $0, configuration.connectionLimits($0)) })
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
}
