/// Which transactions the cleaner is in the middle of, on its way through a log: records of aborted ones go at once, and
/// a marker goes when it has seen no batch of its transaction any more.
struct CleanedTransactions {
    private struct Aborted {
        var transaction: AbortedTransaction
        var hasBatches = false
    }

    private var committed: Set<Int64> = []
    private var aborted: [Int64: Aborted] = [:]
    /// Not yet come to; by first offset, the next one last.
    private var ahead: [AbortedTransaction] = []

    /// Makes known the aborted transactions of a stretch that comes next.
    mutating func add(_ transactions: [AbortedTransaction]) {
        guard !transactions.isEmpty else { return }
        ahead += transactions
        ahead.sort { $0.firstOffset > $1.firstOffset }
    }

    /// Takes a batch of records in. True when it belongs to an aborted transaction.
    mutating func isAborted(_ batch: StoredBatch) -> Bool {
        if !ahead.isEmpty { begin(upTo: batch.lastOffset) }
        guard batch.isTransactional else { return false }
        if aborted[batch.producerId] != nil {
            aborted[batch.producerId]?.hasBatches = true
            return true
        }
        committed.insert(batch.producerId)
        return false
    }

    /// Takes a control batch in. `mayGo`: nothing is left of its transaction. `indexed`: the aborted transaction that
    /// the marker ends, and that stays known.
    mutating func end(
        _ batch: StoredBatch, _ marker: TransactionMarker?
    ) -> (mayGo: Bool, indexed: AbortedTransaction?) {
        if !ahead.isEmpty { begin(upTo: batch.lastOffset) }
        guard batch.recordCount > 0 else { return (true, nil) }
        guard let marker else { return (false, nil) }
        if marker.isCommit { return (committed.remove(batch.producerId) == nil, nil) }
        guard let ended = aborted.removeValue(forKey: batch.producerId), ended.hasBatches else { return (true, nil) }
        return (false, ended.transaction)
    }

    private mutating func begin(upTo offset: Int64) {
        while let next = ahead.last, next.firstOffset <= offset {
            ahead.removeLast()
            if aborted[next.producerId] == nil { aborted[next.producerId] = Aborted(transaction: next) }
        }
    }
}
