internal import Synchronization

extension LogDirectory {
    /// Makes the names of the partitions' directories durable: what is acknowledged in a new one must be found again.
    /// Where that fails the new ones take nothing, as after any sync that failed. Where it could not even be tried, for
    /// want of a file descriptor, they take nothing until it succeeds.
    public func syncNames() throws(LogDirectoryError) {
        let (new, refusing) = state.withLock { ($0.unnamed, $0.refusing) }
        do throws(DiskError) {
            try disk.syncDirectory(path)
        } catch {
            refuse(new, error)
            throw .storage(error)
        }
        let logs = state.withLock { state in
            state.unnamed.subtract(new)
            for (partition, error) in refusing where state.refusing[partition] == error {
                state.refusing[partition] = nil
            }
            return refusing.compactMap { partition, error in state.logs[partition].map { ($0, error) } }
        }
        for (log, error) in logs {
            // A sync of its own may have failed meanwhile.
            log.state.withLock { if $0.lostSync == error { $0.lostSync = nil } }
        }
    }

    /// Whether partitions wait for a `syncNames` that can be carried out.
    public var hasRefusingLogs: Bool { state.withLock { !$0.refusing.isEmpty } }

    private func refuse(_ new: Set<TopicPartition>, _ error: DiskError) {
        let logs = state.withLock { state in
            // What a sync lost stays lost; the others are tried again.
            if error.operation == .sync {
                state.unnamed.subtract(new)
                for partition in new { state.refusing[partition] = nil }
            } else {
                for partition in new where state.refusing[partition] == nil { state.refusing[partition] = error }
            }
            return new.compactMap { state.logs[$0] }
        }
        for log in logs {
            log.state.withLock { if $0.lostSync == nil || error.operation == .sync { $0.lostSync = error } }
        }
    }
}
