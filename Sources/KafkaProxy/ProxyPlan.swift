import KafkaClient
import KafkaConfiguration
import Logging

/// What the listeners of a proxy stand for: each virtual cluster is one, and so are the listeners of none.
struct ProxyPlan {
    /// The name of the virtual cluster; nil for listeners of none.
    var name: String?
    var listeners: Set<String>
    var bootstrap: [BrokerAddress]
    var filters: [any ProxyFilter]

    /// - Parameter filters: those that the program brings, before those of the configuration.
    static func all(
        _ configuration: BrokerConfiguration, _ settings: ProxySettings, filters: [any ProxyFilter], logger: Logger
    ) throws(ProxyStartError) -> [ProxyPlan] {
        var plans: [ProxyPlan] = []
        var others = Set(configuration.listeners.listeners.map(\.name))
        let shared = try FilterFactory.make(settings.filters, logger: logger)
        for cluster in settings.virtualClusters {
            others.subtract(cluster.listeners)
            let own = try FilterFactory.make(
                cluster.filters.compactMap { settings.namedFilters[$0] }, logger: logger)
            let (servers, key) = settings.upstreamServers(of: cluster.name)
            plans.append(
                ProxyPlan(
                    name: cluster.name, listeners: Set(cluster.listeners), bootstrap: try addresses(servers, key),
                    filters: filters + shared + own + filtersOf(cluster)))
        }
        if !others.isEmpty {
            let (servers, key) = settings.upstreamServers(of: nil)
            plans.append(
                ProxyPlan(
                    name: nil, listeners: others, bootstrap: try addresses(servers, key), filters: filters + shared))
        }
        return plans
    }

    /// What makes a virtual cluster one. Other filters come before, so that they see the names that clients do.
    private static func filtersOf(_ cluster: VirtualClusterSettings) -> [any ProxyFilter] {
        var filters: [any ProxyFilter] = []
        if !cluster.namePrefix.isEmpty { filters.append(VirtualClusterFilter(prefix: cluster.namePrefix)) }
        if !cluster.namePrefix.isEmpty || cluster.clusterId != nil {
            filters.append(ClusterIdFilter(clusterId: cluster.clusterId, name: cluster.name))
        }
        return filters
    }

    private static func addresses(_ servers: [String], _ key: String) throws(ProxyStartError) -> [BrokerAddress] {
        guard !servers.isEmpty else { throw ProxyStartError(description: "\(key) must name a broker") }
        do throws(ClientError) {
            return try BrokerAddress.list(servers.joined(separator: ","))
        } catch {
            throw ProxyStartError(description: "\(key): \(error)")
        }
    }
}
