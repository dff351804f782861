import KafkaClient
import KafkaConfiguration
import Logging

/// Asks the cluster again and again which brokers it has, and gives each a port.
struct ClusterWatch: Sendable {
    /// The pause between two questions that something gave rise to.
    private static let leastPause: Duration = .milliseconds(200)

    /// Brokers that are tried at the same time.
    private static let mostTried = 32

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
            group.addTask {
                while !Task.isCancelled {
                    await tryBrokers()
                    try? await Task.sleep(for: .milliseconds(core.settings.metadataRefreshMilliseconds))
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
        let route = core.route(to: .anyBroker)
        let cluster = KafkaCluster(bootstrap: route.brokers, configuration: client(route))
        var isReachable = true
        do {
            let brokers = try await cluster.refreshMetadata(topics: []).brokers
            for nodeId in core.learn(all: brokers, generation: route.generation) {
                core.logger.info("a broker has left the cluster", metadata: ["broker": "\(nodeId)"])
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

    /// Finds out which brokers answer, so that no client has to wait for one that does not.
    private func tryBrokers() async {
        let route = core.route(to: .anyBroker)
        await withTaskGroup(of: Void.self) { group in
            for broker in route.brokers.prefix(Self.mostTried) {
                group.addTask {
                    do {
                        try await KafkaConnection.connect(to: broker, configuration: client(route)).close()
                        core.answered(broker)
                    } catch {
                        core.failed(broker)
                    }
                }
            }
        }
    }

    private func client(_ route: UpstreamRoute) -> ClientConfiguration {
        route.client(connectTimeout: core.settings.connectTimeoutMilliseconds)
    }

    private func openPorts() async {
        for nodeId in Set(core.book.nodes.keys).union(core.settings.nodeIds).sorted() { await nodes.open(nodeId) }
    }
}
