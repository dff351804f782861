import KafkaConfiguration
import KafkaLog
import Logging

/// What has to be done again and again while a broker runs: retention, flushes, checkpoints, forgotten producers.
///
/// One task does all of it, away from the event loops, and stops between two steps when it is cancelled.
struct Upkeep: Sendable {
    let broker: Broker
    let directories: LogDirectories

    /// How often the clock is looked at.
    private static let step = Duration.milliseconds(500)
    /// How late, in milliseconds, files may go whose `file.delete.delay.ms` is over.
    private static let removalInterval: Int64 = 2_000

    func run() async {
        let settings = broker.configuration.log
        var retention = Interval(
            settings.logRetentionCheckIntervalMs, first: settings.logInitialTaskDelayMs, from: broker.clock.ticks())
        var removal = Interval(Self.removalInterval, from: broker.clock.ticks())
        var checkpoints = Interval(settings.logFlushOffsetCheckpointIntervalMs, from: broker.clock.ticks())
        var producers = Interval(settings.producerIdExpirationCheckIntervalMs, from: broker.clock.ticks())
        var tokens = Interval(broker.configuration.delegationTokens.expiryCheckIntervalMs, from: broker.clock.ticks())
        while !Task.isCancelled {
            do { try await Task.sleep(for: Self.step) } catch { return }
            let now = broker.now()
            let ticks = broker.clock.ticks()
            await broker.directoryWatch.check { [broker] lost in await broker.takeOffline(lost) }
            flushDue(now)
            nameNewPartitions()
            if retention.isDue(ticks) { applyRetention(now) }
            if producers.isDue(ticks) { directories.logs.forEach { $0.expireProducers(now: now) } }
            if removal.isDue(ticks) { removeFiles(now) }
            if checkpoints.isDue(ticks) { checkpoint(now) }
            if tokens.isDue(ticks) { await removeExpiredTokens(now) }
        }
    }

    /// A moment that comes round every so many milliseconds, by a clock that never steps.
    struct Interval {
        private let length: Int64
        private var next: Int64

        /// `length` may be as large as numbers get.
        init(_ length: Int64, first: Int64? = nil, from ticks: Int64) {
            self.length = max(length, 1)
            next = Self.sum(ticks, first ?? self.length)
        }

        mutating func isDue(_ ticks: Int64) -> Bool {
            guard ticks >= next else { return false }
            next = Self.sum(ticks, length)
            return true
        }

        private static func sum(_ ticks: Int64, _ wait: Int64) -> Int64 {
            let (sum, overflow) = ticks.addingReportingOverflow(wait)
            return overflow ? .max : sum
        }
    }

    /// Delegation tokens that are over let nobody in; this is only to forget them.
    private func removeExpiredTokens(_ now: Int64) async {
        guard !broker.topics.current.users.tokens.isEmpty else { return }
        // A log that cannot be written to was reported by the controller.
        _ = try? await broker.controller.change { transaction in transaction.removeExpiredTokens(now: now) }
    }

    private func flushDue(_ now: Int64) {
        for log in broker.flushes.takeAll() {
            logged("flush", log) { () throws(LogError) in try log.flush() }
        }
        // Only topics that set flush.ms have to be asked how old their oldest unflushed record is.
        for topic in broker.topics.current.sortedTopics where topic.configuration.flushMs != .max {
            for log in topic.partitions.compactMap(\.log) where log.wantsFlush(now: now) {
                logged("flush", log) { () throws(LogError) in try log.flush() }
            }
        }
    }

    /// What could not be tried when the partitions were made. Whatever fails was reported then.
    private func nameNewPartitions() {
        for directory in directories.online where directory.hasRefusingLogs {
            guard (try? directory.syncNames()) != nil else { continue }
            broker.logger.notice("new partitions take records now", metadata: ["directory": "\(directory.path)"])
        }
    }

    private func applyRetention(_ now: Int64) {
        for log in directories.logs {
            logged("retention", log) { () throws(LogError) in _ = try log.applyRetention(now: now) }
            if Task.isCancelled { return }
        }
    }

    /// Removes files whose deletion was put off.
    private func removeFiles(_ now: Int64) {
        for log in directories.logs {
            logged("removal", log) { () throws(LogError) in try log.removeDeletedFiles(now: now) }
        }
        for directory in directories.online {
            logged("removal", directory) { () throws(LogDirectoryError) in
                try directory.removeDeletedPartitions(now: now)
            }
        }
    }

    private func checkpoint(_ now: Int64) {
        for directory in directories.online {
            logged("checkpoints were not written", directory) { () throws(LogDirectoryError) in
                try directory.checkpoint()
            }
        }
    }

    private func logged(
        _ what: Logger.Message, _ directory: LogDirectory<PosixDisk>, _ body: () throws(LogDirectoryError) -> Void
    ) {
        do throws(LogDirectoryError) {
            try body()
        } catch {
            broker.directoryWatch.note(error)
            broker.logger.error(what, metadata: ["directory": "\(directory.path)", "error": "\(error)"])
        }
    }

    private func logged(_ what: Logger.Message, _ log: BrokerLog, _ body: () throws(LogError) -> Void) {
        do throws(LogError) {
            try body()
        } catch LogError.closed {
            // The partition was deleted while it was its turn.
        } catch {
            broker.directoryWatch.note(error)
            broker.logger.error(what, metadata: ["log": "\(log.directory)", "error": "\(error)"])
        }
    }
}
