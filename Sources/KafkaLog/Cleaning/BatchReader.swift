internal import KafkaRecords

/// Reads a segment from front to back in large pieces and hands out its batches whole, checksums checked.
struct BatchReader<File: DiskFile>: ~Copyable {
    private let file: File
    private let end: Int
    /// Byte position of the batch that `next()` returns.
    private(set) var position: Int
    private var buffer: UnsafeMutableRawBufferPointer
    private var bufferStart = 0
    private var bufferCount = 0
    /// Bytes read since this was last asked.
    private var unreported = 0

    /// `window`: bytes read at a time. A larger batch is read whole.
    init(_ file: File, from position: Int, to end: Int, window: Int) {
        self.file = file
        self.position = position
        self.end = end
        buffer = .allocate(byteCount: max(min(window, end - position), StoredBatch.headerSize), alignment: 8)
    }

    deinit {
        buffer.deallocate()
    }

    /// How many bytes were read since the last call.
    mutating func takeReadCount() -> Int {
        defer { unreported = 0 }
        return unreported
    }

    /// The batch at `position`, which then moves behind it; its bytes are good until the next call. Nil at the end.
    mutating func next() throws(BatchReadError) -> (batch: StoredBatch, bytes: UnsafeRawBufferPointer)? {
        guard position < end else { return nil }
        let head = try bytes(min(StoredBatch.headerSize, end - position))
        let batch: StoredBatch
        do throws(BatchDefect) {
            batch = try StoredBatch(parsing: head)
        } catch {
            throw .defect(error, position: position)
        }
        guard batch.size <= end - position else { throw .defect(.truncated, position: position) }
        let whole = try bytes(batch.size)
        var checksum = BatchChecksum(isCurrentFormat: batch.isCurrentFormat)
        checksum.add(.init(rebasing: whole[(batch.isCurrentFormat ? RecordBatchHeader.checksummedFrom : 16)...]))
        guard checksum.value == batch.checksum else { throw .defect(.checksum, position: position) }
        position += batch.size
        return (batch, whole)
    }

    private mutating func bytes(_ count: Int) throws(BatchReadError) -> UnsafeRawBufferPointer {
        if position < bufferStart || position + count > bufferStart + bufferCount { try fill(count) }
        let start = position - bufferStart
        guard start + count <= bufferCount else { throw .defect(.truncated, position: position) }
        return UnsafeRawBufferPointer(rebasing: buffer[start..<start + count])
    }

    private mutating func fill(_ count: Int) throws(BatchReadError) {
        if count > buffer.count {
            buffer.deallocate()
            buffer = .allocate(byteCount: count, alignment: 8)
        }
        do throws(DiskError) {
            bufferCount = try file.read(into: .init(rebasing: buffer.prefix(end - position)), at: position)
        } catch {
            bufferCount = 0
            throw .disk(error)
        }
        unreported += bufferCount
        bufferStart = position
    }
}
