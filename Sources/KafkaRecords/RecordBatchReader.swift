public import NIOCore

/// Reads the records of a batch of format v2, one after another. Keys, values and headers are slices: of the batch
/// itself, or of its decompressed bytes.
public struct RecordBatchReader: Sendable {
    public let header: RecordBatchHeader
    /// The records, decompressed.
    private let body: ByteBuffer
    private var position = 0
    private var remaining: Int32

    /// Opens the batch at a buffer's reader index; what lies behind the batch is left alone.
    /// - Parameters:
    ///   - decompressionLimit: the most bytes that compressed records may come to.
    ///   - verifyChecksum: off where the caller has validated the batch.
    public init(
        _ batch: ByteBuffer, decompressionLimit: Int, verifyChecksum: Bool = true
    ) throws(RecordError) {
        header =
            verifyChecksum
            ? try RecordBatchValidator.validateStored(batch) : try RecordBatchHeader(parsing: batch)
        body = try RecordBatchReader.body(of: batch, header, limit: decompressionLimit)
        remaining = header.recordCount
        guard RecordLayout.canHold(remaining, in: body.readableBytes) else {
            throw .offsetRangeMismatch(lastOffsetDelta: header.lastOffsetDelta, recordCount: header.recordCount)
        }
    }

    /// Bytes of the records once decompressed.
    public var uncompressedSize: Int { body.readableBytes }

    /// The next record, nil behind the last one. After an error there is no next one.
    public mutating func next() throws(RecordError) -> Record? {
        guard remaining > 0 else {
            guard position == body.readableBytes else { throw .trailingBytes(body.readableBytes - position) }
            return nil
        }
        let record: Record
        (record, position) = try read(at: position)
        remaining -= 1
        return record
    }

    /// All records that are left.
    public mutating func readAll() throws(RecordError) -> [Record] {
        var records: [Record] = []
        records.reserveCapacity(Int(remaining))
        while let record = try next() { records.append(record) }
        return records
    }

    /// The bytes of the records, decompressed when they are compressed.
    static func body(
        of batch: ByteBuffer, _ header: RecordBatchHeader, limit: Int
    ) throws(RecordError) -> ByteBuffer {
        let start = batch.readerIndex + RecordBatchHeader.size
        let length = header.sizeInBytes - RecordBatchHeader.size
        guard header.sizeInBytes <= batch.readableBytes, let stored = batch.getSlice(at: start, length: length) else {
            throw .truncated(needed: header.sizeInBytes, available: batch.readableBytes)
        }
        guard let compression = header.compression else {
            throw .unknownCompression(header.compressionId)
        }
        // A batch that the cleaner has emptied has nothing to decompress.
        guard length > 0 else { return stored }
        return try Compression.decompress(stored, with: compression, limit: limit)
    }

    private func read(at position: Int) throws(RecordError) -> (Record, next: Int) {
        try body.withUnsafeReadableBytes { bytes in
            Result { () throws(RecordError) in
                var cursor = RecordCursor(bytes, from: position)
                let layout = try RecordLayout(from: &cursor)
                return (try record(from: layout, bytes), cursor.position)
            }
        }.get()
    }

    private func record(from layout: RecordLayout, _ bytes: UnsafeRawBufferPointer) throws(RecordError) -> Record {
        var record = Record(
            offset: header.baseOffset &+ Int64(layout.offsetDelta),
            timestamp: header.timestampType == .logAppendTime
                ? header.maxTimestamp : header.baseTimestamp &+ layout.timestampDelta,
            key: slice(layout.key), value: slice(layout.value))
        guard layout.headerCount > 0 else { return record }
        record.headers.reserveCapacity(layout.headerCount)
        var cursor = RecordCursor(bytes, from: layout.headers)
        for _ in 0..<layout.headerCount {
            let field = try RecordLayout.header(from: &cursor)
            guard let key = slice(field.key) else { throw .malformedRecord }
            record.headers.append(Record.Header(keyBytes: key, value: slice(field.value)))
        }
        return record
    }

    private func slice(_ range: Range<Int>?) -> ByteBuffer? {
        guard let range else { return nil }
        return body.getSlice(at: body.readerIndex + range.lowerBound, length: range.count)
    }
}
