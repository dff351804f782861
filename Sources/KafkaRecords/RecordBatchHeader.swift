public import NIOCore

/// The 61 bytes before the records of a batch in message format v2 (KIP-98), read without allocation.
public struct RecordBatchHeader: Equatable, Sendable {
    /// Bytes of the header.
    public static let size = 61
    /// Where the checksum lies.
    static let checksumPosition = 17
    /// The checksum covers everything from here to the batch's end.
    public static let checksummedFrom = 21
    /// The least value of `batchLength`: a header without any record.
    static let leastLength = Int32(size - RecordBatchPrefix.overhead)
    /// What producer id, epoch and sequence hold when there is none.
    public static let noProducerId: Int64 = -1

    public var baseOffset: Int64
    /// Bytes that follow the length field itself.
    public var batchLength: Int32
    public var partitionLeaderEpoch: Int32
    public var magic: Int8
    public var crc: UInt32
    public var attributes: Int16
    public var lastOffsetDelta: Int32
    /// Milliseconds; the delete horizon instead, where `hasDeleteHorizon`.
    public var baseTimestamp: Int64
    /// Milliseconds; the append time, where `timestampType` is `.logAppendTime`.
    public var maxTimestamp: Int64
    public var producerId: Int64
    public var producerEpoch: Int16
    public var baseSequence: Int32
    public var recordCount: Int32

    /// Reads the header at a byte offset: its 61 bytes must be there, not yet the whole batch.
    /// Throws `.truncated`, `.invalidBatchLength`, `.invalidMagic`, or `.unexpectedMagic` for formats v0 and v1.
    public init(parsing bytes: UnsafeRawBufferPointer, at offset: Int = 0) throws(RecordError) {
        let prefix = try RecordBatchPrefix(parsing: bytes, at: offset)
        guard prefix.magic == 2 else { throw .unexpectedMagic(prefix.magic) }
        guard prefix.length >= RecordBatchHeader.leastLength else { throw .invalidBatchLength(prefix.length) }
        guard bytes.count - offset >= RecordBatchHeader.size else {
            throw .truncated(needed: RecordBatchHeader.size, available: bytes.count - offset)
        }
        baseOffset = prefix.offset
        batchLength = prefix.length
        magic = prefix.magic
        partitionLeaderEpoch = bytes.bigEndian(at: offset + 12)
        crc = bytes.bigEndian(at: offset + 17)
        attributes = bytes.bigEndian(at: offset + 21)
        lastOffsetDelta = bytes.bigEndian(at: offset + 23)
        baseTimestamp = bytes.bigEndian(at: offset + 27)
        maxTimestamp = bytes.bigEndian(at: offset + 35)
        producerId = bytes.bigEndian(at: offset + 43)
        producerEpoch = bytes.bigEndian(at: offset + 51)
        baseSequence = bytes.bigEndian(at: offset + 53)
        recordCount = bytes.bigEndian(at: offset + 57)
    }

    /// A header of fields, its checksum still to be set.
    init(
        baseOffset: Int64, batchLength: Int32, partitionLeaderEpoch: Int32, attributes: Int16, lastOffsetDelta: Int32,
        baseTimestamp: Int64, maxTimestamp: Int64, producerId: Int64, producerEpoch: Int16, baseSequence: Int32,
        recordCount: Int32
    ) {
        self.baseOffset = baseOffset
        self.batchLength = batchLength
        self.partitionLeaderEpoch = partitionLeaderEpoch
        magic = 2
        crc = 0
        self.attributes = attributes
        self.lastOffsetDelta = lastOffsetDelta
        self.baseTimestamp = baseTimestamp
        self.maxTimestamp = maxTimestamp
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.baseSequence = baseSequence
        self.recordCount = recordCount
    }

    /// The same from a buffer, counted from its reader index.
    public init(parsing buffer: ByteBuffer, at offset: Int = 0) throws(RecordError) {
        self = try buffer.withUnsafeReadableBytes { bytes in
            Result { () throws(RecordError) in try RecordBatchHeader(parsing: bytes, at: offset) }
        }.get()
    }
}

extension RecordBatchHeader {
    /// Bits of `attributes`.
    enum Attribute {
        static let compression: Int16 = 0x07
        static let logAppendTime: Int16 = 0x08
        static let transactional: Int16 = 0x10
        static let control: Int16 = 0x20
        static let deleteHorizon: Int16 = 0x40
    }

    /// Whole size of the batch in bytes, header included.
    public var sizeInBytes: Int { RecordBatchPrefix.overhead + Int(batchLength) }

    /// Offset of the last record, which compaction may have removed since.
    public var lastOffset: Int64 { baseOffset &+ Int64(lastOffsetDelta) }

    /// The offset that follows this batch.
    public var nextOffset: Int64 { lastOffset &+ 1 }

    /// Nil when the attributes name a codec that does not exist.
    public var compression: CompressionType? {
        CompressionType(rawValue: compressionId)
    }

    public var timestampType: TimestampType {
        attributes & Attribute.logAppendTime == 0 ? .createTime : .logAppendTime
    }

    public var isTransactional: Bool { attributes & Attribute.transactional != 0 }

    public var isControl: Bool { attributes & Attribute.control != 0 }

    /// Whether the cleaner stamped this batch (KIP-534): `baseTimestamp` is then when its tombstones may go.
    public var hasDeleteHorizon: Bool { attributes & Attribute.deleteHorizon != 0 }

    public var hasProducerId: Bool { producerId > RecordBatchHeader.noProducerId }

    /// Sequence of the last record; -1 without a base sequence. Sequences start at 0 again after 2^31 - 1.
    public var lastSequence: Int32 {
        guard baseSequence >= 0, lastOffsetDelta >= 0 else { return -1 }
        return RecordBatchHeader.sequence(baseSequence, advancedBy: lastOffsetDelta)
    }

    /// The sequence `count` (not negative) after another one, starting at 0 again after 2^31 - 1.
    public static func sequence(_ sequence: Int32, advancedBy count: Int32) -> Int32 {
        Int32(truncatingIfNeeded: (Int64(sequence) + Int64(count)) & Int64(Int32.max))
    }
}
