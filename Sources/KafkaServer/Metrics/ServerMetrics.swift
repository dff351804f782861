import KafkaProtocol
import KafkaWire
import NIOCore

/// The numbers of a server: what its clients did.
enum ServerMetrics {
    private static let api = ["api"]
    private static let listener = ["listener"]

    static let requests = MetricDefinition(
        "martlet_requests_total", .counter, "Requests received, by API.", labels: api)
    static let requestBytes = MetricDefinition(
        "martlet_request_bytes_total", .counter, "Bytes of requests, their lengths included.", labels: api)
    static let responseBytes = MetricDefinition(
        "martlet_response_bytes_total", .counter, "Bytes of answers, records included.", labels: api)
    static let handling = MetricDefinition(
        "martlet_request_handling_seconds", .histogram,
        "How long the event loop was busy with a request before it turned to something else.", labels: api)
    static let duration = MetricDefinition(
        "martlet_request_duration_seconds", .histogram,
        "How long it took from a request being there until its answer was, waiting for records included.", labels: api)
    static let throttled = MetricDefinition(
        "martlet_requests_throttled_total", .counter, "Requests whose client was held back by a quota.", labels: api)
    static let errors = MetricDefinition(
        "martlet_request_errors_total", .counter,
        "Errors that partitions of Produce and Fetch requests were answered, by Kafka's name.",
        labels: ["api", "error"])
    static let connections = MetricDefinition(
        "martlet_connections", .gauge, "Connections of clients that are open.", labels: listener)
    static let accepted = MetricDefinition(
        "martlet_connections_accepted_total", .counter, "Connections of clients that were opened.", labels: listener)
    static let refused = MetricDefinition(
        "martlet_connections_refused_total", .counter,
        "Connections closed at once because their address has too many, or opened them too fast.", labels: listener)
    static let closed = MetricDefinition(
        "martlet_connections_closed_total", .counter, "Connections of clients that have ended, by reason.",
        labels: ["listener", "reason"])
    static let authentications = MetricDefinition(
        "martlet_authentications_total", .counter, "Logins by SASL that succeeded.", labels: listener)
    static let authenticationFailures = MetricDefinition(
        "martlet_authentication_failures_total", .counter, "Logins by SASL that failed.", labels: listener)
    static let handshakes = MetricDefinition(
        "martlet_tls_handshakes_total", .counter, "TLS handshakes that were completed.", labels: listener)
    static let handshakeFailures = MetricDefinition(
        "martlet_tls_handshake_failures_total", .counter,
        "Connections that ended before their TLS handshake was completed.", labels: listener)

    static func families(_ counts: RequestCounts, _ listeners: [String: ListenerCounts.Counts]) -> [MetricFamily] {
        requestFamilies(counts) + connectionFamilies(listeners)
    }

    private static func requestFamilies(_ counts: RequestCounts) -> [MetricFamily] {
        let families = MetricFamily.table(
            [
                (requests, { .count($0.requests) }),
                (requestBytes, { .count($0.requestBytes) }),
                (responseBytes, { .count($0.responseBytes) }),
                (throttled, { .count($0.throttled) }),
                (handling, { .histogram($0.handling) }),
                (duration, { .histogram($0.duration) }),
            ], rows: named(counts).map { (labels: [$0.0], row: $0.1) })
        var errors = MetricFamily(Self.errors)
        for (place, count) in counts.errors.sorted(by: { ($0.key.place, $0.key.code) < ($1.key.place, $1.key.code) }) {
            errors.add(count, name(place.place) ?? "unknown", ErrorCode(rawValue: place.code).name)
        }
        return families + [errors]
    }

    /// The APIs that were asked for, by name; what has none is taken together.
    private static func named(_ counts: RequestCounts) -> [(String, ApiCounts)] {
        var named: [(String, ApiCounts)] = []
        var unknown = ApiCounts()
        for (place, api) in counts.places.enumerated() where api.requests > 0 {
            if let name = name(place) {
                named.append((name, api))
            } else {
                unknown.add(api)
            }
        }
        if unknown.requests > 0 { named.append(("unknown", unknown)) }
        return named
    }

    private static func name(_ place: Int) -> String? {
        ApiKey(rawValue: Int16(clamping: place)).apiDescription?.name
    }

    private static func connectionFamilies(_ listeners: [String: ListenerCounts.Counts]) -> [MetricFamily] {
        let sorted = listeners.sorted { $0.key < $1.key }
        let families = MetricFamily.table(
            [
                (connections, { .count($0.open) }),
                (accepted, { .count($0.accepted) }),
                (refused, { .count($0.refused) }),
                (authentications, { .count($0.authenticated) }),
                (authenticationFailures, { .count($0.authenticationFailures) }),
                (handshakes, { .count($0.handshakes) }),
                (handshakeFailures, { .count($0.handshakeFailures) }),
            ], rows: sorted.map { (labels: [$0.key], row: $0.value) })
        var closed = MetricFamily(Self.closed)
        for (name, counts) in sorted {
            for (reason, count) in counts.closed.sorted(by: { $0.key < $1.key }) { closed.add(count, name, reason) }
        }
        return families + [closed]
    }
}

extension Server {
    /// What clients did so far. Visits every event loop; nothing once these have ended.
    public func metrics() async -> [MetricFamily] {
        let shared = shared
        return await whileLoopsRun {
            var counts = RequestCounts()
            for loop in shared.loops {
                if let visited = try? await loop.eventLoop.submit({ loop.counts.snapshot }).get() {
                    counts.add(visited)
                }
            }
            return ServerMetrics.families(counts, shared.listenerCounts.all)
        } ?? []
    }

    /// Whether a graceful stop has begun.
    public var isStopping: Bool { shared.isStopping }
}
