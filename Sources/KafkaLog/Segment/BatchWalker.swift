internal import KafkaRecords

/// Walks the heads of the batches in a stretch of a segment, reading a few KiB at a time and skipping record bytes.
struct BatchWalker<File: DiskFile>: ~Copyable {
    private let file: File
    /// Byte position behind the last batch that may be returned.
    private let end: Int
    /// Byte position of the batch that `next()` returns.
    private(set) var position: Int
    private let buffer: UnsafeMutableRawBufferPointer
    private var bufferStart = 0
    private var bufferCount = 0

    /// `window`: bytes read at a time; at least one head.
    init(_ file: File, from position: Int, to end: Int, window: Int = 4096) {
        self.file = file
        self.position = position
        self.end = end
        buffer = .allocate(byteCount: max(window, StoredBatch.headerSize), alignment: 8)
    }

    deinit {
        buffer.deallocate()
    }

    /// The batch at `position`, which then moves behind it. Nil at the end; a batch that is not whole there is a defect.
    mutating func next() throws(BatchReadError) -> StoredBatch? {
        guard position < end else { return nil }
        let head = try head()
        let batch: StoredBatch
        do throws(BatchDefect) {
            batch = try StoredBatch(parsing: head)
        } catch {
            throw .defect(error, position: position)
        }
        guard batch.size <= end - position else { throw .defect(.truncated, position: position) }
        position += batch.size
        return batch
    }

    /// Whether the bytes of a batch that `next()` returned match its checksum.
    mutating func isIntact(_ batch: StoredBatch) throws(BatchReadError) -> Bool {
        let start = position - batch.size
        var covered = start + (batch.isCurrentFormat ? RecordBatchHeader.checksummedFrom : 16)
        var checksum = BatchChecksum(isCurrentFormat: batch.isCurrentFormat)
        while covered < position {
            let chunk = try bytes(at: covered, upTo: position)
            guard !chunk.isEmpty else { return false }
            checksum.add(chunk)
            covered += chunk.count
        }
        return checksum.value == batch.checksum
    }

    /// The marker in a control batch that `next()` returned; nil when compaction emptied it, or when it is of another
    /// kind, as the metadata log's are.
    mutating func marker(of batch: StoredBatch) throws(BatchReadError) -> TransactionMarker? {
        guard batch.isControl, batch.recordCount > 0 else { return nil }
        let start = position - batch.size
        let record = start + StoredBatch.headerSize
        // Such a batch is small: when the window ends inside it, the next window holds all of it.
        if record < bufferStart || position > bufferStart + bufferCount { try fill(at: record) }
        return TransactionMarker(record: try bytes(at: record, upTo: position))
    }

    private mutating func head() throws(BatchReadError) -> UnsafeRawBufferPointer {
        let wanted = min(StoredBatch.headerSize, end - position)
        if position < bufferStart || position + wanted > bufferStart + bufferCount { try fill(at: position) }
        let start = position - bufferStart
        let available = max(0, min(wanted, bufferCount - start))
        return UnsafeRawBufferPointer(rebasing: buffer[start..<start + available])
    }

    /// Some bytes from a place on: what the buffer holds of them, or as many as it takes.
    private mutating func bytes(at place: Int, upTo limit: Int) throws(BatchReadError) -> UnsafeRawBufferPointer {
        if place < bufferStart || place >= bufferStart + bufferCount { try fill(at: place) }
        let start = place - bufferStart
        let available = max(0, min(limit - place, bufferCount - start))
        return UnsafeRawBufferPointer(rebasing: buffer[start..<start + available])
    }

    private mutating func fill(at place: Int) throws(BatchReadError) {
        do throws(DiskError) {
            bufferCount = try file.read(into: .init(rebasing: buffer.prefix(end - place)), at: place)
        } catch {
            throw .disk(error)
        }
        bufferStart = place
    }
}
