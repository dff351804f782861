public import NIOCore

/// The checks of a whole batch that cost no work per record: bounds, checksum, and whether the header agrees with
/// itself. One call a batch, used when a client produces and when a log is recovered. What is inside the records
/// `RecordBatchInspector` looks at.
public struct RecordBatchValidator: Sendable {
    /// Batches above this many bytes, header included, are refused (`max.message.bytes`).
    public var maxBatchSize: Int

    public init(maxBatchSize: Int = .max) {
        self.maxBatchSize = maxBatchSize
    }

    /// Checks the bytes of one partition of a produce request, as Kafka's broker does: exactly one batch of format
    /// v2 from a client, whole and sound. A torn batch behind it is ignored, as in Kafka: only the first
    /// `sizeInBytes` bytes of the answer are the batch.
    public func validateProduced(_ bytes: UnsafeRawBufferPointer) throws(RecordError) -> RecordBatchHeader {
        guard bytes.count >= RecordBatchPrefix.size else { throw .noBatch }
        let prefix = try RecordBatchPrefix(parsing: bytes)
        guard prefix.sizeInBytes <= bytes.count else { throw .noBatch }
        let header = try RecordBatchHeader(parsing: bytes)
        try refuseSecondBatch(bytes, after: header.sizeInBytes)
        guard header.baseOffset == 0 else { throw .baseOffsetNotZero(header.baseOffset) }
        guard header.sizeInBytes <= maxBatchSize else {
            throw .batchTooLarge(size: header.sizeInBytes, limit: maxBatchSize)
        }
        try RecordBatchValidator.checkChecksum(header, bytes, at: 0)
        try RecordBatchValidator.checkProducedHeader(header)
        return header
    }

    /// The same for a buffer's readable bytes.
    public func validateProduced(_ buffer: ByteBuffer) throws(RecordError) -> RecordBatchHeader {
        try buffer.withUnsafeReadableBytes { bytes in
            Result { () throws(RecordError) in try validateProduced(bytes) }
        }.get()
    }

    /// Checks a batch at rest, as recovery and replication do: it is all there and its checksum is right.
    /// Throws `.truncated` when the bytes end before the batch does, `.unexpectedMagic` for formats v0 and v1.
    public static func validateStored(
        _ bytes: UnsafeRawBufferPointer, at offset: Int = 0
    ) throws(RecordError) -> RecordBatchHeader {
        let header = try RecordBatchHeader(parsing: bytes, at: offset)
        guard header.sizeInBytes <= bytes.count - offset else {
            throw .truncated(needed: header.sizeInBytes, available: bytes.count - offset)
        }
        try checkChecksum(header, bytes, at: offset)
        return header
    }

    /// The same for a buffer, counted from its reader index.
    public static func validateStored(
        _ buffer: ByteBuffer, at offset: Int = 0
    ) throws(RecordError) -> RecordBatchHeader {
        try buffer.withUnsafeReadableBytes { bytes in
            Result { () throws(RecordError) in try validateStored(bytes, at: offset) }
        }.get()
    }

    private func refuseSecondBatch(_ bytes: UnsafeRawBufferPointer, after end: Int) throws(RecordError) {
        guard bytes.count - end >= RecordBatchPrefix.size else { return }
        let second = try RecordBatchPrefix(parsing: bytes, at: end)
        guard second.sizeInBytes > bytes.count - end else { throw .severalBatches }
    }

    /// The whole batch is within `bytes`, its size not below the header's.
    private static func checkChecksum(
        _ header: RecordBatchHeader, _ bytes: UnsafeRawBufferPointer, at offset: Int
    ) throws(RecordError) {
        let covered = (offset + RecordBatchHeader.checksummedFrom)..<(offset + header.sizeInBytes)
        let computed = CRC32C.checksum(UnsafeRawBufferPointer(rebasing: bytes[covered]))
        guard computed == header.crc else { throw .checksumMismatch(stored: header.crc, computed: computed) }
    }

    private static func checkProducedHeader(_ header: RecordBatchHeader) throws(RecordError) {
        guard header.recordCount > 0, header.lastOffsetDelta == header.recordCount - 1 else {
            throw .offsetRangeMismatch(lastOffsetDelta: header.lastOffsetDelta, recordCount: header.recordCount)
        }
        guard !header.hasProducerId || header.baseSequence >= 0 else { throw .missingSequence(header.baseSequence) }
        guard !header.isControl else { throw .controlBatchFromClient }
        guard header.compression != nil else {
            throw .unknownCompression(
                header.compressionId)
        }
    }
}
