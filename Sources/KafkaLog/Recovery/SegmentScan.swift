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

    private let files: SegmentFiles<D>
    private let indexInterval: Int
    private var lastIndexEntry = 0

    /// Bytes read at a time.
    private static var window: Int { 256 << 10 }

    init(_ files: SegmentFiles<D>, indexInterval: Int) {
        self.files = files
        self.indexInterval = indexInterval
        nextOffset = files.baseOffset
    }

    /// Walks the first `size` bytes. Producers and epochs take every sound batch in.
    mutating func run(
        size: Int, producers: inout ProducerStateTable, epochs: inout LeaderEpochs
    ) throws(DiskError) {
        files.offsetIndex.reset()
        files.timeIndex.reset()
        files.transactionIndex.reset()
        do throws(BatchReadError) {
            let file: D.File
            do throws(DiskError) { file = try files.file() } catch { throw .disk(error) }
            var walker = BatchWalker(file, from: 0, to: size, window: Self.window)
            while let batch = try walker.next() {
                try check(batch, try walker.isIntact(batch))
                let marker = try walker.marker(of: batch)
                note(batch)
                if batch.isCurrentFormat { _ = epochs.assign(batch.leaderEpoch, startOffset: batch.baseOffset) }
                for aborted in producers.replay(batch, marker: marker) { files.transactionIndex.append(aborted) }
            }
        } catch {
            switch error {
            case .disk(let error): throw error
            case .defect(let defect, _): self.defect = defect
            }
        }
        if largest.timestamp > (try files.timeIndex.last()?.timestamp ?? -1) { appendTimeEntry() }
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
