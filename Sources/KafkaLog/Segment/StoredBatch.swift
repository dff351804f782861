/// The head of one record batch (format 2) or one old message (formats 0 and 1) as it lies in a segment.
///
/// An old message counts as a batch of its own; of a compressed one the offset is that of its last inner message,
/// so `lastOffset` is right for every format while the first offset is not known.
struct StoredBatch: Equatable, Sendable {
    /// Bytes before the part that the size field counts.
    static let sizePrefix = 12
    /// Bytes needed to know size and format.
    static let peekSize = 17
    /// Header of format 2.
    static let headerSize = 61
    /// Least value of the size field: an empty message of format 0.
    static let leastSizeField: Int32 = 14

    /// Positions of header fields in format 2.
    enum Field {
        static let leaderEpoch = 12
        static let magic = 16
        static let checksum = 17
        static let attributes = 21
        static let lastOffsetDelta = 23
        static let baseTimestamp = 27
        static let maxTimestamp = 35
        static let producerId = 43
        static let producerEpoch = 51
        static let baseSequence = 53
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

    var lastOffset: Int64 { baseOffset &+ Int64(lastOffsetDelta) }
    var nextOffset: Int64 { lastOffset &+ 1 }
    var isCurrentFormat: Bool { magic == 2 }
    var isLogAppendTime: Bool { attributes & 0x08 != 0 }
    var isTransactional: Bool { isCurrentFormat && attributes & 0x10 != 0 }
    var isControl: Bool { isCurrentFormat && attributes & 0x20 != 0 }
    var isCompressed: Bool { attributes & 0x07 != 0 }
    var hasProducer: Bool { producerId >= 0 }
    /// The sequence number of the last record, wrapping from 2^31-1 to 0.
    var lastSequence: Int32 {
        guard baseSequence >= 0 else { return baseSequence }
        return Int32(truncatingIfNeeded: (Int64(baseSequence) + Int64(lastOffsetDelta)) & 0x7fff_ffff)
    }

    /// Reads the head at the start of `bytes`, which may end inside the batch's records.
    init(parsing bytes: UnsafeRawBufferPointer) throws(BatchDefect) {
        guard bytes.count >= Self.peekSize else { throw .truncated }
        let sizeField: Int32 = bytes.bigEndian(at: 8)
        guard sizeField >= Self.leastSizeField else { throw .sizeTooSmall(sizeField) }
        baseOffset = bytes.bigEndian(at: 0)
        size = Int(sizeField) + Self.sizePrefix
        magic = bytes.bigEndian(at: Field.magic)
        guard baseOffset >= 0 else { throw .offsetOutOfOrder(baseOffset) }
        switch magic {
        case 0, 1: try parseOld(bytes)
        case 2: try parseCurrent(bytes)
        default: throw .unknownMagic(magic)
        }
    }

    private mutating func parseOld(_ bytes: UnsafeRawBufferPointer) throws(BatchDefect) {
        checksum = bytes.bigEndian(at: 12)
        guard bytes.count >= 26 else {
            if magic == 1 || size >= 26 { throw .truncated }
            return
        }
        attributes = Int16(bytes[17])
        if magic == 1 { maxTimestamp = bytes.bigEndian(at: 18) }
        baseTimestamp = maxTimestamp
    }

    private mutating func parseCurrent(_ bytes: UnsafeRawBufferPointer) throws(BatchDefect) {
        guard size >= Self.headerSize else { throw .sizeTooSmall(Int32(size - Self.sizePrefix)) }
        guard bytes.count >= Self.headerSize else { throw .truncated }
        leaderEpoch = bytes.bigEndian(at: Field.leaderEpoch)
        checksum = bytes.bigEndian(at: Field.checksum)
        attributes = bytes.bigEndian(at: Field.attributes)
        lastOffsetDelta = bytes.bigEndian(at: Field.lastOffsetDelta)
        baseTimestamp = bytes.bigEndian(at: Field.baseTimestamp)
        maxTimestamp = bytes.bigEndian(at: Field.maxTimestamp)
        producerId = bytes.bigEndian(at: Field.producerId)
        producerEpoch = bytes.bigEndian(at: Field.producerEpoch)
        baseSequence = bytes.bigEndian(at: Field.baseSequence)
        recordCount = bytes.bigEndian(at: Field.recordCount)
        guard lastOffsetDelta >= 0, recordCount >= 0 else { throw .header }
        guard !baseOffset.addingReportingOverflow(Int64(lastOffsetDelta) + 1).overflow else { throw .header }
    }
}
