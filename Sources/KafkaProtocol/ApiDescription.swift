public import KafkaWire

/// What the protocol says about an API as a whole.
public struct ApiDescription: Sendable {
    /// Its number.
    public let key: ApiKey
    /// Its name, as in `Fetch`.
    public let name: String
    /// The kinds of listener on which Kafka serves it; empty for what only ZooKeeper-era brokers spoke.
    public let listeners: ApiListeners
    /// The versions that we can read and write: those of Kafka 3.9 and of 4.3 together.
    public let validVersions: ClosedRange<Int16>
    /// What Kafka 4.3 serves; nil for what it removed.
    public let kafka43Versions: ClosedRange<Int16>?
    /// The first version whose request is flexible, or `Int16.max`.
    public let firstFlexibleRequest: Int16
    /// The first version whose response is flexible, or `Int16.max`.
    public let firstFlexibleResponse: Int16
    /// Whether Kafka 4.3 serves the last version only where unstable versions are enabled.
    public let isLatestUnstable: Bool
}

/// Kinds of listener.
public struct ApiListeners: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Any set of bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// What clients and brokers speak with a broker.
    public static let broker = ApiListeners(rawValue: 1)
    /// What brokers and controllers speak with a controller.
    public static let controller = ApiListeners(rawValue: 2)
}
