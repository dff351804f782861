import Glibc
import KafkaConfiguration
import KafkaCoordination
import KafkaServer
import Logging

/// Who the clients of some listeners are, what they may do and how much, and who they are to the cluster: what a virtual
/// cluster has no file for is as it is for the proxy as a whole.
final class ProxyRealm: Sendable {
    /// Nil where everyone may do everything.
    let authorizer: Authorizer?
    /// The key that names the file of the authorizer's ACLs.
    let aclsKey: String
    let quotas: QuotaEnforcer
    /// Nil where the cluster is to see all clients as the proxy.
    let upstream: UpstreamIdentities?
    let users: SaslUsers
    /// The files that only this realm reads.
    let files: [WatchedFile]

    /// The proxy as a whole. Reads no file yet.
    init(_ configuration: BrokerConfiguration, _ settings: ProxySettings, logger: Logger) {
        let own = settings.identity
        var files: [WatchedFile] = []
        authorizer = Authorizer(configuration.authorization, acls: AclStore(), logger: logger)
        aclsKey = own.key("acls.file")
        quotas = Self.enforcer(configuration)
        users = Self.users(own, logger, &files) ?? SaslUsers(scramCredential: { _, _ in nil })
        if let authorizer { Self.watch(own, authorizer, logger, &files) }
        upstream = Self.identities(own, base: own, logger, &files)
        Self.watch(own, quotas, logger, &files)
        self.files = files
    }

    /// A virtual cluster. Reads no file yet.
    init(
        _ cluster: VirtualClusterSettings, of proxy: ProxyRealm, _ configuration: BrokerConfiguration,
        _ settings: ProxySettings, logger: Logger
    ) {
        let own = cluster.identity
        var files: [WatchedFile] = []
        if var authorization = configuration.authorization, own.aclsFile != nil || cluster.superUsers != nil {
            authorization.superUsers = cluster.superUsers ?? authorization.superUsers
            // Its users may have the names of others, whom lines about them are not to be mistaken for.
            var named = logger
            named[metadataKey: "cluster"] = "\(cluster.name)"
            authorizer = Authorizer(authorization, acls: AclStore(), logger: named)
            let source = own.aclsFile == nil ? settings.identity : own
            aclsKey = source.key("acls.file")
            if let authorizer { Self.watch(source, authorizer, logger, &files) }
        } else {
            authorizer = proxy.authorizer
            aclsKey = proxy.aclsKey
        }
        users = Self.users(own, logger, &files) ?? proxy.users
        switch settings.upstreamIdentities(of: cluster.name) {
        case let source? where source.prefix == own.prefix:
            upstream = Self.identities(source, base: settings.upstreamKeys(of: cluster.name), logger, &files)
        case .some: upstream = proxy.upstream
        case nil: upstream = nil
        }
        quotas = own.quotasFile == nil ? proxy.quotas : Self.enforcer(configuration)
        Self.watch(own, quotas, logger, &files)
        self.files = files
    }

    private static func enforcer(_ configuration: BrokerConfiguration) -> QuotaEnforcer {
        QuotaEnforcer(configuration.quotas, QuotaStore(), now: milliseconds)
    }

    private static func users(
        _ source: ProxyIdentitySettings, _ logger: Logger, _ files: inout [WatchedFile]
    ) -> SaslUsers? {
        guard let path = source.scramUsersFile else { return nil }
        let users = ScramUsersFile()
        files.append(
            WatchedFile(path, key: source.key("scram.users.file"), logger: logger) {
                text throws(SettingsLine.Problem) in
                "\(try users.take(text)) credentials"
            })
        return SaslUsers(
            scramCredential: { users.credential($0, $1) }, usualIterations: { users.usualIterations($0) })
    }

    private static func watch(
        _ source: ProxyIdentitySettings, _ authorizer: Authorizer, _ logger: Logger, _ files: inout [WatchedFile]
    ) {
        guard let path = source.aclsFile else { return }
        files.append(
            WatchedFile(path, key: source.key("acls.file"), logger: logger) { text throws(SettingsLine.Problem) in
                let bindings = try AclFile.parse(text)
                authorizer.use(bindings)
                return "\(bindings.count) ACLs"
            })
    }

    /// - Parameter base: whose keys the logins stand on.
    private static func identities(
        _ source: ProxyIdentitySettings, base: ProxyIdentitySettings, _ logger: Logger, _ files: inout [WatchedFile]
    ) -> UpstreamIdentities? {
        guard let path = source.upstreamIdentitiesFile else { return nil }
        let identities = UpstreamIdentities(base: base)
        files.append(
            WatchedFile(path, key: source.key("upstream.identities.file"), logger: logger) {
                text throws(SettingsLine.Problem) in
                "\(try identities.take(text)) logins"
            })
        return identities
    }

    private static func watch(
        _ source: ProxyIdentitySettings, _ quotas: QuotaEnforcer, _ logger: Logger, _ files: inout [WatchedFile]
    ) {
        guard let path = source.quotasFile else { return }
        files.append(
            WatchedFile(path, key: source.key("quotas.file"), logger: logger) { text throws(SettingsLine.Problem) in
                let store = try QuotaFile.parse(text)
                quotas.use(store)
                return "quotas of \(store.entities.count) entities"
            })
    }

    private static func milliseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
