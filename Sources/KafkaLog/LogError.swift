internal import Glibc
public import KafkaRecords

/// Why a partition log refused or failed. The broker maps each case to one Kafka error code.
public enum LogError: Error, Equatable, Sendable {
    /// The disk failed; the log stays readable where it can (KAFKA_STORAGE_ERROR).
    case storage(DiskError)
    /// The log was closed or deleted (NOT_LEADER_OR_FOLLOWER or KAFKA_STORAGE_ERROR, as the caller sees fit).
    case closed
    /// A read or a deletion outside `start ... end` (OFFSET_OUT_OF_RANGE).
    case offsetOutOfRange(requested: Int64, start: Int64, end: Int64)
    /// Bytes that are no whole batches (CORRUPT_MESSAGE or INVALID_RECORD).
    case invalidBatch(BatchDefect)
    /// Batches of message format 0 or 1 are not appended any more (UNSUPPORTED_FOR_MESSAGE_FORMAT).
    case unsupportedMagic(Int8)
    /// A batch larger than `max.message.bytes` (MESSAGE_TOO_LARGE).
    case batchTooLarge(size: Int, limit: Int)
    /// The batches of one append are larger than a segment (RECORD_LIST_TOO_LARGE).
    case appendExceedsSegment(size: Int, limit: Int)
    /// A create time outside `message.timestamp.before/after.max.ms` (INVALID_TIMESTAMP).
    case invalidTimestamp(Int64)
    /// An idempotent producer skipped or repeated numbers (OUT_OF_ORDER_SEQUENCE_NUMBER).
    case outOfOrderSequence(producerId: Int64, expectedAfter: Int32, received: Int32)
    /// The producer's epoch is older than one seen here (INVALID_PRODUCER_EPOCH).
    case invalidProducerEpoch(producerId: Int64, current: Int16, received: Int16)
    /// A plain batch of a producer whose transaction is open (INVALID_TXN_STATE).
    case invalidTransactionState(producerId: Int64)
    /// A marker of an older transaction coordinator (TRANSACTION_COORDINATOR_FENCED).
    case coordinatorFenced(producerId: Int64, current: Int32, received: Int32)
    /// A partition directory that cannot be loaded; the text says why.
    case damagedDirectory(String)
}

/// What is wrong with the bytes of a batch.
public enum BatchDefect: Error, Equatable, Sendable {
    /// Size, format, header or checksum make no sense.
    case malformed(RecordError)
    /// The bytes end before the batch does.
    case truncated
    /// The checksum does not match the bytes.
    case checksum
    /// An offset below the segment's or the previous batch's.
    case offsetOutOfOrder(Int64)
    /// A negative or impossible count or delta in the header.
    case header
}

/// Reading batches from a file meets a failing disk or bad bytes.
enum BatchReadError: Error, Equatable, Sendable {
    case disk(DiskError)
    case defect(BatchDefect, position: Int)
}

extension LogError {
    /// A read would have waited for the device, inside ``PageCache/withoutWaiting(_:)``.
    public var wouldWait: Bool {
        if case .storage(let error) = self { return error.operation == .read && error.code == EAGAIN }
        return false
    }
}
