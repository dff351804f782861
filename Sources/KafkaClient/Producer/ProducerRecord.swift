public import KafkaRecords
public import NIOCore

/// A record that is to be sent.
public struct ProducerRecord: Sendable {
    /// The partition, or nil to have it chosen by the key's hash, or stickily without a key.
    public var partition: Int32?
    /// The key; nil is null.
    public var key: ByteBuffer?
    /// The value; nil is null, a tombstone on a compacted topic.
    public var value: ByteBuffer?
    /// Headers in order; names may repeat.
    public var headers: [Record.Header]
    /// Milliseconds since 1970; nil is the time of sending.
    public var timestamp: Int64?

    /// A record.
    public init(
        partition: Int32? = nil, key: ByteBuffer? = nil, value: ByteBuffer?, headers: [Record.Header] = [],
        timestamp: Int64? = nil
    ) {
        self.partition = partition
        self.key = key
        self.value = value
        self.headers = headers
        self.timestamp = timestamp
    }

    /// About as many bytes as the record takes in a batch, never less.
    var estimatedSize: Int {
        var size = 32 + (key?.readableBytes ?? 0) + (value?.readableBytes ?? 0)
        for header in headers { size += 10 + header.keyBytes.readableBytes + (header.value?.readableBytes ?? 0) }
        return size
    }
}

/// What became of one batch.
public struct DeliveryReport: Sendable {
    /// Where the batch went, or was to go.
    public var partition: TopicPartition
    /// How many records it held.
    public var recordCount: Int
    /// How many bytes of records it held before compression, about.
    public var byteCount: Int
    /// The first record's offset (-1 with acks=0), or why the records are lost.
    public var result: Result<Int64, ClientError>
}
