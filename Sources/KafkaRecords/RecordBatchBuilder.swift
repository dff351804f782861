public import NIOCore

/// Builds a batch of format v2. Records are encoded as they are appended; `build` compresses them and puts the header
/// in front.
public struct RecordBatchBuilder: Sendable {
    /// What the header says beyond the records themselves.
    public struct Properties: Sendable {
        public var baseOffset: Int64
        public var partitionLeaderEpoch: Int32
        public var compression: CompressionType
        /// In Kafka's terms; nil is Kafka's default.
        public var compressionLevel: Int?
        /// Milliseconds: when set, the batch has LogAppendTime with this time.
        public var logAppendTime: Int64?
        public var producerId: Int64
        public var producerEpoch: Int16
        public var baseSequence: Int32
        public var isTransactional: Bool
        public var isControl: Bool

        public init(
            baseOffset: Int64 = 0, partitionLeaderEpoch: Int32 = -1, compression: CompressionType = .none,
            compressionLevel: Int? = nil, logAppendTime: Int64? = nil, producerId: Int64 = -1,
            producerEpoch: Int16 = -1, baseSequence: Int32 = -1, isTransactional: Bool = false, isControl: Bool = false
        ) {
            self.baseOffset = baseOffset
            self.partitionLeaderEpoch = partitionLeaderEpoch
            self.compression = compression
            self.compressionLevel = compressionLevel
            self.logAppendTime = logAppendTime
            self.producerId = producerId
            self.producerEpoch = producerEpoch
            self.baseSequence = baseSequence
            self.isTransactional = isTransactional
            self.isControl = isControl
        }
    }

    public let properties: Properties
    /// Room for the header, then the records as they travel uncompressed.
    private var buffer: ByteBuffer
    private var baseTimestamp: Int64 = -1
    private var maxTimestamp: Int64 = -1
    private var lastOffsetDelta: Int32 = -1
    public private(set) var recordCount: Int32 = 0

    /// `capacity` is a guess at the batch's size in bytes.
    public init(_ properties: Properties = Properties(), capacity: Int = 1024) {
        self.properties = properties
        buffer = ByteBufferAllocator().buffer(capacity: RecordBatchHeader.size + max(0, capacity))
        buffer.writeRepeatingByte(0, count: RecordBatchHeader.size)
    }

    public var isEmpty: Bool { recordCount == 0 }

    /// Bytes of the batch so far, were it not compressed.
    public var uncompressedSize: Int { buffer.readableBytes }

    /// Bytes that the batch would grow by, uncompressed, with this record appended next.
    public func size(of record: Record) -> Int {
        let delta = isEmpty ? 0 : record.timestamp &- baseTimestamp
        return RecordWriter.size(of: record, timestampDelta: delta, offsetDelta: lastOffsetDelta &+ 1)
    }

    /// Appends a record at the next offset; the record's own offset is not looked at.
    /// Throws `.batchOverflow` when a batch cannot hold it.
    public mutating func append(_ record: Record) throws(RecordError) {
        guard lastOffsetDelta < .max else { throw .batchOverflow }
        try append(record, offsetDelta: lastOffsetDelta + 1)
    }

    /// Appends key and value at the next offset.
    public mutating func append(
        timestamp: Int64, key: ByteBuffer?, value: ByteBuffer?, headers: [Record.Header] = []
    ) throws(RecordError) {
        try append(Record(timestamp: timestamp, key: key, value: value, headers: headers))
    }

    /// Appends a record at its own offset, which must lie behind that of the one before and may leave a gap.
    public mutating func appendKeepingOffset(_ record: Record) throws(RecordError) {
        let (delta, overflow) = record.offset.subtractingReportingOverflow(properties.baseOffset)
        guard !overflow, let offsetDelta = Int32(exactly: delta), offsetDelta > lastOffsetDelta else {
            throw .batchOverflow
        }
        try append(record, offsetDelta: offsetDelta)
    }

    private mutating func append(_ record: Record, offsetDelta: Int32) throws(RecordError) {
        let first = isEmpty
        let timestampDelta = first ? 0 : record.timestamp &- baseTimestamp
        let size = RecordWriter.size(of: record, timestampDelta: timestampDelta, offsetDelta: offsetDelta)
        guard size <= Int(Int32.max) - buffer.readableBytes,
            RecordWriter.write(record, timestampDelta: timestampDelta, offsetDelta: offsetDelta, to: &buffer)
        else { throw .batchOverflow }
        if first { baseTimestamp = record.timestamp }
        maxTimestamp = first ? record.timestamp : max(maxTimestamp, record.timestamp)
        lastOffsetDelta = offsetDelta
        recordCount += 1
    }

    /// The whole batch. `lastOffset` tells it to end later than its last record, as after compaction.
    public consuming func build(lastOffset: Int64? = nil) throws(RecordError) -> ByteBuffer {
        var batch = buffer
        // The builder lets go of the bytes, so that putting the header in front of them copies none.
        buffer = ByteBuffer()
        if properties.compression != .none {
            var records = batch
            records.moveReaderIndex(forwardBy: RecordBatchHeader.size)
            batch = ByteBufferAllocator().buffer(capacity: RecordBatchHeader.size + records.readableBytes / 2)
            batch.writeRepeatingByte(0, count: RecordBatchHeader.size)
            try Compression.compress(
                records, with: properties.compression, level: properties.compressionLevel, into: &batch)
        }
        guard let length = Int32(exactly: batch.readableBytes - RecordBatchPrefix.overhead) else {
            throw .batchOverflow
        }
        batch.setBuffer(try header(batchLength: length, lastOffset: lastOffset).encoded, at: 0)
        let checksum = batch.withUnsafeReadableBytes { bytes in
            CRC32C.checksum(UnsafeRawBufferPointer(rebasing: bytes[RecordBatchHeader.checksummedFrom...]))
        }
        batch.setInteger(checksum, at: RecordBatchHeader.checksumPosition)
        return batch
    }

    private func header(batchLength: Int32, lastOffset: Int64?) throws(RecordError) -> RecordBatchHeader {
        var delta = lastOffsetDelta
        if let lastOffset {
            let (difference, overflow) = lastOffset.subtractingReportingOverflow(properties.baseOffset)
            guard !overflow, let later = Int32(exactly: difference), later >= delta else { throw .batchOverflow }
            delta = later
        }
        return RecordBatchHeader(
            baseOffset: properties.baseOffset, batchLength: batchLength,
            partitionLeaderEpoch: properties.partitionLeaderEpoch, attributes: properties.attributes,
            lastOffsetDelta: delta, baseTimestamp: baseTimestamp,
            maxTimestamp: properties.logAppendTime ?? maxTimestamp, producerId: properties.producerId,
            producerEpoch: properties.producerEpoch, baseSequence: properties.baseSequence, recordCount: recordCount)
    }
}

extension RecordBatchBuilder.Properties {
    fileprivate var attributes: Int16 {
        var bits = Int16(compression.rawValue)
        if logAppendTime != nil { bits |= RecordBatchHeader.Attribute.logAppendTime }
        if isTransactional { bits |= RecordBatchHeader.Attribute.transactional }
        if isControl { bits |= RecordBatchHeader.Attribute.control }
        return bits
    }
}
