/// What the proxy stands in front of, and how it shows the brokers there to clients.
public struct ProxySettings: Sendable, Equatable {
    /// `martlet.proxy.upstream.servers`, as written.
    public var upstreamServers: [String]
    /// `martlet.proxy.node.port.base` by the name of the listener, where one is set.
    public var nodePortBases: [String: Int]
    /// `martlet.proxy.node.ids`.
    public var nodeIds: [Int32]
    /// `martlet.proxy.sni.template` by the name of the listener, for those with TLS, where one is set.
    public var sniTemplates: [String: String]
    /// `martlet.proxy.advertised.host`.
    public var advertisedHost: String?
    /// `martlet.proxy.connect.timeout.ms`.
    public var connectTimeoutMilliseconds: Int64
    /// `martlet.proxy.metadata.refresh.ms`.
    public var metadataRefreshMilliseconds: Int64
    /// `martlet.proxy.drain.timeout.ms`.
    public var drainTimeoutMilliseconds: Int64
    /// Whether APIs that are not known pass: `martlet.proxy.unknown.apis`.
    public var passesUnknownApis: Bool
    /// `martlet.proxy.filters`.
    public var filters: [ProxyFilterSettings]
    /// Every filter that `martlet.proxy.filters` or a virtual cluster names, by its name.
    public var namedFilters: [String: ProxyFilterSettings]
    /// `martlet.proxy.virtual.clusters`.
    public var virtualClusters: [VirtualClusterSettings]
    /// Who is who, as far as a virtual cluster has no say of its own.
    public var identity: ProxyIdentitySettings

    /// Most ids that ranges may name together.
    static let mostNodeIds = 1000

    /// Nil where `martlet.engine` is not `upstream`.
    init?(_ layers: ConfigLayers, listeners: ListenerConfiguration) {
        guard layers.text("martlet.engine") == "upstream" else { return nil }
        upstreamServers = layers.list("martlet.proxy.upstream.servers").filter { !$0.isEmpty }
        nodePortBases = [:]
        let key = "martlet.proxy.node.port.base"
        for listener in listeners.listeners {
            let own = "listener.name.\(listener.name.lowercased()).\(key)"
            let base = layers.effective(own).source == .default ? layers.integer(key) : layers.integer(own)
            if let base, base > 0 { nodePortBases[listener.name] = Int(base) }
        }
        sniTemplates = [:]
        let sniKey = "martlet.proxy.sni.template"
        for listener in listeners.listeners where listener.securityProtocol.usesTLS {
            let own = "listener.name.\(listener.name.lowercased()).\(sniKey)"
            let template = layers.effective(own).source == .default ? layers.text(sniKey) : layers.text(own)
            if let template, !template.isEmpty { sniTemplates[listener.name] = template }
        }
        nodeIds = Self.nodeIds(layers.list("martlet.proxy.node.ids")) ?? []
        advertisedHost = layers.text("martlet.proxy.advertised.host")
        connectTimeoutMilliseconds = layers.integer("martlet.proxy.connect.timeout.ms") ?? 10_000
        metadataRefreshMilliseconds = layers.integer("martlet.proxy.metadata.refresh.ms") ?? 30_000
        drainTimeoutMilliseconds = layers.integer("martlet.proxy.drain.timeout.ms") ?? 5000
        passesUnknownApis = layers.text("martlet.proxy.unknown.apis") == "pass"
        filters = layers.list("martlet.proxy.filters").filter { !$0.isEmpty }
            .map { ProxyFilterSettings(layers, name: $0) }
        virtualClusters = layers.list("martlet.proxy.virtual.clusters").filter { !$0.isEmpty }
            .map { VirtualClusterSettings(layers, name: $0) }
        namedFilters = Dictionary(filters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for name in virtualClusters.flatMap(\.filters) {
            namedFilters[name] = ProxyFilterSettings(layers, name: name)
        }
        identity = ProxyIdentitySettings(layers, prefix: "martlet.proxy.")
    }

    /// The ids that items such as `0-2` and `5` name; nil when one makes no sense or they are too many.
    static func nodeIds(_ items: [String]) -> [Int32]? {
        var ids: [Int32] = []
        for item in items where !item.isEmpty {
            let parts = item.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = Int32(parts[0].trimmed), first >= 0 else { return nil }
            var last = first
            if parts.count == 2 {
                guard let end = Int32(parts[1].trimmed), end >= first else { return nil }
                last = end
            }
            guard Int(last) - Int(first) < mostNodeIds, ids.count < mostNodeIds else { return nil }
            ids += first...last
        }
        return ids
    }
}
