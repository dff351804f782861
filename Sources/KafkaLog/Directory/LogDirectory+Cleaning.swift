internal import Synchronization

extension LogDirectory {
    /// Below which offset a partition has been cleaned, as `cleaner-offset-checkpoint` says.
    public func cleanedOffset(of partition: TopicPartition) -> Int64? {
        state.withLock { $0.cleaned.offsets[partition] }
    }

    /// Notes how far a partition has been cleaned, durably. Partitions that are not here any more are left out.
    public func noteCleaned(_ partition: TopicPartition, upTo offset: Int64) throws(LogDirectoryError) {
        try changeCleaned { $0[partition] = offset }
    }

    /// A new partition of the same name must not inherit how far the old one was cleaned.
    func forgetCleaned(_ partition: TopicPartition) throws(LogDirectoryError) {
        guard cleanedOffset(of: partition) != nil else { return }
        try changeCleaned { $0[partition] = nil }
    }

    /// After a loss at a log's end the rest of it counts as never cleaned: what is appended now has the lost offsets.
    func checkCleaned(of partition: TopicPartition, endOffset: Int64) {
        state.withLock { state in
            guard let offset = state.cleaned.offsets[partition], offset > endOffset else { return }
            state.cleaned.offsets[partition] = nil
        }
    }

    private func changeCleaned(
        _ change: (inout [TopicPartition: Int64]) -> Void
    ) throws(LogDirectoryError) {
        // One writer of the file at a time; its lock is not that of the logs' table, which requests wait for.
        try cleanerFile.withLock { (_) throws(LogDirectoryError) in
            let checkpoint = state.withLock { state in
                change(&state.cleaned.offsets)
                var written = state.cleaned
                written.offsets = written.offsets.filter { state.logs[$0.key] != nil || state.failed.contains($0.key) }
                state.cleaned = written
                return written
            }
            try storing { () throws(DiskError) in
                try disk.replaceFile(
                    path + "/" + CheckpointFile.cleaner, in: path, with: Array(checkpoint.text.utf8))
            }
        }
    }
}
