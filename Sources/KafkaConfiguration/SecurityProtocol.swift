/// How a listener's connections are protected.
public enum SecurityProtocol: String, Sendable, CaseIterable {
    case plaintext = "PLAINTEXT"
    case ssl = "SSL"
    case saslPlaintext = "SASL_PLAINTEXT"
    case saslSsl = "SASL_SSL"

    /// Kafka's number for it, as broker registrations carry it.
    public var id: Int16 {
        switch self {
        case .plaintext: 0
        case .ssl: 1
        case .saslPlaintext: 2
        case .saslSsl: 3
        }
    }

    /// Whether its bytes go through TLS.
    public var usesTLS: Bool { self == .ssl || self == .saslSsl }
    /// Whether its clients authenticate by SASL before anything else.
    public var usesSASL: Bool { self == .saslPlaintext || self == .saslSsl }
}
