public import KafkaRecords

/// How a producer batches, compresses and confirms; times are milliseconds, sizes bytes.
public struct ProducerConfiguration: Sendable {
    /// How many replicas must have a batch before it is confirmed.
    public enum Acks: Int16, Sendable {
        /// No answer is waited for.
        case none = 0
        /// The leader.
        case leader = 1
        /// All replicas in sync.
        case all = -1
    }

    /// `acks`.
    public var acks = Acks.all
    /// `enable.idempotence`: no duplicates by retries (KIP-98). Has effect only with acks=all.
    public var idempotent = true
    /// `compression.type`.
    public var compression = CompressionType.none
    /// `batch.size`: a batch is sent when its records reach this.
    public var batchSize = 64 * 1024
    /// `linger.ms`: a smaller batch is sent after this.
    public var linger: Int64 = 5
    /// `max.request.size`: larger records are refused, requests are kept below.
    public var maxRequestSize = 1024 * 1024
    /// `buffer.memory`: sending waits while this much is not confirmed.
    public var bufferMemory = 32 * 1024 * 1024
    /// `request.timeout.ms`: how long the broker may wait for its replicas.
    public var requestTimeout: Int64 = 30_000
    /// `delivery.timeout.ms`: after this a batch is given up.
    public var deliveryTimeout: Int64 = 120_000
    /// `max.block.ms`: how long the first record of a topic waits for its metadata.
    public var maxBlock: Int64 = 60_000

    /// The defaults.
    public init() {}
}
