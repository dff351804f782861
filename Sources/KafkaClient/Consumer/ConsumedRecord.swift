public import KafkaRecords
public import NIOCore

/// A record as it was read.
public struct ConsumedRecord: Sendable {
    /// The partition that it lies in.
    public var partition: TopicPartition
    /// Its offset.
    public var offset: Int64
    /// Milliseconds since 1970, or -1 for none (message format 0).
    public var timestamp: Int64
    /// Whose time the timestamp is; nil for none.
    public var timestampType: TimestampType?
    /// The epoch of the leader that stored it, or -1.
    public var leaderEpoch: Int32
    /// The key; nil is null.
    public var key: ByteBuffer?
    /// The value; nil is null.
    public var value: ByteBuffer?
    /// The headers in order.
    public var headers: [Record.Header]

    /// A record with everything given.
    public init(
        partition: TopicPartition, offset: Int64, timestamp: Int64, timestampType: TimestampType?, leaderEpoch: Int32,
        key: ByteBuffer?, value: ByteBuffer?, headers: [Record.Header]
    ) {
        self.partition = partition
        self.offset = offset
        self.timestamp = timestamp
        self.timestampType = timestampType
        self.leaderEpoch = leaderEpoch
        self.key = key
        self.value = value
        self.headers = headers
    }
}
