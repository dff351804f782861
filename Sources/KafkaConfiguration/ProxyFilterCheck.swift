/// What must hold between the keys of filters and virtual clusters.
struct ProxyFilterCheck {
    let layers: ConfigLayers
    /// Names of the listeners.
    let listeners: [String]
    private(set) var problems: [(key: String, reason: String)] = []

    init(layers: ConfigLayers, listeners: [String]) {
        self.layers = layers
        self.listeners = listeners
    }

    mutating func run(_ proxy: ProxySettings) {
        for filter in proxy.namedFilters.values.sorted(by: { $0.name < $1.name }) { check(filter) }
        var owners: [String: String] = [:]
        for cluster in proxy.virtualClusters {
            check(cluster)
            for listener in cluster.listeners {
                if let owner = owners.updateValue(cluster.name, forKey: listener) {
                    refuse(cluster, "listeners", "names \(listener), which is the listener of \(owner)")
                }
            }
        }
        checkPrefixes(proxy)
        checkUnused(proxy)
    }

    private mutating func check(_ filter: ProxyFilterSettings) {
        let key = "\(ProxyFilterSettings.prefix)\(filter.name)."
        guard !filter.name.contains(".") else {
            problems.append(("martlet.proxy.filters", "names \(filter.name), but a name must not hold a dot"))
            return
        }
        guard let known = ProxyFilterKeys.options[filter.type] else {
            problems.append(("\(key)type", "must say what the filter \(filter.name) does"))
            return
        }
        for option in filter.options.keys.sorted() where !known.contains(option) {
            let others = known.sorted().joined(separator: ", ")
            problems.append(("\(key)\(option)", "is nothing that a filter of type \(filter.type) knows: \(others)"))
        }
    }

    private mutating func check(_ cluster: VirtualClusterSettings) {
        if cluster.name.contains(".") {
            problems.append(("martlet.proxy.virtual.clusters", "names \(cluster.name), but a name must not hold a dot"))
        }
        if cluster.listeners.isEmpty { refuse(cluster, "listeners", "must name a listener for its clients to come to") }
        for listener in cluster.listeners where !listeners.contains(listener) {
            refuse(
                cluster, "listeners",
                "names \(listener), but the listeners are \(listeners.joined(separator: ", "))")
        }
        let allowed = cluster.namePrefix.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        if !allowed || cluster.namePrefix.utf8.count > 100 {
            refuse(cluster, "prefix", "must be at most 100 letters, digits, dots, underscores and hyphens")
        }
        if cluster.namePrefix.hasPrefix("__") { refuse(cluster, "prefix", "must not begin as internal topics do") }
    }

    /// On one cluster, no virtual one may see the names of another, nor get in their way: to brokers, topics whose
    /// names differ by dots and underscores alone are at odds, and they name the one in sentences about the other.
    private mutating func checkPrefixes(_ proxy: ProxySettings) {
        for (index, cluster) in proxy.virtualClusters.enumerated() {
            for other in proxy.virtualClusters[..<index]
            where Set(servers(cluster, proxy)) == Set(servers(other, proxy)) {
                let (one, two) = (Self.alike(cluster.namePrefix), Self.alike(other.namePrefix))
                guard one.hasPrefix(two) || two.hasPrefix(one) else { continue }
                refuse(
                    cluster, "prefix",
                    "must not begin as that of \(other.name), which is of the same cluster, or the reverse; "
                        + "dots and underscores are alike")
            }
        }
    }

    /// What names that are at odds with each other have in common.
    private static func alike(_ prefix: String) -> String {
        String(prefix.map { $0 == "." ? "_" : $0 })
    }

    private func servers(_ cluster: VirtualClusterSettings, _ proxy: ProxySettings) -> [String] {
        proxy.upstreamServers(of: cluster.name).servers
    }

    /// Keys of filters and clusters that are named nowhere are mistakes.
    private mutating func checkUnused(_ proxy: ProxySettings) {
        let clusters = Set(proxy.virtualClusters.map(\.name))
        for key in layers.fixed.keys.sorted() {
            if let name = Self.name(in: key, ProxyFilterSettings.prefix), proxy.namedFilters[name] == nil {
                problems.append((key, "is of a filter that neither martlet.proxy.filters nor a virtual cluster names"))
            }
            if let name = Self.name(in: key, VirtualClusterSettings.prefix), !clusters.contains(name) {
                problems.append((key, "is of a virtual cluster that martlet.proxy.virtual.clusters does not name"))
            }
        }
    }

    private static func name(in key: String, _ prefix: String) -> String? {
        guard key.hasPrefix(prefix) else { return nil }
        return String(key.dropFirst(prefix.count).prefix { $0 != "." })
    }

    private mutating func refuse(_ cluster: VirtualClusterSettings, _ option: String, _ reason: String) {
        problems.append(("\(VirtualClusterSettings.prefix)\(cluster.name).\(option)", reason))
    }
}
