/// A cluster of its own as far as its clients can tell: a part of the cluster behind the proxy, or another one.
public struct VirtualClusterSettings: Sendable, Equatable {
    /// The name that `martlet.proxy.virtual.clusters` gives it.
    public var name: String
    /// The listeners that its clients come to.
    public var listeners: [String]
    /// What the names of its topics, groups and transactional ids begin with in the cluster behind; empty for nothing.
    public var namePrefix: String
    /// The brokers of the cluster behind; empty for those of `martlet.proxy.upstream.servers`.
    public var upstreamServers: [String]
    /// The id that its clients are told; nil for the cluster's own, of which a prefix makes another.
    public var clusterId: String?
    /// Names of filters that its requests pass, behind those of `martlet.proxy.filters`.
    public var filters: [String]
    /// What it has of its own, of who clients are, what they may do, and who the proxy is to the cluster behind.
    public var identity: ProxyIdentitySettings
    /// Principals that may do everything in it; nil for those of `super.users`.
    public var superUsers: [String]?
    /// Whether servers of its own are shown the proxy's credentials, where it has none of its own.
    public var inheritsCredentials: Bool

    static let prefix = "martlet.proxy.virtual.cluster."

    init(_ layers: ConfigLayers, name: String) {
        let own = "\(Self.prefix)\(name)."
        self.name = name
        listeners = layers.list("\(own)listeners").filter { !$0.isEmpty }
        namePrefix = layers.text("\(own)prefix") ?? ""
        upstreamServers = layers.list("\(own)upstream.servers").filter { !$0.isEmpty }
        clusterId = layers.text("\(own)cluster.id").flatMap { $0.isEmpty ? nil : $0 }
        filters = layers.list("\(own)filters").filter { !$0.isEmpty }
        identity = ProxyIdentitySettings(layers, prefix: own)
        let superUsers = layers.effective("\(own)super.users")
        self.superUsers =
            superUsers.source == .default ? nil : AuthorizationSettings.principals(superUsers.text ?? "")
        inheritsCredentials = layers.boolean("\(own)upstream.inherit.credentials")
    }
}
