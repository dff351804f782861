import KafkaWire

/// Who this broker is in its cluster of one.
struct BrokerIdentity: Sendable {
    let nodeId: Int32
    /// As Kafka writes it: a UUID in base64, or whatever an older release put there.
    let clusterId: String
    let rack: String?
}
