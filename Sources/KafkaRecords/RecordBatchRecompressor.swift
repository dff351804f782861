public import NIOCore

/// Brings a produced batch to the codec of its topic (`compression.type`).
public enum RecordBatchRecompressor {
    /// The batch with its records under another codec: everything else in it stays, length and checksum follow. The
    /// same bytes, shared, when it has that codec already, and for control batches, which stay as they were written.
    /// The batch has been validated; its offset deltas are kept even where they have gaps.
    public static func recompress(
        _ batch: ByteBuffer, _ header: RecordBatchHeader, to type: CompressionType, level: Int? = nil,
        decompressionLimit: Int
    ) throws(RecordError) -> ByteBuffer {
        guard header.compression != type, !header.isControl else {
            guard let same = batch.getSlice(at: batch.readerIndex, length: header.sizeInBytes) else {
                throw .truncated(needed: header.sizeInBytes, available: batch.readableBytes)
            }
            return same
        }
        let body = try RecordBatchReader.body(of: batch, header, limit: decompressionLimit)
        var records = ByteBufferAllocator().buffer(capacity: body.readableBytes / 2)
        try Compression.compress(body, with: type, level: level, into: &records)
        let size = RecordBatchHeader.size + records.readableBytes
        guard let length = Int32(exactly: size - RecordBatchPrefix.overhead) else { throw .batchOverflow }
        var changed = header
        changed.batchLength = length
        changed.attributes &= ~RecordBatchHeader.Attribute.compression
        changed.attributes |= Int16(type.rawValue)
        changed.crc = changed.checksum(overRecords: records)
        var output = ByteBufferAllocator().buffer(capacity: size)
        changed.write(to: &output)
        output.writeImmutableBuffer(records)
        return output
    }
}
