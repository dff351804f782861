/// A segment that the cleaner writes: `.cleaned` files with indexes as a log's own are.
struct CleanedSegment<D: Disk>: ~Copyable {
    let files: SegmentFiles<D>
    private let file: D.File
    private let indexInterval: Int
    private var output: RawOutput
    private let outputLimit: Int
    /// Bytes in the file; those in `output` follow.
    private var written = 0
    private var largest = LargestTimestamp.none
    private var firstTimestamp: Int64?
    private var lastIndexEntry = 0
    private var lastTimeEntry: Int64 = -1

    /// Begins the files, over what an interrupted cleaning may have left.
    static func begin(
        disk: D, directory: String, baseOffset: Int64, indexInterval: Int, bufferSize: Int
    ) throws(DiskError) -> CleanedSegment {
        let files = SegmentFiles(
            disk: disk, directory: directory, baseOffset: baseOffset, isNew: true, transition: .cleaned)
        let file = try files.file()
        try file.truncate(to: 0)
        return CleanedSegment(files, file, indexInterval: indexInterval, bufferSize: bufferSize)
    }

    private init(_ files: SegmentFiles<D>, _ file: D.File, indexInterval: Int, bufferSize: Int) {
        self.files = files
        self.file = file
        self.indexInterval = indexInterval
        outputLimit = bufferSize
        output = RawOutput(capacity: bufferSize + bufferSize / 4)
    }

    /// Takes a batch through the filter.
    mutating func add(
        _ batch: StoredBatch, _ bytes: UnsafeRawBufferPointer, _ map: borrowing OffsetMap, _ filter: inout BatchFilter
    ) throws(BatchDefect) {
        let position = written + output.count
        if let kept = try filter.filter(batch, bytes, map, into: &output) { note(kept, at: position) }
    }

    /// Writes what has gathered once it is enough; returns how many bytes that were.
    mutating func writeIfFull() throws(DiskError) -> Int {
        output.count >= outputLimit ? try write() : 0
    }

    /// Removes the files.
    func discard() {
        try? files.removeCleaned()
    }

    private mutating func note(_ kept: BatchFilter.Kept, at position: Int) {
        if position == 0 { firstTimestamp = kept.maxTimestamp }
        if kept.maxTimestamp > largest.timestamp {
            largest = LargestTimestamp(timestamp: kept.maxTimestamp, offset: kept.lastOffset)
        }
        if position - lastIndexEntry > indexInterval {
            files.offsetIndex.append(
                OffsetIndexEntry(
                    relativeOffset: relative(kept.lastOffset), position: Int32(truncatingIfNeeded: position)))
            if lastTimeEntry < largest.timestamp { appendTimeEntry() }
            lastIndexEntry = position
        }
        if let aborted = kept.aborted { files.transactionIndex.append(aborted) }
    }

    private mutating func appendTimeEntry() {
        lastTimeEntry = largest.timestamp
        files.timeIndex.append(
            TimeIndexEntry(timestamp: largest.timestamp, relativeOffset: relative(largest.offset)))
    }

    private func relative(_ offset: Int64) -> Int32 {
        Int32(truncatingIfNeeded: offset &- files.baseOffset)
    }

    private mutating func write() throws(DiskError) -> Int {
        let count = output.count
        try file.write(output.bytes, at: written)
        written += count
        output.removeAll()
        return count
    }

    /// Writes the rest, makes all of it durable, and answers the segment as a log holds it.
    mutating func finish(created: Int64, modified: Int64) throws(DiskError) -> LogSegment<D> {
        _ = try write()
        if largest.timestamp > lastTimeEntry { appendTimeEntry() }
        try files.offsetIndex.sync()
        try files.timeIndex.sync()
        try files.transactionIndex.sync()
        try file.sync()
        // Retention of segments without timestamps counts from when they were written first.
        try files.setModified(modified)
        var segment = LogSegment(files: files, size: written, created: created)
        segment.setLargest(largest, firstTimestamp: firstTimestamp)
        segment.hasAbortedTransactions = try files.transactionIndex.count() > 0
        return segment
    }
}
