/// What can be wrong with record bytes.
public enum RecordError: Error, Equatable, Sendable {
    /// Fewer bytes than a header or a batch says it has.
    case truncated(needed: Int, available: Int)
    /// A batch or message declares a size below its own header's.
    case invalidBatchLength(Int32)
    /// Neither 0, 1 nor 2.
    case invalidMagic(Int8)
    /// Message format v0 or v1 where a batch of format v2 must stand, or the reverse.
    case unexpectedMagic(Int8)
    case checksumMismatch(stored: UInt32, computed: UInt32)

    /// A produce request for a partition carries no whole batch.
    case noBatch
    /// A produce request for a partition carries more than one batch.
    case severalBatches
    case batchTooLarge(size: Int, limit: Int)
    /// Clients leave it to the broker to give offsets.
    case baseOffsetNotZero(Int64)
    /// The count of records and the last offset delta disagree, or one of them is out of range.
    case offsetRangeMismatch(lastOffsetDelta: Int32, recordCount: Int32)
    /// A producer id without a base sequence.
    case missingSequence(Int32)
    case controlBatchFromClient
    /// The batch is no control batch, or its record has no type or end marker in it.
    case invalidControlRecord

    /// A codec number that no codec has.
    case unknownCompression(Int8)
    /// The codec exists, but not in this version of the request or the message format.
    case compressionNotAllowed(CompressionType)
    case decompressionFailed(CompressionType)
    case decompressedTooLarge(limit: Int)
    case compressionFailed(CompressionType)

    /// A record's declared size is negative or does not fit into what is left of its batch.
    case invalidRecordLength(Int)
    /// A field inside a record runs past the record's end, or a length in it is impossible.
    case malformedRecord
    /// Bytes left over behind the last record (or inside a record behind its last field).
    case trailingBytes(Int)
    /// A record without a key for a compacted topic.
    case missingKey(recordIndex: Int)
    case invalidTimestamp(recordIndex: Int, timestamp: Int64)
    /// A batch under construction grew past what the format can express.
    case batchOverflow

    /// The answer that each error leads to at the edge, in Kafka's words.
    public enum Category: Sendable {
        /// CORRUPT_MESSAGE
        case corruptMessage
        /// INVALID_RECORD
        case invalidRecord
        /// MESSAGE_TOO_LARGE
        case messageTooLarge
        /// UNSUPPORTED_COMPRESSION_TYPE
        case unsupportedCompression
        /// INVALID_TIMESTAMP
        case invalidTimestamp
        /// UNKNOWN_SERVER_ERROR: so Kafka answers an unknown codec number and compressed bytes it cannot read.
        case undecodable
    }

    public var category: Category {
        switch self {
        case .truncated, .invalidBatchLength, .invalidMagic, .checksumMismatch:
            .corruptMessage
        case .unexpectedMagic, .noBatch, .severalBatches, .baseOffsetNotZero, .offsetRangeMismatch, .missingSequence,
            .controlBatchFromClient, .invalidControlRecord, .invalidRecordLength, .malformedRecord, .trailingBytes,
            .missingKey, .decompressedTooLarge:
            .invalidRecord
        case .batchTooLarge, .batchOverflow:
            .messageTooLarge
        case .compressionNotAllowed:
            .unsupportedCompression
        case .invalidTimestamp:
            .invalidTimestamp
        case .unknownCompression, .decompressionFailed, .compressionFailed:
            .undecodable
        }
    }
}
