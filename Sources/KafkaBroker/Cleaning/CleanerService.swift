import KafkaConfiguration
import KafkaLog
import Logging
import NIOPosix
import Synchronization

/// Compacts logs in the background, on threads of its own: `log.cleaner.threads` of them, each taking the dirtiest log
/// that is due. Settings that change at run time end what is under way, as in Kafka, and hold from then on.
struct CleanerService: Sendable {
    let broker: Broker
    let directories: LogDirectories
    private let schedule = CleaningSchedule<PosixDisk>()

    /// How often settings and the end are looked at while there is nothing to do.
    private static let step: Int64 = 250

    init(broker: Broker, directories: LogDirectories) {
        self.broker = broker
        self.directories = directories
    }

    func run() async {
        while !Task.isCancelled {
            let settings = broker.configuration.cleaner
            if settings.enable, settings.threads > 0 {
                await clean(settings)
            } else {
                try? await Task.sleep(for: .milliseconds(Self.step))
            }
        }
    }

    /// Cleans under these settings for as long as they hold.
    private func clean(_ settings: CleanerSettings) async {
        let pool = NIOThreadPool(numberOfThreads: settings.threads)
        pool.start()
        let brake = CleanerBrake(settings) { [broker] in broker.configuration.cleaner }
        await withTaskCancellationHandler {
            await withTaskGroup { group in
                for _ in 0..<settings.threads { group.addTask { await work(settings, pool, brake) } }
            }
        } onCancel: {
            brake.stop()
        }
        try? await pool.shutdownGracefully()
    }

    private func work(_ settings: CleanerSettings, _ pool: NIOThreadPool, _ brake: CleanerBrake) async {
        while !brake.isStopped {
            let cleaned = try? await pool.runIfActive { cleanOne(settings, brake) }
            guard let cleaned else { return }
            var left = cleaned ? 0 : settings.backoffMs
            while left > 0, !brake.isStopped {
                do { try await Task.sleep(for: .milliseconds(min(left, Self.step))) } catch { return }
                left -= Self.step
            }
        }
    }

    /// False when nothing was due.
    private func cleanOne(_ settings: CleanerSettings, _ brake: CleanerBrake) -> Bool {
        guard let task = schedule.take(from: directories.online, now: broker.now()) else { return false }
        let cleaner = LogCleaner(
            CleanerLimits(
                mapBytes: settings.dedupeBufferSize / settings.threads, loadFactor: settings.ioBufferLoadFactor,
                bufferBytes: settings.ioBufferSize / settings.threads / 2))
        var cleanedUpTo: Int64?
        var isDone = false
        let start = ContinuousClock.now
        do throws(CleaningError) {
            let report = try cleaner.clean(task.log, task.plan, now: broker.now()) { (bytes) throws(CleaningError) in
                try brake.spend(bytes)
            }
            say(report, task, after: ContinuousClock.now - start)
            cleanedUpTo = report.cleanedUpTo
            isDone = true
        } catch {
            say(error, task)
        }
        do throws(LogDirectoryError) {
            try schedule.finish(task, cleanedUpTo: cleanedUpTo)
        } catch {
            broker.directoryWatch.note(error)
            broker.logger.error(
                "how far a log is cleaned was not written down",
                metadata: ["directory": "\(task.directory.path)", "error": "\(error)"])
        }
        return isDone
    }

    private func say(_ report: CleaningReport, _ task: CleaningTask<PosixDisk>, after time: Duration) {
        broker.logger.info(
            "log cleaned",
            metadata: [
                "partition": "\(task.partition.directoryName)",
                "offsets": "\(task.plan.firstDirtyOffset)..<\(report.cleanedUpTo)",
                "records": "\(report.recordsRead) -> \(report.recordsKept)",
                "bytes": "\(report.bytesRead) read, \(report.bytesWritten) written",
                "segments": "\(report.segmentsBefore) -> \(report.segmentsAfter)",
                "keys": "\(report.keys) of \(report.keyLimit)",
                "seconds": "\(Double(time / .milliseconds(1)).rounded() / 1000)",
            ])
    }

    private func say(_ error: CleaningError, _ task: CleaningTask<PosixDisk>) {
        let place: Logger.Metadata = ["partition": "\(task.partition.directoryName)", "error": "\(error)"]
        switch error {
        case .interrupted, .unavailable: return
        case .unreadable: broker.logger.error("log is not cleaned any more: a batch is damaged", metadata: place)
        case .storage(let failure):
            broker.directoryWatch.note(failure)
            broker.logger.error("log was not cleaned: the disk failed", metadata: place)
        case .mapTooSmall:
            broker.logger.error("log was not cleaned: log.cleaner.dedupe.buffer.size is too small", metadata: place)
        }
    }
}
