/// Who may append what: the idempotent and transactional producers of one partition. A pure value; `ProducerAppend`
/// decides and collects, `apply` makes it so once the batches are in the log.
struct ProducerStateTable: Sendable {
    /// A transaction whose marker has not been seen.
    struct OpenTransaction: Equatable, Sendable {
        var firstOffset: Int64
        var producerId: Int64
    }

    private(set) var entries: [Int64: ProducerStateEntry] = [:]
    /// Some producer's transaction was ended here, as far as snapshots and batches went back.
    private(set) var hasSeenMarker = false
    /// By first offset, ascending.
    private(set) var open: [OpenTransaction] = []
    /// Everything below this offset has been accounted for.
    var endOffset: Int64 = 0

    /// The first offset that no transaction has decided yet.
    var firstUndecidedOffset: Int64? { open.first?.firstOffset }

    func entry(_ producerId: Int64) -> ProducerStateEntry? { entries[producerId] }

    /// Takes over what an append did, and returns the aborted transactions to be indexed.
    mutating func apply(_ append: ProducerAppend, endOffset: Int64) -> [AbortedTransaction] {
        append.forEachEntry { entries[$0.producerId] = $0 }
        if !append.completed.isEmpty { hasSeenMarker = true }
        for started in append.started { insert(started) }
        var aborted: [AbortedTransaction] = []
        for completed in append.completed {
            let stable = open.first { $0.producerId != completed.producerId }?.firstOffset
            open.removeAll { $0.firstOffset == completed.firstOffset && $0.producerId == completed.producerId }
            guard completed.isAborted else { continue }
            aborted.append(
                AbortedTransaction(
                    producerId: completed.producerId, firstOffset: completed.firstOffset,
                    lastOffset: completed.lastOffset, lastStableOffset: stable ?? completed.lastOffset + 1))
        }
        self.endOffset = endOffset
        return aborted
    }

    /// Puts an entry of a snapshot in its place.
    mutating func load(_ entry: ProducerStateEntry) {
        entries[entry.producerId] = entry
        if entry.coordinatorEpoch >= 0 { hasSeenMarker = true }
        if entry.hasOpenTransaction {
            insert(OpenTransaction(firstOffset: entry.transactionStart, producerId: entry.producerId))
        }
    }

    /// Forgets producers that wrote nothing for `expirationMs`, unless their transaction is open.
    mutating func expire(now: Int64, expirationMs: Int64) {
        guard entries.contains(where: { Self.isExpired($0.value, now, expirationMs) }) else { return }
        entries = entries.filter { !Self.isExpired($0.value, now, expirationMs) }
    }

    static func isExpired(_ entry: ProducerStateEntry, _ now: Int64, _ expirationMs: Int64) -> Bool {
        !entry.hasOpenTransaction && now.subtractingReportingOverflow(entry.lastTimestamp).partialValue >= expirationMs
    }

    private mutating func insert(_ transaction: OpenTransaction) {
        let index = open.firstIndex { $0.firstOffset >= transaction.firstOffset } ?? open.count
        open.insert(transaction, at: index)
    }
}
