import KafkaClient
import KafkaConfiguration
import Logging

/// Asks the cluster again and again which brokers it has, and gives each a port.
struct ClusterWatch: Sendable {
    /// The pause between two questions that something gave rise to.
    private static let leastPause: Duration = .milliseconds(200)

    let core: ProxyCore
    let nodes: NodeListeners

    func run() async {
        let period = Duration.milliseconds(core.settings.metadataRefreshMilliseconds)
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                while !Task.isCancelled {
                    try? await Task.sleep(for: period)
                    core.refreshSoon()
                }
            }
            for await _ in core.news {
                await openPorts()
                await look()
                try? await Task.sleep(for: Self.leastPause)
                if Task.isCancelled { break }
            }
            group.cancelAll()
        }
    }

    /// Asks once.
    func look() async {
        var configuration = ClientConfiguration(clientId: "martlet-proxy")
        configuration.connectTimeout = min(configuration.connectTimeout, core.settings.connectTimeoutMilliseconds)
        let cluster = KafkaCluster(bootstrap: core.brokers(for: .anyBroker), configuration: configuration)
        do {
            for (nodeId, address) in try await cluster.refreshMetadata(topics: []).brokers {
                _ = core.book.learn(nodeId, at: address)
            }
        } catch {
            core.logger.warning("the cluster cannot be reached", metadata: ["error": "\(error)"])
        }
        await cluster.close()
        await openPorts()
    }

    private func openPorts() async {
        for nodeId in core.book.nodes.keys.sorted() { await nodes.open(nodeId) }
    }
}
