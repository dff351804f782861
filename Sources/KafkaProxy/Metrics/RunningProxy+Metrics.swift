public import KafkaServer

extension RunningProxy {
    /// What clients did so far, and what the brokers of the cluster did with it.
    public func metrics() async -> [MetricFamily] {
        var clusters: [(String, Bool, [String: UpstreamCounts.Numbers])] = []
        let reachable = await reachableParts()
        for (index, part) in parts.enumerated() {
            let numbers = await server.whileLoopsRun { await part.core.ledger.numbers(part.core.book.nodes) } ?? [:]
            clusters.append((part.name ?? "", reachable.contains(index), numbers))
        }
        return await server.metrics() + UpstreamMetrics.families(clusters)
    }

    /// Whether clients should be sent here: not while it stops, nor while no broker of any of its clusters answers.
    public func readiness() async -> Readiness {
        if server.isStopping { return .notReady("draining") }
        return await reachableParts().isEmpty ? .notReady("no broker of the cluster answers") : .ready
    }

    /// The clusters of which a broker answers. All are asked at once: each that does not costs some seconds.
    private func reachableParts() async -> Set<Int> {
        await withTaskGroup(of: (Int, Bool).self) { group in
            for (index, part) in parts.enumerated() { group.addTask { (index, await part.probe.isReachable()) } }
            var reachable: Set<Int> = []
            for await (index, answers) in group where answers { reachable.insert(index) }
            return reachable
        }
    }
}
