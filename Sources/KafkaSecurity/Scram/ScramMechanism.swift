/// The SCRAM mechanisms that Kafka knows (KIP-84).
public enum ScramMechanism: String, Sendable, Hashable, CaseIterable {
    /// RFC 7677.
    case sha256 = "SCRAM-SHA-256"
    /// The same with SHA-512.
    case sha512 = "SCRAM-SHA-512"

    /// The hash function inside.
    public var algorithm: HashAlgorithm {
        switch self {
        case .sha256: .sha256
        case .sha512: .sha512
        }
    }
}
