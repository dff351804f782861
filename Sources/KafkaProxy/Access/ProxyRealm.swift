import KafkaConfiguration
import KafkaCoordination
import KafkaServer
import Logging

/// Who the clients of some listeners are, what they may do and how much, and who they are to the cluster: what a virtual
/// cluster has no file for is as it is for the proxy as a whole.
final class ProxyRealm: Sendable {
    /// The files that a realm reads.
    private struct Files {
        let logger: Logger
        private(set) var all: [WatchedFile] = []

        /// Has a file read, if there is one.
        ///
        /// - Parameters:
        ///   - name: of its key.
        ///   - take: puts a text into force, as ``WatchedFile`` has it.
        /// - Returns: whether there is one.
        @discardableResult
        mutating func read(
            _ path: String?, _ source: ProxyIdentitySettings, _ name: String,
            _ take: @escaping @Sendable (String) throws(SettingsLine.Problem) -> String
        ) -> Bool {
            guard let path else { return false }
            all.append(WatchedFile(path, key: source.key(name), logger: logger, take: take))
            return true
        }
    }

    /// Decides what clients may do; nil where everyone may do everything.
    let access: AccessFilter?
    /// Limits how they may change topics; nil where no file can say so.
    let mutations: MutationFilter?
    let quotas: QuotaEnforcer
    /// Nil where the cluster is to see all clients as the proxy.
    let upstream: UpstreamIdentities?
    let users: SaslUsers
    /// The files that only this realm reads.
    let files: [WatchedFile]

    /// The proxy as a whole. Reads no file yet.
    init(_ configuration: BrokerConfiguration, _ settings: ProxySettings, logger: Logger) {
        let own = settings.identity
        var files = Files(logger: logger)
        users = Self.users(own, &files) ?? SaslUsers(scramCredential: { _, _ in nil })
        access = Authorizer(configuration.authorization, acls: AclStore(), logger: logger)
            .map { Self.access(own, $0, &files) }
        upstream = Self.identities(own, base: own, &files)
        quotas = Self.enforcer(configuration)
        Self.watch(own, quotas, &files)
        mutations = own.quotasFile == nil ? nil : MutationFilter(quotas: quotas)
        self.files = files.all
    }

    /// A virtual cluster. Reads no file yet.
    init(
        _ cluster: VirtualClusterSettings, of proxy: ProxyRealm, _ configuration: BrokerConfiguration,
        _ settings: ProxySettings, logger: Logger
    ) {
        let own = cluster.identity
        var files = Files(logger: logger)
        users = Self.users(own, &files) ?? proxy.users
        if var authorization = configuration.authorization, own.aclsFile != nil || cluster.superUsers != nil {
            authorization.superUsers = cluster.superUsers ?? authorization.superUsers
            // Its users may have the names of others, whom lines about them are not to be mistaken for.
            var named = logger
            named[metadataKey: "cluster"] = "\(cluster.name)"
            access = Authorizer(authorization, acls: AclStore(), logger: named)
                .map { Self.access(own.aclsFile == nil ? settings.identity : own, $0, &files) }
        } else {
            // The same ACLs, but topics of its own.
            access = proxy.access.map {
                AccessFilter(authorizer: $0.authorizer, topics: TopicNames(), aclsKey: $0.aclsKey)
            }
        }
        switch settings.upstreamIdentities(of: cluster.name) {
        case let source? where source.prefix == own.prefix:
            upstream = Self.identities(source, base: settings.upstreamKeys(of: cluster.name), &files)
        case .some: upstream = proxy.upstream
        case nil: upstream = nil
        }
        quotas = own.quotasFile == nil ? proxy.quotas : Self.enforcer(configuration)
        Self.watch(own, quotas, &files)
        // Its topics are its own, whosever quotas it has.
        let isLimited = own.quotasFile != nil || proxy.mutations != nil
        mutations = isLimited ? MutationFilter(quotas: quotas) : nil
        self.files = files.all
    }

    private static func enforcer(_ configuration: BrokerConfiguration) -> QuotaEnforcer {
        QuotaEnforcer(configuration.quotas, QuotaStore()) {
            Int64(MonotonicTime.nanoseconds / 1_000_000)
        }
    }

    private static func users(_ source: ProxyIdentitySettings, _ files: inout Files) -> SaslUsers? {
        let users = ScramUsersFile()
        let isNamed = files.read(source.scramUsersFile, source, "scram.users.file") {
            text throws(SettingsLine.Problem) in
            "\(try users.take(text)) credentials"
        }
        guard isNamed else { return nil }
        return SaslUsers(
            scramCredential: { users.credential($0, $1) }, usualIterations: { users.usualIterations($0) })
    }

    private static func access(
        _ source: ProxyIdentitySettings, _ authorizer: Authorizer, _ files: inout Files
    ) -> AccessFilter {
        files.read(source.aclsFile, source, "acls.file") { text throws(SettingsLine.Problem) in
            let bindings = try AclFile.parse(text)
            authorizer.use(bindings)
            return "\(bindings.count) ACLs"
        }
        return AccessFilter(authorizer: authorizer, topics: TopicNames(), aclsKey: source.key("acls.file"))
    }

    /// - Parameter base: whose keys the logins stand on.
    private static func identities(
        _ source: ProxyIdentitySettings, base: ProxyIdentitySettings, _ files: inout Files
    ) -> UpstreamIdentities? {
        let identities = UpstreamIdentities(base: base)
        let isNamed = files.read(source.upstreamIdentitiesFile, source, "upstream.identities.file") {
            text throws(SettingsLine.Problem) in
            "\(try identities.take(text)) logins"
        }
        return isNamed ? identities : nil
    }

    private static func watch(_ source: ProxyIdentitySettings, _ quotas: QuotaEnforcer, _ files: inout Files) {
        files.read(source.quotasFile, source, "quotas.file") { text throws(SettingsLine.Problem) in
            let store = try QuotaFile.parse(text)
            quotas.use(store)
            return "quotas of \(store.entities.count) entities"
        }
    }
}
