public import KafkaWire

/// A record of the cluster metadata log.
public protocol MetadataRecordMessage: WireMessage {
    /// The number that says which record it is, before its version and the record itself.
    static var apiKey: Int16 { get }
}

/// The number of a record of the cluster metadata log.
public struct MetadataRecordType: RawRepresentable, Hashable, Sendable {
    /// The number.
    public var rawValue: Int16

    /// Any number, known or not.
    public init(rawValue: Int16) {
        self.rawValue = rawValue
    }
}
