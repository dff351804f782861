public import KafkaRecords

/// One thing that a file of a log holds, in the order in which it lies there.
public enum LogFileItem: Sendable {
    /// A `.log`, with the offset that its name says.
    case segment(baseOffset: Int64)
    /// A snapshot of the cluster's metadata, with the end offset and epoch of its name; nil for `bootstrap.checkpoint`.
    case metadataSnapshot(endOffset: Int64, epoch: Int32)
    case bootstrapSnapshot
    case batch(LogFileBatch)
    /// Bytes at the end that are no whole batch.
    case trailingBytes(Int)
    case offsetIndexEntry(offset: Int64, position: Int)
    case timeIndexEntry(timestamp: Int64, offset: Int64)
    case abortedTransaction(AbortedTransaction)
    case producer(LogFileProducer)
    /// An index without entries.
    case emptyIndex
    /// An index whose last entry lies where it can.
    case saneIndex
    /// Something that does not fit.
    case mismatch(String)
}

/// A batch, or a message of the formats before, as it lies in a file.
public struct LogFileBatch: Sendable {
    public var baseOffset: Int64
    public var lastOffset: Int64
    /// Records that the header counts; nil in the formats before 2.
    public var count: Int32?
    public var baseSequence: Int32
    public var lastSequence: Int32
    public var producerId: Int64
    public var producerEpoch: Int16
    public var leaderEpoch: Int32
    public var isTransactional: Bool
    public var isControl: Bool
    /// Time from which the cleaner may drop tombstones of the batch, milliseconds; nil unless set (KIP-534).
    public var deleteHorizon: Int64?
    /// Byte in the file.
    public var position: Int
    public var isLogAppendTime: Bool
    public var maxTimestamp: Int64
    /// Bytes.
    public var size: Int
    public var magic: Int8
    /// Kafka's number of the codec.
    public var compression: Int8
    public var checksum: UInt32
    /// The checksum holds.
    public var isValid: Bool
    /// The records, when they were asked for.
    public var records: [Record] = []
    /// Why they could not be read.
    public var recordError: RecordError?
}

/// A row of a `.snapshot` file.
public struct LogFileProducer: Sendable, Equatable {
    public var producerId: Int64
    public var producerEpoch: Int16
    public var coordinatorEpoch: Int32
    /// First offset of the open transaction.
    public var transactionStart: Int64?
    public var lastTimestamp: Int64
    /// The newest batch; nil when only markers are known.
    public var lastBatch: Batch?

    public struct Batch: Sendable, Equatable {
        public var firstSequence: Int32
        public var lastSequence: Int32
        public var lastOffset: Int64
        public var offsetDelta: Int32
        public var timestamp: Int64
    }
}
