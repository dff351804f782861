internal import Synchronization

extension LogDirectory {
    /// Copies that are being made here of logs that lie elsewhere.
    public var futureLogs: [TopicPartition: FutureLog] { state.withLock { $0.futures } }

    /// Partitions of which an earlier life of the directory had a copy that was not finished.
    public var abandonedFutures: [TopicPartition] { state.withLock { $0.abandonedFutures } }

    func noteFuture(_ partition: TopicPartition, _ future: FutureLog?) {
        state.withLock { $0.futures[partition] = future }
    }

    /// A log that was moved here.
    func adopt(_ partition: TopicPartition, _ log: PartitionLog<D>, in directory: String) {
        state.withLock { state in
            state.logs[partition] = log
            state.unsynced.append(directory)
        }
    }

    /// A log that was moved elsewhere.
    func forget(_ partition: TopicPartition) {
        _ = state.withLock { $0.logs.removeValue(forKey: partition) }
        try? forgetCleaned(partition)
    }

    /// Renames a partition's directory, which no log uses any more, for removal.
    func putAside(_ partition: TopicPartition, now: Int64) throws(LogDirectoryError) {
        let aside = path + "/" + Self.asideName(partition, "delete")
        try storing { () throws(DiskError) in
            try disk.rename(path + "/" + partition.directoryName, to: aside)
            try disk.syncDirectory(path)
        }
        state.withLock { $0.deletions.append((aside, now)) }
    }

    /// Removes copies that were not finished, of partitions that are whole elsewhere or not wanted any more.
    public func removeAbandonedFutures(where isOfNoUse: (TopicPartition) -> Bool) throws(LogDirectoryError) {
        let entries = try storing { () throws(DiskError) in try disk.list(path) }
        for entry in entries where entry.isDirectory {
            guard let partition = TopicPartition(futureDirectoryName: entry.name), isOfNoUse(partition) else {
                continue
            }
            try storing { () throws(DiskError) in try disk.removeTree(path + "/" + entry.name) }
        }
    }
}

extension TopicPartition {
    /// The partition of which a directory of this name is a copy in the making: `<topic>-<partition>.<id>-future`.
    init?(futureDirectoryName name: String) {
        guard name.hasSuffix("-future"), let dot = name.lastIndex(of: ".") else { return nil }
        self.init(directoryName: String(name[..<dot]))
    }
}

extension Disk {
    /// Removes a directory and the files in it; one that is not there is no error.
    func removeTree(_ directory: String) throws(DiskError) {
        do throws(DiskError) {
            for entry in try list(directory) where !entry.isDirectory {
                try removeIfPresent(directory + "/" + entry.name)
            }
            try removeDirectory(directory)
        } catch {
            if !error.isNotFound { throw error }
        }
    }
}
