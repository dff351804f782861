import KafkaProtocol
import KafkaWire
import NIOCore

/// The bytes that members of a consumer group exchange through JoinGroup and SyncGroup: a version, then a message.
enum ConsumerProtocol {
    /// The subscription of a member, at a version that every client since 2.4 reads.
    static func encodeSubscription(
        topics: [String], owned: [TopicPartition]
    ) throws(WireError) -> ByteBuffer {
        var subscription = ConsumerProtocolSubscription(topics: topics)
        subscription.ownedPartitions = Dictionary(grouping: owned, by: \.topic)
            .sorted { $0.key < $1.key }
            .map { .init(topic: $0.key, partitions: $0.value.map(\.partition).sorted()) }
        return try encode(subscription, version: 1)
    }

    /// The topics that a member subscribes to.
    static func decodeSubscription(_ bytes: ByteBuffer) throws(WireError) -> [String] {
        try decode(ConsumerProtocolSubscription.self, from: bytes)?.topics ?? []
    }

    static func encodeAssignment(_ partitions: [TopicPartition]) throws(WireError) -> ByteBuffer {
        var assignment = ConsumerProtocolAssignment()
        assignment.assignedPartitions = Dictionary(grouping: partitions, by: \.topic)
            .sorted { $0.key < $1.key }
            .map { .init(topic: $0.key, partitions: $0.value.map(\.partition).sorted()) }
        return try encode(assignment, version: 1)
    }

    /// The partitions of an assignment; empty bytes are no partitions.
    static func decodeAssignment(_ bytes: ByteBuffer) throws(WireError) -> [TopicPartition] {
        let assignment = try decode(ConsumerProtocolAssignment.self, from: bytes)
        return assignment?.assignedPartitions.flatMap { topic in
            topic.partitions.map { TopicPartition(topic: topic.topic, partition: $0) }
        } ?? []
    }

    private static func encode(_ message: some WireMessage, version: Int16) throws(WireError) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeInteger(version)
        try buffer.writeMessage(message, version: version)
        return buffer
    }

    /// A version newer than ours is read as our newest: the protocol only ever appends fields.
    private static func decode<M: WireMessage>(_ message: M.Type, from bytes: ByteBuffer) throws(WireError) -> M? {
        var bytes = bytes
        guard bytes.readableBytes > 0 else { return nil }
        guard let version = bytes.readInteger(as: Int16.self) else {
            throw .truncated(needed: 2, available: bytes.readableBytes)
        }
        guard version >= 0 else { throw .unsupportedVersion(version) }
        return try bytes.decodeMessage(M.self, version: min(version, M.validVersions.upperBound))
    }
}
