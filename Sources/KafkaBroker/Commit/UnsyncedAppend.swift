import KafkaProtocol

/// An append whose answer has to wait for the device.
struct UnsyncedAppend: Sendable {
    let partition: Partition
    /// Where its answer stands among the response's topics, and among the topic's partitions.
    let topicPlace: Int
    let place: Int
}
