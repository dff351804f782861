/// The keys of a proxy that take effect when its configuration is read anew; every other one waits for a start.
enum ReloadedKeys {
    private static let names: Set<String> = [
        "advertised.listeners", "martlet.proxy.advertised.host", "martlet.proxy.connect.timeout.ms",
        "martlet.proxy.filters", "martlet.proxy.metadata.refresh.ms", "martlet.proxy.node.ids",
        "martlet.proxy.unknown.apis",
    ]

    private static let prefixes = ["martlet.proxy.filter.", "martlet.proxy.upstream."]

    /// What is behind the name of a virtual cluster.
    private static let ofVirtualClusters = [
        ".filters", ".prefix", ".cluster.id", ".upstream.servers", ".upstream.inherit.credentials",
    ]

    /// Connections would speak another protocol with the cluster than those that clients logged in by.
    private static let exceptions: Set<String> = [
        "martlet.proxy.upstream.security.protocol", "martlet.proxy.upstream.identities.file",
    ]

    static func contains(_ key: String) -> Bool {
        if exceptions.contains(key) { return false }
        if names.contains(key) || prefixes.contains(where: key.hasPrefix) { return true }
        // What clients are authenticated by.
        if key.hasPrefix("sasl.") || key.hasPrefix("listener.name.") && key.contains(".sasl.") { return true }
        guard key.hasPrefix("martlet.proxy.virtual.cluster.") else { return false }
        if key.contains(".upstream.ssl.") || key.contains(".upstream.sasl.") { return true }
        return ofVirtualClusters.contains(where: key.hasSuffix)
    }
}
