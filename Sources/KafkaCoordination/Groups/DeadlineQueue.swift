/// A heap of (deadline, group id). Entries are not taken back: whoever pops one checks whether it still counts.
struct DeadlineQueue: Sendable {
    private struct Entry: Sendable {
        let deadline: Int64
        let groupId: String

        /// Ties go by id, so that the order of what fires does not depend on history.
        static func < (lhs: Entry, rhs: Entry) -> Bool {
            lhs.deadline != rhs.deadline ? lhs.deadline < rhs.deadline : lhs.groupId < rhs.groupId
        }
    }

    private var heap: [Entry] = []

    var count: Int { heap.count }
    var earliest: Int64? { heap.first?.deadline }

    mutating func push(_ deadline: Int64, _ groupId: String) {
        heap.append(Entry(deadline: deadline, groupId: groupId))
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child] < heap[parent] else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    /// The earliest entry, if it is due.
    mutating func popDue(_ now: Int64) -> (deadline: Int64, groupId: String)? {
        guard let first = heap.first, first.deadline <= now else { return nil }
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child] < heap[least] {
                least = child
            }
            guard least != parent else { break }
            heap.swapAt(parent, least)
            parent = least
        }
        return (first.deadline, first.groupId)
    }

    mutating func removeAll() {
        heap.removeAll(keepingCapacity: true)
    }
}
