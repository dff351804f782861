/// Tells which records of a fetch belong to aborted transactions (read_committed, KIP-98).
///
/// A pure value over one partition's part of one response: entries are consumed in the order of offsets.
struct AbortedTransactions: Sendable {
    private var upcoming: [(producerId: Int64, firstOffset: Int64)]
    private var aborting: Set<Int64> = []

    init(_ entries: [(producerId: Int64, firstOffset: Int64)]) {
        upcoming = entries.sorted { $0.firstOffset > $1.firstOffset }
    }

    /// Whether a transactional batch of data is to be left out.
    mutating func covers(producerId: Int64, baseOffset: Int64, lastOffset: Int64) -> Bool {
        while let next = upcoming.last, next.firstOffset <= lastOffset {
            aborting.insert(next.producerId)
            upcoming.removeLast()
        }
        return aborting.contains(producerId)
    }

    /// A marker ended the producer's transaction.
    mutating func end(producerId: Int64) {
        aborting.remove(producerId)
    }
}
