import Synchronization

/// Counts the requests that are with workers, over all connections (`queued.max.requests`).
final class RequestGate: Sendable {
    private let limit: Int
    private let count = Atomic<Int>(0)
    /// Called, on any thread, when the number drops below the limit.
    private let opened: @Sendable () -> Void

    init(limit: Int, opened: @escaping @Sendable () -> Void) {
        self.limit = max(1, limit)
        self.opened = opened
    }

    /// Whether further requests have to wait.
    var isFull: Bool { count.load(ordering: .relaxed) >= limit }

    func enter() {
        count.wrappingAdd(1, ordering: .relaxed)
    }

    func leave() {
        if count.wrappingSubtract(1, ordering: .sequentiallyConsistent).oldValue == limit { opened() }
    }
}
