public import KafkaServer

extension RunningProxy {
    /// What clients did so far, and what the brokers of the cluster did with it.
    public func metrics() async -> [MetricFamily] {
        var clusters: [(String, Bool, [String: UpstreamCounts.Numbers])] = []
        for part in parts {
            let numbers = await part.core.ledger.numbers(part.core.book.nodes)
            clusters.append((part.name ?? "", await part.probe.isReachable(), numbers))
        }
        return await server.metrics() + UpstreamMetrics.families(clusters)
    }

    /// Whether clients should be sent here: not while it stops, nor while no broker of any of its clusters answers.
    public func readiness() async -> Readiness {
        if server.isStopping { return .notReady("draining") }
        let isReachable = await withTaskGroup(of: Bool.self) { group in
            for part in parts { group.addTask { await part.probe.isReachable() } }
            var answers = false
            for await answer in group where answer { answers = true }
            return answers
        }
        return isReachable ? .ready : .notReady("no broker of the cluster answers")
    }
}
