public import KafkaWire

/// Every message by name: bodies of requests and responses, headers, and what is inside records.
public enum MessageCatalog {
    /// A message and its type.
    public struct Entry: Sendable {
        /// The name, as in `FetchRequest` or `OffsetCommitKey`.
        public let name: String
        /// The type.
        public let type: any WireMessage.Type
    }

    /// The type of that name; nil for an unknown one.
    public static func type(named name: String) -> (any WireMessage.Type)? {
        all.first { $0.name == name }?.type
    }
}
