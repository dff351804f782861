internal import KafkaRecords

/// A walk over every batch of a segment that rebuilds its indexes and follows producers and epochs.
struct SegmentScan<D: Disk> {
    /// Bytes of sound batches from the segment's start.
    private(set) var validBytes = 0
    /// Behind the last sound batch.
    private(set) var nextOffset: Int64
    private(set) var largest = LargestTimestamp.none
    private(set) var firstTimestamp: Int64?
    /// Why the walk ended before the bytes did.
    private(set) var defect: BatchDefect?
    /// Positions of batches that were sound but for their format's number, which the checksum does not cover.
    private(set) var mendedPositions: [Int] = []
    /// Whether batches of transactions were among the sound ones.
    private(set) var sawTransactions = false

    private let files: SegmentFiles<D>
    private let indexInterval: Int
    private let start: ScanStart?
    private var lastIndexEntry = 0

    /// Bytes read at a time.
    private static var window: Int { 256 << 10 }

    /// `start`: where the walk begins, if not with the segment.
    init(_ files: SegmentFiles<D>, indexInterval: Int, from start: ScanStart? = nil) {
        self.files = files
        self.indexInterval = indexInterval
        self.start = start
        nextOffset = start?.offset ?? files.baseOffset
        guard let start else { return }
        validBytes = start.position
        lastIndexEntry = start.position
        largest = start.largest
        lastTimestamp = start.largest.timestamp
    }

    /// Walks the first `size` bytes. Producers and epochs take every sound batch in.
    mutating func run(
        size: Int, producers: inout ProducerStateTable, epochs: inout LeaderEpochs
    ) throws(DiskError) {
        if let start {
            try files.truncateIndexes(to: start)
        } else {
            files.offsetIndex.reset()
            files.timeIndex.reset()
            files.transactionIndex.reset()
        }
        let file = try files.file()
        while true {
            do throws(BatchReadError) {
                try walk(file, size: size, producers: &producers, epochs: &epochs)
                break
            } catch {
                switch error {
                case .disk(let error): throw error
                case .defect(let defect, _):
                    if try mendFormat(of: file, size: size) { continue }
                    self.defect = defect
                }
                break
            }
        }
        if largest.timestamp > (try files.timeIndex.last()?.timestamp ?? -1) { appendTimeEntry() }
    }

    private mutating func walk(
        _ file: D.File, size: Int, producers: inout ProducerStateTable, epochs: inout LeaderEpochs
    ) throws(BatchReadError) {
        var walker = BatchWalker(file, from: validBytes, to: size, window: Self.window)
        while let batch = try walker.next() {
            try check(batch, try walker.isIntact(batch))
            let marker = try walker.marker(of: batch)
            if batch.isTransactional || batch.isControl { sawTransactions = true }
            note(batch)
            // The epoch file may know more than this batch: only a newer epoch is news, as in Kafka's recovery.
            if batch.isCurrentFormat, batch.leaderEpoch > epochs.latest?.epoch ?? -1 {
                _ = epochs.assign(batch.leaderEpoch, startOffset: batch.baseOffset)
            }
            if let start, batch.baseOffset < start.producersTo { continue }
            for aborted in producers.replay(batch, marker: marker) { files.transactionIndex.append(aborted) }
        }
    }

    /// A batch that is whole and right as one of format 2 is one, whatever number of a format stands in it.
    private mutating func mendFormat(of file: D.File, size: Int) throws(DiskError) -> Bool {
        guard try FormatMending.isPossible(in: file, at: validBytes, size: size, nextOffset: nextOffset) else {
            return false
        }
        try file.write([2], at: validBytes + 16)
        mendedPositions.append(validBytes)
        return true
    }

    private func check(_ batch: StoredBatch, _ isIntact: Bool) throws(BatchReadError) {
        guard isIntact else { throw .defect(.checksum, position: validBytes) }
        let isInOrder = batch.isCurrentFormat ? batch.baseOffset >= nextOffset : batch.lastOffset >= nextOffset
        guard isInOrder, batch.lastOffset - files.baseOffset <= Int64(Int32.max) else {
            throw .defect(.offsetOutOfOrder(batch.baseOffset), position: validBytes)
        }
    }

    private mutating func note(_ batch: StoredBatch) {
        if validBytes == 0 { firstTimestamp = batch.maxTimestamp }
        if batch.maxTimestamp > largest.timestamp {
            largest = LargestTimestamp(timestamp: batch.maxTimestamp, offset: batch.lastOffset)
        }
        if validBytes - lastIndexEntry > indexInterval {
            files.offsetIndex.append(
                OffsetIndexEntry(
                    relativeOffset: Int32(truncatingIfNeeded: batch.lastOffset - files.baseOffset),
                    position: Int32(truncatingIfNeeded: validBytes)))
            if lastTimestamp < largest.timestamp { appendTimeEntry() }
            lastIndexEntry = validBytes
        }
        validBytes += batch.size
        nextOffset = batch.nextOffset
    }

    private var lastTimestamp: Int64 = -1

    private mutating func appendTimeEntry() {
        lastTimestamp = largest.timestamp
        files.timeIndex.append(
            TimeIndexEntry(
                timestamp: largest.timestamp,
                relativeOffset: Int32(truncatingIfNeeded: largest.offset - files.baseOffset)))
    }
}

/// The number of the message format is one byte that no checksum covers. Changed, a whole batch looks like another
/// thing; but then its own checksum still holds for format 2.
enum FormatMending {
    /// Whether the bytes at a position are a whole, right batch of format 2 but for that number.
    static func isPossible<File: DiskFile>(
        in file: File, at position: Int, size: Int, nextOffset: Int64
    ) throws(DiskError) -> Bool {
        var head = try file.readBytes(count: min(StoredBatch.headerSize, size - position), at: position)
        guard head.count == StoredBatch.headerSize, head[16] != 2 else { return false }
        head[16] = 2
        let parsed = head.withUnsafeBytes { bytes in try? StoredBatch(parsing: bytes) }
        guard let batch = parsed, batch.size <= size - position, batch.baseOffset >= nextOffset else { return false }
        var checksum = BatchChecksum(isCurrentFormat: true)
        var covered = RecordBatchHeader.checksummedFrom
        while covered < batch.size {
            let bytes = try file.readBytes(count: min(1 << 20, batch.size - covered), at: position + covered)
            if bytes.isEmpty { return false }
            bytes.withUnsafeBytes { checksum.add($0) }
            covered += bytes.count
        }
        return checksum.value == batch.checksum
    }
}

extension ProducerStateTable {
    /// Takes in a batch that is in the log; returns the aborted transaction that it ends, if any.
    mutating func replay(_ batch: StoredBatch, marker: TransactionMarker?) -> [AbortedTransaction] {
        guard batch.isCurrentFormat, batch.hasProducer else {
            endOffset = batch.nextOffset
            return []
        }
        var append = ProducerAppend(origin: .replication)
        // What is in the log is never refused.
        _ = try? append.add(batch, marker: marker, in: self)
        return apply(append, endOffset: batch.nextOffset)
    }
}
