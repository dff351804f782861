import KafkaClient

/// Brokers of one cluster, and what they are shown.
struct UpstreamRoute: Sendable {
    /// In the order of trying.
    var brokers: [BrokerAddress]
    var security: ClientSecurity
    /// ``ProxyCore/generation`` at that moment.
    var generation: Int
}
