public import KafkaWire
internal import Synchronization

extension LogDirectory {
    /// Makes a partition's directory and opens its empty log. Nothing is synced here;
    /// `syncNames` and the next `checkpoint` do.
    public func createPartition(
        topic: String, partition: Int32, topicId: Uuid?, configuration: LogConfiguration, now: Int64
    ) throws(LogError) -> PartitionLog<D> {
        let name = TopicPartition(topic: topic, partition: partition)
        guard log(of: name) == nil else { throw .damagedDirectory("\(name.directoryName) is open already") }
        guard !state.withLock({ $0.failed.contains(name) }) else {
            throw .damagedDirectory("\(name.directoryName) could not be loaded, and is not to be made anew beside that")
        }
        let directory = path + "/" + name.directoryName
        if try holdsRecords(directory) { _ = try renameStray(name) }
        do throws(DiskError) {
            try forget(entriesOf: name)
            try disk.makeDirectory(directory)
            if let topicId {
                let file = try disk.open(directory + "/" + PartitionMetadata.fileName, .create)
                try file.truncate(to: 0)
                try file.write(Array(PartitionMetadata(topicId: topicId).text.utf8), at: 0)
            }
        } catch {
            throw .storage(error)
        }
        let log = try PartitionLog.open(
            disk: disk, directory: directory, configuration: configuration,
            options: LoadOptions(isClean: true, now: now)
        ).log
        log.state.withLock { $0.reserveActive() }
        state.withLock { state in
            state.logs[name] = log
            state.unsynced.append(directory)
            state.unnamed.insert(name)
        }
        return log
    }

    /// A directory that no log claims and that is not empty is somebody's.
    private func holdsRecords(_ directory: String) throws(LogError) -> Bool {
        do throws(DiskError) {
            guard try disk.exists(directory) else { return false }
            for entry in try disk.list(directory) where SegmentFileName(entry.name)?.kind == .log {
                if try disk.status(of: directory + "/" + entry.name).size > 0 { return true }
            }
            return false
        } catch {
            throw .storage(error)
        }
    }

    /// Takes a partition out: its log is closed without ceremony and its directory renamed, to be removed once
    /// `file.delete.delay.ms` has passed. Readers that hold its files may finish.
    public func deletePartition(topic: String, partition: Int32, now: Int64) throws(LogError) {
        if let failure = deletePartitions([TopicPartition(topic: topic, partition: partition)], now: now).first {
            throw failure.error
        }
    }

    /// The same for several, with one write of the checkpoint files; partitions that are not here are passed over, those
    /// that could not be loaded are not. When this returns, and no failure is answered, no later log of the names gets
    /// anything of these.
    public func deletePartitions(
        _ partitions: [TopicPartition], now: Int64
    ) -> [(partition: TopicPartition, error: LogError)] {
        var failures: [(partition: TopicPartition, error: LogError)] = []
        var last: TopicPartition?
        for name in partitions {
            let (log, hasFailed) = state.withLock { state in
                state.unnamed.remove(name)
                state.refusing[name] = nil
                return (state.logs.removeValue(forKey: name), state.failed.remove(name) != nil)
            }
            guard log != nil || hasFailed else { continue }
            last = name
            let delay = log?.configuration.fileDeleteDelayMs ?? LogConfiguration().fileDeleteDelayMs
            log?.abandon()
            // Where this fails the directory is about to be found broken; loading drops what no log claims.
            try? forgetCleaned(name)
            let aside = path + "/" + Self.asideName(name, "delete")
            do throws(DiskError) {
                if let log {
                    try log.withFilesAtRest { () throws(DiskError) in
                        try disk.rename(path + "/" + name.directoryName, to: aside)
                    }
                } else {
                    try disk.rename(path + "/" + name.directoryName, to: aside)
                }
                state.withLock { $0.deletions.append((aside, now.saturatingAdding(delay))) }
            } catch {
                failures.append((name, .storage(error)))
            }
        }
        if let last {
            do throws(DiskError) { try forgetGone() } catch { failures.append((last, .storage(error))) }
        }
        return failures
    }

    /// Renames the directory of a partition that belongs to nobody, as Kafka does with stray ones, and returns its new
    /// name. Nothing in it changes.
    public func putAsideStray(_ partition: TopicPartition) throws(LogError) -> String {
        let log = state.withLock { state in
            state.failed.remove(partition)
            return state.logs.removeValue(forKey: partition)
        }
        log?.abandon()
        return try renameStray(partition)
    }

    /// Takes a partition out of use and leaves its directory as it is: it is for somebody to look at. The next start
    /// finds it again.
    public func setOffline(_ partition: TopicPartition) {
        let log = state.withLock { state in
            state.failed.insert(partition)
            return state.logs.removeValue(forKey: partition)
        }
        log?.abandon()
    }

    private func renameStray(_ partition: TopicPartition) throws(LogError) -> String {
        let aside = Self.asideName(partition, "stray")
        do throws(DiskError) {
            try disk.rename(path + "/" + partition.directoryName, to: path + "/" + aside)
            try disk.syncDirectory(path)
        } catch {
            throw .storage(error)
        }
        return aside
    }

    /// Writes `partition.metadata`, durably, into the directory of a partition.
    public func writeMetadata(of partition: TopicPartition, topicId: Uuid) throws(LogError) {
        let directory = path + "/" + partition.directoryName
        do throws(DiskError) {
            try disk.replaceFile(
                directory + "/" + PartitionMetadata.fileName, in: directory,
                with: Array(PartitionMetadata(topicId: topicId).text.utf8))
        } catch {
            throw .storage(error)
        }
    }

    /// Removes what `deletePartition`, here or in an earlier life of the directory, has put aside and whose time has
    /// come. For a background thread.
    public func removeDeletedPartitions(now: Int64) throws(LogDirectoryError) {
        let due = state.withLock { state in
            let due = state.deletions.filter { $0.due <= now }
            state.deletions.removeAll { $0.due <= now }
            return due
        }
        for (path, _) in due {
            try storing { () throws(DiskError) in
                for entry in try disk.list(path) where !entry.isDirectory {
                    try disk.removeIfPresent(path + "/" + entry.name)
                }
                try disk.removeDirectory(path)
            }
        }
    }

    /// The topic's name gives way where the whole would be longer than a file name may be.
    static func asideName(_ partition: TopicPartition, _ reason: String) -> String {
        var id = ""
        for _ in 0..<2 {
            let half = String(UInt64.random(in: .min ... .max), radix: 16)
            id += String(repeating: "0", count: 16 - half.utf8.count) + half
        }
        let suffix = "-\(partition.partition).\(id)-\(reason)"
        return String(partition.topic.prefix(255 - suffix.utf8.count)) + suffix
    }
}
