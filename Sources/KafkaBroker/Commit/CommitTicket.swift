import KafkaLog
import Synchronization

/// One request's wait for the syncs of all its partitions.
final class CommitTicket: Sendable {
    private struct State {
        var outstanding: Int
        var failures: [ObjectIdentifier: LogError] = [:]
    }

    private let state: Mutex<State>
    private let done: @Sendable (CommitTicket) -> Void

    /// `done` is called once, when `count` syncs are over, on the thread of the last one.
    init(count: Int, done: @escaping @Sendable (CommitTicket) -> Void) {
        state = Mutex(State(outstanding: count))
        self.done = done
    }

    /// Why a partition's records are not durable; nil when they are.
    func failure(of partition: Partition) -> LogError? {
        state.withLock { $0.failures[ObjectIdentifier(partition)] }
    }

    /// Whether any sync failed.
    var hasFailed: Bool { state.withLock { !$0.failures.isEmpty } }

    /// The sync of one partition is over.
    func synced(_ partition: Partition, _ failure: LogError?) {
        let isLast = state.withLock { state in
            if let failure { state.failures[ObjectIdentifier(partition)] = failure }
            state.outstanding -= 1
            return state.outstanding == 0
        }
        if isLast { done(self) }
    }
}
