internal import KafkaRecords

/// The head of one record batch (format 2) or one old message (formats 0 and 1) as it lies in a segment.
///
/// An old message counts as a batch of its own; of a compressed one the offset is that of its last inner message,
/// so `lastOffset` is right for every format while the first offset is not known.
struct StoredBatch: Equatable, Sendable {
    /// Bytes that suffice for the head in every format.
    static let headerSize = RecordBatchHeader.size

    /// Positions of header fields in format 2.
    enum Field {
        static let length = 8
        static let leaderEpoch = 12
        static let checksum = 17
        static let attributes = 21
        static let baseTimestamp = 27
        static let maxTimestamp = 35
        static let recordCount = 57
    }

    /// Base offset in format 2; the offset of the (last inner) message before.
    var baseOffset: Int64
    /// All bytes, the 12 of offset and size included.
    var size: Int
    var magic: Int8
    var leaderEpoch: Int32 = -1
    var checksum: UInt32 = 0
    var attributes: Int16 = 0
    var lastOffsetDelta: Int32 = 0
    var baseTimestamp: Int64 = -1
    var maxTimestamp: Int64 = -1
    var producerId: Int64 = -1
    var producerEpoch: Int16 = -1
    var baseSequence: Int32 = -1
    var recordCount: Int32 = 1

    /// The bit of `attributes` that says that the broker stamped the records.
    static let logAppendTimeBit: Int16 = 0x08
    /// The bits of `attributes` that name the codec.
    static let compressionBits: Int16 = 0x07
    /// The bit of `attributes` that says that `baseTimestamp` is when tombstones and markers may go (KIP-534).
    static let deleteHorizonBit: Int16 = 0x40

    var lastOffset: Int64 { baseOffset &+ Int64(lastOffsetDelta) }
    var nextOffset: Int64 { lastOffset &+ 1 }
    var isCurrentFormat: Bool { magic == 2 }
    var isLogAppendTime: Bool { attributes & Self.logAppendTimeBit != 0 }
    var isTransactional: Bool { isCurrentFormat && attributes & 0x10 != 0 }
    var isControl: Bool { isCurrentFormat && attributes & 0x20 != 0 }
    var isCompressed: Bool { attributes & Self.compressionBits != 0 }
    var hasDeleteHorizon: Bool { isCurrentFormat && attributes & Self.deleteHorizonBit != 0 }
    var hasProducer: Bool { producerId >= 0 }
    /// The sequence number of the last record, wrapping from 2^31-1 to 0.
    var lastSequence: Int32 {
        baseSequence < 0 ? baseSequence : RecordBatchHeader.sequence(baseSequence, advancedBy: lastOffsetDelta)
    }

    /// Reads the head at the start of `bytes`, which may end inside the batch's records.
    init(parsing bytes: UnsafeRawBufferPointer) throws(BatchDefect) {
        do throws(RecordError) {
            let prefix = try RecordBatchPrefix(parsing: bytes)
            guard prefix.magic == 2 else {
                self.init(old: prefix, bytes)
                return
            }
            self.init(try RecordBatchHeader(parsing: bytes))
        } catch {
            throw .malformed(error)
        }
        guard baseOffset >= 0, lastOffsetDelta >= 0, recordCount >= 0 else { throw .header }
        guard !baseOffset.addingReportingOverflow(Int64(lastOffsetDelta) + 1).overflow else { throw .header }
    }

    private init(_ header: RecordBatchHeader) {
        baseOffset = header.baseOffset
        size = header.sizeInBytes
        magic = header.magic
        leaderEpoch = header.partitionLeaderEpoch
        checksum = header.crc
        attributes = header.attributes
        lastOffsetDelta = header.lastOffsetDelta
        baseTimestamp = header.baseTimestamp
        maxTimestamp = header.maxTimestamp
        producerId = header.producerId
        producerEpoch = header.producerEpoch
        baseSequence = header.baseSequence
        recordCount = header.recordCount
    }

    /// Formats 0 and 1: checksum, magic, attributes, and in format 1 a timestamp.
    private init(old prefix: RecordBatchPrefix, _ bytes: UnsafeRawBufferPointer) {
        baseOffset = prefix.offset
        size = prefix.sizeInBytes
        magic = prefix.magic
        checksum = bytes.bigEndian(at: 12)
        if bytes.count > Field.checksum { attributes = Int16(bytes[Field.checksum]) }
        if magic == 1, bytes.count >= 26 { maxTimestamp = bytes.bigEndian(at: 18) }
        baseTimestamp = maxTimestamp
    }
}
