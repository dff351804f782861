/// Who waits for which log to be synced: the bookkeeping of group commit, a pure value.
///
/// A log is synced by one job at a time. Whoever comes while it runs waits for the next one, which then serves all of
/// them; so a slow device makes syncs larger, not more.
struct CommitQueue<Key: Hashable, Waiter> {
    private struct Log {
        var waiting: [Waiter] = []
        /// A job has been asked for, or runs.
        var hasJob = false
    }

    private var logs: [Key: Log] = [:]

    /// Notes a waiter. True when a job has to be started for the log.
    mutating func add(_ waiter: Waiter, for key: Key) -> Bool {
        logs[key, default: Log()].waiting.append(waiter)
        guard logs[key]?.hasJob == false else { return false }
        logs[key]?.hasJob = true
        return true
    }

    /// Those that the sync which begins now serves: everything they wait for has been appended.
    mutating func begin(_ key: Key) -> [Waiter] {
        guard let waiting = logs[key]?.waiting else { return [] }
        logs[key]?.waiting = []
        return waiting
    }

    /// The sync is over. True when others came meanwhile, so that the job has to go on.
    mutating func end(_ key: Key) -> Bool {
        guard let log = logs[key] else { return false }
        if log.waiting.isEmpty {
            logs[key] = nil
            return false
        }
        return true
    }
}
