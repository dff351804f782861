import KafkaClient

/// Brokers of one cluster, and what they are shown.
struct UpstreamRoute: Sendable {
    /// In the order of trying.
    var brokers: [BrokerAddress]
    var security: ClientSecurity
    /// ``ProxyCore/generation`` at that moment.
    var generation: Int

    /// How the proxy itself asks them something.
    ///
    /// - Parameter connectTimeout: in milliseconds.
    func client(connectTimeout: Int64) -> ClientConfiguration {
        var configuration = ClientConfiguration(clientId: "martlet-proxy")
        configuration.connectTimeout = min(configuration.connectTimeout, connectTimeout)
        configuration.security = security
        return configuration
    }
}
