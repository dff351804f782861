internal import Synchronization

/// A log that is due, as `CleaningSchedule` hands it out.
public struct CleaningTask<D: Disk>: Sendable {
    public let partition: TopicPartition
    public let log: PartitionLog<D>
    public let directory: LogDirectory<D>
    public let plan: CleaningPlan
}

/// Chooses what to clean next among the logs of several directories: the dirtiest that is due, as Kafka does. Cleaner
/// threads share one.
public final class CleaningSchedule<D: Disk>: Sendable {
    /// Partitions that a thread has taken and not yet brought back.
    private let taken = Mutex<Set<TopicPartition>>([])

    public init() {}

    /// The log with the largest share of dirty bytes; nil when none is due. Checkpoints that are no offset of their log
    /// (it was cut, or begins later) are corrected on the way. Bring the task back with `finish`.
    public func take(from directories: [LogDirectory<D>], now: Int64) -> CleaningTask<D>? {
        taken.withLock { taken in
            var best: CleaningTask<D>?
            for directory in directories {
                for (partition, log) in directory.logs where !taken.contains(partition) {
                    guard let plan = Self.plan(partition, log, directory, now) else { continue }
                    let configuration = log.configuration
                    guard plan.isDue(minimumRatio: configuration.minCleanableDirtyRatio) else { continue }
                    if let best, best.plan.dirtyRatio >= plan.dirtyRatio { continue }
                    best = CleaningTask(partition: partition, log: log, directory: directory, plan: plan)
                }
            }
            if let best { taken.insert(best.partition) }
            return best
        }
    }

    private static func plan(
        _ partition: TopicPartition, _ log: PartitionLog<D>, _ directory: LogDirectory<D>, _ now: Int64
    ) -> CleaningPlan? {
        let cleaned = directory.cleanedOffset(of: partition)
        guard let plan = try? log.cleaningPlan(lastCleaned: cleaned, now: now) else { return nil }
        if plan.correctsCheckpoint { try? directory.noteCleaned(partition, upTo: plan.firstDirtyOffset) }
        return plan
    }

    /// The task is done; `cleanedUpTo` is nil when the log was not cleaned.
    public func finish(_ task: CleaningTask<D>, cleanedUpTo: Int64?) throws(LogDirectoryError) {
        defer { taken.withLock { _ = $0.remove(task.partition) } }
        guard let cleanedUpTo, !task.log.isClosed else { return }
        try task.directory.noteCleaned(task.partition, upTo: cleanedUpTo)
    }
}
