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

    private mutating func head() throws(BatchReadError) -> UnsafeRawBufferPointer {
        let wanted = min(StoredBatch.headerSize, end - position)
        if position < bufferStart || position + wanted > bufferStart + bufferCount {
            do throws(DiskError) {
                bufferCount = try file.read(into: .init(rebasing: buffer.prefix(end - position)), at: position)
            } catch {
                throw .disk(error)
            }
            bufferStart = position
        }
        let start = position - bufferStart
        let available = max(0, min(wanted, bufferCount - start))
        return UnsafeRawBufferPointer(rebasing: buffer[start..<start + available])
    }
}
