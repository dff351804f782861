/// Whom a quota is for: a user, a client id, both, or an address (KIP-546).
public struct QuotaEntity: Hashable, Sendable {
    /// A name, or every name that has no quota of its own.
    public enum Name: Hashable, Sendable {
        case everyOther
        case named(String)

        /// Kafka's form, in which nil stands for the default.
        public init(_ name: String?) {
            self = name.map { .named($0) } ?? .everyOther
        }

        /// Kafka's form, in which nil stands for the default.
        public var text: String? {
            if case .named(let name) = self { return name }
            return nil
        }
    }

    /// What the parts of an entity are called in requests and records.
    public enum Part: String, CaseIterable, Sendable {
        case user
        case clientId = "client-id"
        case ip
    }

    /// The parts that there are.
    public var parts: [Part: Name]

    /// An entity of these parts.
    public init(_ parts: [Part: Name]) {
        self.parts = parts
    }
}

/// What a quota limits, by the key that it is set with.
public enum QuotaKind: String, CaseIterable, Sendable {
    /// Bytes a second of produce requests.
    case produce = "producer_byte_rate"
    /// Bytes a second of fetch answers.
    case fetch = "consumer_byte_rate"
    /// Percent of one thread.
    case request = "request_percentage"
    /// Partitions created or deleted a second (KIP-599).
    case mutation = "controller_mutation_rate"
    /// Connections a second from one address (KIP-612).
    case connection = "connection_creation_rate"

    /// Whether a quota of this kind is for addresses, not for users and client ids.
    public var isForAddresses: Bool { self == .connection }
}
