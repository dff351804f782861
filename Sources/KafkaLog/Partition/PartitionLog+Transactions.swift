internal import Synchronization

extension PartitionLog {
    /// Aborted transactions with records in `start ..< end`: what a read-committed fetch of these offsets is told.
    public func abortedTransactions(from start: Int64, to end: Int64) throws(LogError) -> [AbortedTransaction] {
        let segments = try state.withLock { (state) throws(LogError) in
            try state.checkOpen()
            return state.segments[state.segmentIndex(for: start)...].map(\.files)
        }
        var found: [AbortedTransaction] = []
        do throws(DiskError) {
            for segment in segments {
                var isComplete = false
                try segment.transactionIndex.forEach { transaction in
                    if transaction.lastOffset >= start, transaction.firstOffset < end { found.append(transaction) }
                    isComplete = transaction.lastStableOffset >= end
                    return !isComplete
                }
                // Every transaction that began before the last stable offset of an entry is decided by then.
                if isComplete { break }
            }
        } catch {
            throw .storage(error)
        }
        return found
    }
}
