import KafkaClient
import KafkaConfiguration
import Logging

/// Asks the cluster again and again which brokers it has, and gives each a port.
struct ClusterWatch: Sendable {
    /// The pause between two questions that something gave rise to.
    private static let leastPause: Duration = .milliseconds(200)

    let core: ProxyCore
    let nodes: NodeListeners

    /// How soon a cluster that could not be reached is asked again.
    private static let retryPause: Duration = .milliseconds(500)

    func run(wasReachable: Bool) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                while !Task.isCancelled {
                    try? await Task.sleep(for: .milliseconds(core.settings.metadataRefreshMilliseconds))
                    core.refreshSoon()
                }
            }
            var isReachable = wasReachable
            if !isReachable { core.refreshSoon() }
            for await _ in core.news {
                await openPorts()
                isReachable = await look(wasReachable: isReachable)
                try? await Task.sleep(for: isReachable ? Self.leastPause : Self.retryPause)
                if !isReachable { core.refreshSoon() }
                if Task.isCancelled { break }
            }
            group.cancelAll()
        }
    }

    /// Asks once, and says when it stops or begins to get an answer.
    ///
    /// - Returns: whether the cluster answered.
    func look(wasReachable: Bool) async -> Bool {
        var configuration = ClientConfiguration(clientId: "martlet-proxy")
        configuration.connectTimeout = min(configuration.connectTimeout, core.settings.connectTimeoutMilliseconds)
        configuration.security = core.security
        let generation = core.generation
        let cluster = KafkaCluster(bootstrap: core.brokers(for: .anyBroker), configuration: configuration)
        var isReachable = true
        do {
            for (nodeId, address) in try await cluster.refreshMetadata(topics: []).brokers {
                _ = core.learn(nodeId, at: address, generation: generation)
            }
        } catch {
            isReachable = false
            if wasReachable { core.logger.warning("the cluster cannot be reached", metadata: ["error": "\(error)"]) }
        }
        if isReachable, !wasReachable { core.logger.info("the cluster can be reached") }
        await cluster.close()
        await openPorts()
        return isReachable
    }

    private func openPorts() async {
        for nodeId in Set(core.book.nodes.keys).union(core.settings.nodeIds).sorted() { await nodes.open(nodeId) }
    }
}
