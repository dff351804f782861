/// Transaction indexes that were lost. Without one, read-committed consumers would be given aborted records; and that it
/// is missing is not to be seen, as a segment without aborted transactions has none.
extension LogLoader {
    /// Builds anew what is missing below the offset from which recovery checks everything anyway. The segment that holds
    /// that offset is read as a whole when its index went missing.
    ///
    /// Where the inventory does not tell which segments had an index (a directory that Kafka wrote), a segment is
    /// looked through when a transaction can have ended in it, as the snapshots around it tell.
    mutating func restoreTransactionIndexes() throws(DiskError) {
        let limit = options.isClean ? Int64.max : options.recoveryPoint
        var lost: [Int] = []
        var mayHaveTransactions: Bool?
        for index in segments.indices where segments[index].size > 0 {
            let base = segments[index].baseOffset
            let following = index + 1 < segments.count ? segments[index + 1].baseOffset : Int64.max
            guard base < limit, !needsIndexes.contains(base) else { continue }
            let isLost: Bool
            if segments[index].hasAbortedTransactions {
                isLost = try hasBrokenTransactionIndex(base)
            } else if let inventory = options.transactionIndexes, base < inventory.knownTo {
                isLost = inventory.segments.contains(base)
            } else {
                if mayHaveTransactions == nil { mayHaveTransactions = try hasSeenTransactions() }
                guard mayHaveTransactions == true else { continue }
                isLost = try canHoldMarker(from: base, to: min(following, limit))
            }
            guard isLost else { continue }
            if following <= limit || options.isClean { lost.append(index) } else { needsIndexes.insert(base) }
        }
        for index in lost { try restoreTransactionIndex(index) }
    }

    private func hasBrokenTransactionIndex(_ base: Int64) throws(DiskError) -> Bool {
        let size = try disk.status(of: path(SegmentFileName(base, .transactionIndex).text)).size
        return size == 0 || size % AbortedTransaction.size != 0
    }

    /// Some segment has an index, or the newest snapshot tells of a marker.
    private func hasSeenTransactions() throws(DiskError) -> Bool {
        if segments.contains(where: \.hasAbortedTransactions) { return true }
        guard let newest = snapshots.last, let entries = try snapshot(at: newest) else { return false }
        return entries.contains { $0.coordinatorEpoch >= 0 || $0.hasOpenTransaction }
    }

    /// Whether a marker can lie between the bases of two segments: the snapshot at the later one knows a producer with a
    /// marker that wrote here, or one whose transaction was open when the segment began.
    private func canHoldMarker(from base: Int64, to following: Int64) throws(DiskError) -> Bool {
        guard snapshots.contains(following), let after = try snapshot(at: following) else {
            guard following == .max, let newest = snapshots.last, newest > base else { return true }
            return try snapshot(at: newest)?.contains { $0.coordinatorEpoch >= 0 } ?? true
        }
        let ended = after.filter { $0.coordinatorEpoch >= 0 }
        if ended.contains(where: { ($0.lastBatch?.lastOffset ?? base) >= base }) { return true }
        guard snapshots.contains(base), let before = try snapshot(at: base) else { return !ended.isEmpty }
        return before.contains(where: \.hasOpenTransaction)
    }

    func snapshot(at offset: Int64) throws(DiskError) -> [ProducerStateEntry]? {
        try disk.readSmallFile(path(SegmentFileName(offset, .snapshot).text)).flatMap { ProducerSnapshot.decode($0) }
    }

    /// Walks the heads of a segment and the markers in it.
    private mutating func restoreTransactionIndex(_ index: Int) throws(DiskError) {
        let files = segments[index].files
        try loadProducers(upTo: files.baseOffset, isLastResort: true)
        files.transactionIndex.reset()
        var count = 0
        var walker = BatchWalker(try files.file(), from: 0, to: segments[index].size, window: 16 << 10)
        do throws(BatchReadError) {
            while let batch = try walker.next() {
                for aborted in producers.replay(batch, marker: try walker.marker(of: batch)) {
                    files.transactionIndex.append(aborted)
                    count += 1
                }
            }
        } catch {
            if case .disk(let error) = error { throw error }
        }
        try files.transactionIndex.flush()
        segments[index].hasAbortedTransactions = count > 0
        guard count > 0 else { return }
        let name = SegmentFileName(files.baseOffset, .transactionIndex).text
        note("\(name) was missing or cut short: built anew with \(count) aborted transactions")
    }
}
