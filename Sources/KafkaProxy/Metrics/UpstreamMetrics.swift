import KafkaServer

/// The numbers of the brokers behind the proxy.
enum UpstreamMetrics {
    private static let labels = ["cluster", "broker"]

    static let reachable = MetricDefinition(
        "martlet_upstream_reachable", .gauge,
        "Whether a broker of the cluster answered when it was last asked (1) or not (0).",
        labels: ["cluster"])
    static let connections = MetricDefinition(
        "martlet_upstream_connections", .gauge, "Connections to a broker that are open for clients.", labels: labels)
    static let connects = MetricDefinition(
        "martlet_upstream_connects_total", .counter, "Connections to a broker that came about.", labels: labels)
    static let connectFailures = MetricDefinition(
        "martlet_upstream_connect_failures_total", .counter,
        "Connections to a broker that did not come about, TLS and login included.", labels: labels)
    static let requests = MetricDefinition(
        "martlet_upstream_requests_total", .counter, "Requests that were passed on to a broker.", labels: labels)
    static let inFlight = MetricDefinition(
        "martlet_upstream_requests_in_flight", .gauge, "Requests that a broker has not answered.", labels: labels)
    static let answers = MetricDefinition(
        "martlet_upstream_answer_seconds", .histogram,
        "How long it took from a request being passed on until all of its answer was there.", labels: labels)
    static let sentBytes = MetricDefinition(
        "martlet_upstream_sent_bytes_total", .counter, "Bytes of requests that were sent to a broker, before TLS.",
        labels: labels)
    static let receivedBytes = MetricDefinition(
        "martlet_upstream_received_bytes_total", .counter, "Bytes of answers that came from a broker, after TLS.",
        labels: labels)
    static let retries = MetricDefinition(
        "martlet_upstream_retries_total", .counter,
        "Times that a broker's failure had its clients' requests go to the next broker.", labels: labels)
    static let logins = MetricDefinition(
        "martlet_upstream_reauthentications_total", .counter,
        "Times that the proxy logged in anew on a connection before its session ran out.", labels: labels)

    /// - Parameter clusters: by name, which is empty for the one without.
    static func families(_ clusters: [(String, Bool, [String: UpstreamCounts.Numbers])]) -> [MetricFamily] {
        let sorted = clusters.sorted { $0.0 < $1.0 }
        var reachable = MetricFamily(Self.reachable)
        for (cluster, isReachable, _) in sorted { reachable.add(isReachable ? 1 : 0, cluster) }
        let rows = sorted.flatMap { cluster, _, brokers in
            brokers.sorted { $0.key < $1.key }.map { (labels: [cluster, $0.key], row: $0.value) }
        }
        return [reachable] + MetricFamily.table(columns, rows: rows)
    }

    private static var columns: [(definition: MetricDefinition, value: (UpstreamCounts.Numbers) -> MetricFamily.Value)]
    {
        [
            (connections, { .count($0.connections) }),
            (connects, { .count($0.connects) }),
            (connectFailures, { .count($0.connectFailures) }),
            (requests, { .count($0.requests) }),
            (inFlight, { .count($0.inFlight) }),
            (sentBytes, { .count($0.sentBytes) }),
            (receivedBytes, { .count($0.receivedBytes) }),
            (retries, { .count($0.retries) }),
            (logins, { .count($0.logins) }),
            (answers, { .histogram($0.answers) }),
        ]
    }
}
