/// The largest timestamp of a segment and the last offset of the batch that brought it.
struct LargestTimestamp: Equatable, Sendable {
    var timestamp: Int64
    var offset: Int64

    static let none = LargestTimestamp(timestamp: -1, offset: -1)
}

/// One segment as its log sees it: the files and what the log counts about them. Kept under the log's lock.
struct LogSegment<D: Disk> {
    var files: SegmentFiles<D>
    /// Bytes of whole batches; the file may be longer after a failed write.
    var size: Int
    /// Drawn once, so that segments of many partitions do not roll at the same moment.
    let rollJitterMs: Int64
    /// When the segment was made, milliseconds.
    let created: Int64
    /// The segment has a transaction index.
    var hasAbortedTransactions = false
    private var bytesSinceIndexEntry = 0
    private var largest: LargestTimestamp?
    /// Largest timestamp of the segment's first batch, from which `segment.ms` counts.
    private var firstTimestamp: Int64?

    var baseOffset: Int64 { files.baseOffset }

    init(files: SegmentFiles<D>, size: Int, created: Int64, rollJitterMs: Int64 = 0) {
        self.files = files
        self.size = size
        self.created = created
        self.rollJitterMs = rollJitterMs
        if size == 0 { largest = LargestTimestamp.none }
    }

    /// What the segment's newest entry of the time index says, unless later batches were seen.
    mutating func largestTimestamp() throws(DiskError) -> LargestTimestamp {
        if let largest { return largest }
        let entry = try files.timeIndex.last()
        let loaded = entry.map {
            LargestTimestamp(timestamp: $0.timestamp, offset: baseOffset &+ Int64($0.relativeOffset))
        }
        largest = loaded ?? LargestTimestamp.none
        return loaded ?? LargestTimestamp.none
    }

    /// Recovery has seen every batch.
    mutating func setLargest(_ largest: LargestTimestamp, firstTimestamp: Int64?) {
        self.largest = largest
        self.firstTimestamp = firstTimestamp
    }

    /// Counts an append of `size` bytes at the segment's end, and makes index entries where they are due: when more
    /// than the interval lies between this append and the one that last had an entry. The bytes are in the file, so
    /// nothing may fail here; `shouldRoll` has loaded what is needed.
    mutating func appended(
        size appended: Int, lastOffset: Int64, largest added: LargestTimestamp, indexInterval: Int
    ) {
        let position = size
        if position == 0 { firstTimestamp = added.timestamp }
        size += appended
        if added.timestamp > (largest?.timestamp ?? -1) { largest = added }
        if bytesSinceIndexEntry > indexInterval {
            files.offsetIndex.append(
                OffsetIndexEntry(relativeOffset: relative(lastOffset), position: Int32(truncatingIfNeeded: position)))
            try? closeTimeIndex()
            bytesSinceIndexEntry = 0
        }
        bytesSinceIndexEntry += appended
    }

    /// Brings the largest timestamp into the time index; a closed segment's last entry is that.
    mutating func closeTimeIndex() throws(DiskError) {
        let newest = try largestTimestamp()
        guard newest.timestamp > (try files.timeIndex.last()?.timestamp ?? -1) else { return }
        files.timeIndex.append(TimeIndexEntry(timestamp: newest.timestamp, relativeOffset: relative(newest.offset)))
    }

    /// Offsets of a segment are kept relative in 31 bits.
    func canHold(_ offset: Int64) -> Bool {
        offset >= baseOffset && offset - baseOffset <= Int64(Int32.max)
    }

    /// Whether an append has to go to a new segment: size, age by the records' time, full indexes, far offsets.
    mutating func shouldRoll(
        appending bytes: Int, lastOffset: Int64, largestTimestamp: Int64, now: Int64, _ configuration: LogConfiguration
    ) throws(DiskError) -> Bool {
        _ = try self.largestTimestamp()
        if size > configuration.segmentBytes - bytes || !canHold(lastOffset) { return true }
        if size > 0 {
            let age = try age(at: largestTimestamp, now: now)
            if age > configuration.effectiveSegmentMs - rollJitterMs { return true }
        }
        let offsetEntries = configuration.segmentIndexBytes / OffsetIndexEntry.size
        let timeEntries = configuration.segmentIndexBytes / TimeIndexEntry.size - 1
        if try files.offsetIndex.count() >= offsetEntries { return true }
        return try files.timeIndex.count() >= timeEntries
    }

    /// Largest timestamp of the segment's first batch, -1 when it has none.
    mutating func firstBatchTimestamp() throws(DiskError) -> Int64 {
        if let firstTimestamp { return firstTimestamp }
        let head = try files.file().readBytes(count: StoredBatch.headerSize, at: 0)
        let found = head.withUnsafeBytes { try? StoredBatch(parsing: $0).maxTimestamp } ?? -1
        firstTimestamp = found
        return found
    }

    private mutating func age(at timestamp: Int64, now: Int64) throws(DiskError) -> Int64 {
        let first = try firstBatchTimestamp()
        return first >= 0 ? timestamp.subtractingReportingOverflow(first).partialValue : now &- created
    }

    private func relative(_ offset: Int64) -> Int32 {
        Int32(truncatingIfNeeded: offset &- baseOffset)
    }
}
