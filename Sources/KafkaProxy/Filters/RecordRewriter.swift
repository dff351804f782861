public import KafkaRecords
public import NIOCore

/// Goes through the records of a `records` field one by one, to look at them or to change them.
///
/// Batches are decompressed within a bound. A batch in which something changes is written anew: with the codec, the
/// offsets, the producer's id and sequence and the timestamps that it had, its checksum following. The others stay the
/// bytes that they were. Control batches are not shown. Message sets of the formats before v2 have no headers and are
/// no more produced by any client of this decade; they are refused.
public struct RecordRewriter: Sendable {
    /// The most bytes that the records of a batch may come to when they are decompressed.
    public var decompressionLimit: Int

    /// A rewriter with a bound on decompression, in bytes.
    public init(decompressionLimit: Int = 64 * 1024 * 1024) {
        self.decompressionLimit = decompressionLimit
    }

    /// Shows every record.
    ///
    /// - Parameters:
    ///   - records: batches one behind the other; what is torn at their end is not shown, and left out of the result.
    ///   - change: changes a record in place, and says whether it did.
    /// - Returns: the whole batches as they are then; nil when no record was changed and nothing was torn.
    /// - Throws: what `change` throws, or ``KafkaRecords/RecordError`` for bytes that cannot be read.
    public func rewrite(_ records: ByteBuffer, _ change: (inout Record) throws -> Bool) throws -> ByteBuffer? {
        var walk = RecordBatches(records)
        var parts: [ByteBuffer] = []
        var hasChanged = false
        while let entry = walk.next() {
            guard let batch = walk.slice(of: entry) else { break }
            guard entry.magic == 2 else { throw RecordError.unexpectedMagic(entry.magic) }
            if let changed = try rewrite(batch: batch, change) {
                hasChanged = true
                parts.append(changed)
            } else {
                parts.append(batch)
            }
        }
        if let damage = walk.damage { throw damage }
        // The records of a torn batch can be read by those who wish to, and nobody has looked at them here.
        guard hasChanged || walk.position < records.readableBytes else { return nil }
        var result = ByteBufferAllocator().buffer(capacity: parts.reduce(0) { $0 &+ $1.readableBytes })
        for part in parts { result.writeImmutableBuffer(part) }
        return result
    }

    private func rewrite(batch: ByteBuffer, _ change: (inout Record) throws -> Bool) throws -> ByteBuffer? {
        let header = try RecordBatchHeader(parsing: batch)
        guard !header.isControl, header.recordCount > 0 else { return nil }
        var reader = try RecordBatchReader(batch, decompressionLimit: decompressionLimit)
        var records: [Record] = []
        var hasChanged = false
        while var record = try reader.next() {
            if try change(&record) { hasChanged = true }
            records.append(record)
        }
        guard hasChanged, let compression = header.compression else { return nil }
        var builder = RecordBatchBuilder(
            RecordBatchBuilder.Properties(
                baseOffset: header.baseOffset, partitionLeaderEpoch: header.partitionLeaderEpoch,
                compression: compression,
                logAppendTime: header.timestampType == .logAppendTime ? header.maxTimestamp : nil,
                producerId: header.producerId, producerEpoch: header.producerEpoch,
                baseSequence: header.baseSequence, isTransactional: header.isTransactional),
            capacity: reader.uncompressedSize &+ reader.uncompressedSize / 4)
        for record in records { try builder.appendKeepingOffset(record) }
        return try builder.build(lastOffset: header.lastOffset)
    }
}
