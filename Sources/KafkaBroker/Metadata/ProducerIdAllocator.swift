import Synchronization

/// Hands out producer ids from the block that the controller reserved last (KIP-730).
///
/// A block is written to the metadata log before the first id of it is given away, so that no id is ever used twice,
/// whatever is killed when.
final class ProducerIdAllocator: Sendable {
    /// Ids a block holds, as in Kafka.
    static let blockSize: Int64 = 1000

    private let block = Mutex<Range<Int64>>(0..<0)
    private let largestKnown = Mutex<Int64>(-1)

    /// The largest id that any log remembered at the start: even where the metadata log has forgotten that it was given
    /// out, it is not given again.
    var largestUsed: Int64 { largestKnown.withLock { $0 } }

    /// Clients choose the ids they write: one from here on would leave no room behind it, and is none of ours.
    static let limit = Int64.max / 2

    /// Takes note of ids that logs remember.
    func noteUsed(_ ids: some Sequence<Int64>) {
        let largest = ids.max() ?? -1
        largestKnown.withLock { $0 = max($0, largest) }
    }

    /// The next id, or nil when the block is used up and the controller must reserve another.
    func next() -> Int64? {
        block.withLock { block in
            guard let id = block.first else { return nil }
            block = (id + 1)..<block.upperBound
            return id
        }
    }

    /// Takes over a reserved block and answers its first id.
    func refill(_ reserved: Range<Int64>) {
        block.withLock { block in
            if block.isEmpty { block = reserved }
        }
    }
}
