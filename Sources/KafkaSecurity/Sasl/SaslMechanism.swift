/// The SASL mechanisms that can be served.
public enum SaslMechanism: String, Sendable, Hashable, CaseIterable {
    /// Name and password (RFC 4616).
    case plain = "PLAIN"
    /// RFC 7677.
    case scramSHA256 = "SCRAM-SHA-256"
    /// The same with SHA-512.
    case scramSHA512 = "SCRAM-SHA-512"
    /// OAuth 2 bearer tokens (RFC 7628, KIP-255).
    case oauthBearer = "OAUTHBEARER"

    /// Which SCRAM it is, if it is one.
    public var scram: ScramMechanism? { ScramMechanism(rawValue: rawValue) }
}
