/// What must hold between the keys that give a virtual cluster users, rights and credentials of its own.
struct VirtualIdentityCheck {
    let layers: ConfigLayers
    let listeners: [ListenerEndpoint]
    private(set) var problems: [(key: String, reason: String)] = []
    private(set) var warnings: [(key: String, reason: String)] = []

    init(layers: ConfigLayers, listeners: [ListenerEndpoint]) {
        self.layers = layers
        self.listeners = listeners
    }

    private var hasAuthorizer: Bool { !(layers.text("authorizer.class.name")?.trimmed ?? "").isEmpty }

    mutating func run(_ proxy: ProxySettings) {
        if proxy.identity.aclsFile != nil, !hasAuthorizer {
            warnings.append((proxy.identity.key("acls.file"), "has no effect without authorizer.class.name"))
        }
        for cluster in proxy.virtualClusters {
            checkRights(cluster)
            checkUsers(cluster)
            checkUpstream(cluster, proxy)
            warnOfNames(cluster, proxy)
        }
    }

    /// Rights that nobody enforces are a mistake.
    private mutating func checkRights(_ cluster: VirtualClusterSettings) {
        let keys = [
            ("acls.file", cluster.identity.aclsFile != nil), ("super.users", cluster.superUsers?.isEmpty == false),
        ]
        for (key, isSet) in keys where isSet && !hasAuthorizer {
            refuse(cluster, key, "has no effect without authorizer.class.name")
        }
        for reason in AuthorizationSettings.complaints(cluster.superUsers ?? []) {
            refuse(cluster, "super.users", reason)
        }
    }

    private mutating func checkUsers(_ cluster: VirtualClusterSettings) {
        let takesLogins = listeners.contains {
            cluster.listeners.contains($0.name) && $0.securityProtocol.usesSASL
        }
        guard cluster.identity.scramUsersFile != nil, !takesLogins else { return }
        refuse(
            cluster, "scram.users.file",
            "says who may log in, but none of the listeners (\(cluster.listeners.joined(separator: ", "))) has SASL")
    }

    private mutating func checkUpstream(_ cluster: VirtualClusterSettings, _ proxy: ProxySettings) {
        let own = cluster.identity
        if !own.upstreamClient.isEmpty {
            if own.upstreamClient["security.protocol"] == nil {
                refuse(
                    cluster, "upstream.security.protocol",
                    "must be set where other keys of upstream are: of martlet.proxy.upstream nothing is taken over then"
                )
            }
            if cluster.inheritsCredentials {
                refuse(
                    cluster, "upstream.inherit.credentials",
                    "makes no sense where upstream.security.protocol says how the servers are reached")
            }
            return
        }
        // Servers that somebody else runs could use what they are shown.
        let isElsewhere = !Set(cluster.upstreamServers).isSubset(of: proxy.upstreamServers)
        guard isElsewhere, proxy.identity.showsCredentials, !cluster.inheritsCredentials else { return }
        refuse(
            cluster, "upstream.servers",
            "names other servers than martlet.proxy.upstream.servers, whose credentials they are not shown unasked: set "
                + "\(own.key("upstream.security.protocol")) and what belongs to it, or, where these servers may know the "
                + "proxy's credentials, \(own.key("upstream.inherit.credentials"))=true")
    }

    /// Users of its own are other people than the proxy's of the same names.
    private mutating func warnOfNames(_ cluster: VirtualClusterSettings, _ proxy: ProxySettings) {
        let own = cluster.identity
        guard own.scramUsersFile != nil else { return }
        func warn(_ shared: String, _ key: String) {
            warnings.append(
                (
                    own.key("scram.users.file"),
                    "its users are taken for those that \(shared) names; set \(own.key(key)) to tell them apart"
                ))
        }
        if hasAuthorizer {
            if own.aclsFile == nil, proxy.identity.aclsFile != nil {
                warn(proxy.identity.key("acls.file"), "acls.file")
            }
            let superUsers = AuthorizationSettings.principals(layers.text("super.users") ?? "")
            if cluster.superUsers == nil, !superUsers.isEmpty { warn("super.users", "super.users") }
        }
        if let identities = proxy.upstreamIdentities(of: cluster.name), identities.prefix != own.prefix {
            warn(identities.key("upstream.identities.file"), "upstream.identities.file")
        }
    }

    private mutating func refuse(_ cluster: VirtualClusterSettings, _ option: String, _ reason: String) {
        problems.append((cluster.identity.key(option), reason))
    }
}
