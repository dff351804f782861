internal import Dispatch
internal import Glibc
public import KafkaWire
internal import Synchronization

/// A partition found in a log directory.
public struct LoadedPartition<D: Disk>: Sendable {
    public var partition: TopicPartition
    /// From `partition.metadata`; nil when that is missing or damaged.
    public var topicId: Uuid?
    public var log: PartitionLog<D>
    public var report: LoadReport
}

/// What loading a directory gave.
public struct LoadedDirectory<D: Disk>: Sendable {
    /// In order of their names.
    public var partitions: [LoadedPartition<D>] = []
    /// Partitions that could not be opened; their files are left alone.
    public var failures: [FailedPartition] = []
}

/// A partition whose log could not be opened.
public struct FailedPartition: Sendable {
    public var partition: TopicPartition
    /// From `partition.metadata`; nil when that is missing or damaged.
    public var topicId: Uuid?
    public var error: LogError
}

extension LogDirectory {
    /// Opens all partitions, several at a time. `configuration` says what each obeys; `progress` is told after each
    /// how many of how many are done. Both are called from several threads. `threads` at a time, at least one; as many
    /// as there are cores when nil (`num.recovery.threads.per.data.dir`).
    public func loadPartitions(
        now: Int64, threads: Int? = nil, configuration: @Sendable (TopicPartition, Uuid?) -> LogConfiguration,
        progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
    ) throws(LogDirectoryError) -> LoadedDirectory<D> {
        let found = try findPartitions(now: now)
        let loaded = Mutex(LoadedDirectory<D>())
        let next = Atomic<Int>(0)
        let workers = max(1, min(threads ?? ProcessorCount.active, found.count))
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < found.count else { return }
                let partition = found[index]
                do throws(LogError) {
                    let one = try load(partition, now: now, configuration)
                    loaded.withLock { $0.partitions.append(one) }
                    resumeBehind(one, loaded)
                } catch {
                    let failure = FailedPartition(
                        partition: partition, topicId: (try? topicId(of: partition)) ?? nil, error: error)
                    loaded.withLock { $0.failures.append(failure) }
                }
                progress?(loaded.withLock { $0.partitions.count + $0.failures.count }, found.count)
            }
        }
        var result = loaded.withLock { $0 }
        result.partitions.sort { $0.partition < $1.partition }
        result.failures.sort { $0.partition < $1.partition }
        let logs = Dictionary(result.partitions.map { ($0.partition, $0.log) }) { first, _ in first }
        for (partition, log) in logs { checkCleaned(of: partition, endOffset: log.logEndOffset) }
        let failed = result.failures.map(\.partition)
        state.withLock { state in
            state.logs.merge(logs) { _, new in new }
            state.failed.formUnion(failed)
            state.isLoaded = true
        }
        return result
    }

    /// Recovered bytes of a partition that are worth a sync of their own, so that the next start, should this one be
    /// interrupted, does not read them again.
    private static var resumableBytes: Int { 64 << 20 }

    /// After a partition that took long to recover, the recovery points of those done are written down. Where that fails
    /// the next start reads more.
    private func resumeBehind(_ one: LoadedPartition<D>, _ loaded: borrowing Mutex<LoadedDirectory<D>>) {
        guard !wasClean, one.report.recoveredBytes >= Self.resumableBytes, (try? one.log.flush()) != nil else { return }
        resuming.withLock { _ in
            var points = recoveryPoints
            for done in loaded.withLock({ $0.partitions }) {
                points.offsets[done.partition] = done.log.settle()
            }
            let name = path + "/" + CheckpointFile.recoveryPoint
            try? disk.replaceFile(name, in: path, with: Array(points.text.utf8))
        }
    }

    private func load(
        _ partition: TopicPartition, now: Int64, _ configuration: (TopicPartition, Uuid?) -> LogConfiguration
    ) throws(LogError) -> LoadedPartition<D> {
        let directory = path + "/" + partition.directoryName
        let topicId: Uuid?
        do throws(DiskError) { topicId = try self.topicId(of: partition) } catch { throw .storage(error) }
        var options = LoadOptions(
            isClean: wasClean, recoveryPoint: recoveryPoints.offsets[partition] ?? 0,
            logStartOffset: startOffsets.offsets[partition] ?? 0, now: now)
        options.transactionIndexes = transactionIndexes.partitions[partition]
        let opened = try PartitionLog.open(
            disk: disk, directory: directory, configuration: configuration(partition, topicId), options: options)
        return LoadedPartition(partition: partition, topicId: topicId, log: opened.log, report: opened.report)
    }

    private func topicId(of partition: TopicPartition) throws(DiskError) -> Uuid? {
        let name = path + "/" + partition.directoryName + "/" + PartitionMetadata.fileName
        let text = try disk.readSmallFile(name, limit: 4096)
        return text.flatMap { PartitionMetadata(text: String(decoding: $0, as: UTF8.self)) }?.topicId
    }

    /// Whether a directory with a partition's name is one: others are nobody's to touch.
    private func isPartition(_ directory: String) throws(DiskError) -> Bool {
        if try disk.exists(directory + "/" + PartitionMetadata.fileName) { return true }
        return try disk.list(directory).contains { SegmentFileName($0.name)?.kind == .log }
    }

    /// Directories of partitions; those of deleted ones are noted for removal.
    private func findPartitions(now: Int64) throws(LogDirectoryError) -> [TopicPartition] {
        let entries = try storing { () throws(DiskError) in try disk.list(path) }
        var found: [TopicPartition] = []
        for entry in entries where entry.isDirectory {
            if entry.name.hasSuffix("-delete") {
                state.withLock { $0.deletions.append((path + "/" + entry.name, now)) }
            } else if let partition = TopicPartition(futureDirectoryName: entry.name) {
                state.withLock { $0.abandonedFutures.append(partition) }
            } else if let partition = TopicPartition(directoryName: entry.name), partition.topic != Self.metadataTopic {
                // What cannot be looked into is found out to be so when it is loaded.
                if (try? isPartition(path + "/" + entry.name)) ?? true { found.append(partition) }
            }
        }
        return found
    }
}

/// How many threads of this machine run at once.
enum ProcessorCount {
    static var active: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
