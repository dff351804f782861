import KafkaClient

/// What the servers of a cluster are shown.
struct UpstreamAccess: Sendable {
    /// Neither TLS nor a login.
    static let plaintext = UpstreamAccess(security: .plaintext, keys: [:])

    var security: ClientSecurity
    /// What it was made of: keys of Kafka's clients. They hold secrets.
    var keys: [String: String]
}
