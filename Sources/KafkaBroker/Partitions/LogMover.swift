import Glibc
import KafkaLog
import KafkaWire
import Logging
import NIOPosix
import Synchronization

/// Moves logs between the directories of `log.dirs`, one after the other, in the background (AlterReplicaLogDirs,
/// KIP-113).
final class LogMover: Sendable {
    private struct State {
        var waiting: [(partition: TopicPartition, target: LogDirectory<PosixDisk>)] = []
        var current: (partition: TopicPartition, target: LogDirectory<PosixDisk>)?
        /// The move under way is not wanted any more.
        var isCancelled = false
        var isStopped = false
    }

    private let directories: LogDirectories
    private let topics: TopicTablePublisher
    private let clock: BrokerClock
    private let watch: DirectoryWatch
    private let logger: Logger
    private let state = Mutex(State())

    /// How often it looks for work.
    private static let step = Duration.milliseconds(100)

    init(
        directories: LogDirectories, topics: TopicTablePublisher, clock: BrokerClock, watch: DirectoryWatch,
        logger: Logger
    ) {
        self.directories = directories
        self.topics = topics
        self.clock = clock
        self.watch = watch
        self.logger = logger
    }

    /// Has a partition's log moved; answers why not. A log that is there already stays, and a move elsewhere that was
    /// asked for before is given up.
    func move(_ partition: TopicPartition, to path: String) -> ErrorCode {
        if let error = error(of: path) { return error }
        guard let target = directories.directory(at: path) else { return .logDirNotFound }
        guard let source = directories.online.first(where: { $0.log(of: partition) != nil }) else {
            return .replicaNotAvailable
        }
        state.withLock { state in
            state.waiting.removeAll { $0.partition == partition }
            if let current = state.current, current.partition == partition {
                if current.target === target { return }
                state.isCancelled = true
            }
            if source !== target { state.waiting.append((partition, target)) }
        }
        return .none
    }

    /// Why nothing can be moved to a path; nil when it can.
    func error(of path: String) -> ErrorCode? {
        if let directory = directories.directory(at: path) { return directory.isOffline ? .kafkaStorageError : nil }
        let isUnopened = directories.unopened.contains { LogDirectories.absolutePath($0.path) == path }
        return isUnopened ? .kafkaStorageError : .logDirNotFound
    }

    /// Whether anything is being moved or waits for it.
    var isIdle: Bool { state.withLock { $0.waiting.isEmpty && $0.current == nil } }

    func run() async {
        resume()
        let pool = NIOThreadPool(numberOfThreads: 1)
        pool.start()
        await withTaskCancellationHandler {
            while !Task.isCancelled {
                while let next = take() {
                    try? await pool.runIfActive { [self] in
                        move(next.partition, next.target)
                        state.withLock { $0.current = nil }
                    }
                }
                try? await Task.sleep(for: Self.step)
            }
        } onCancel: {
            state.withLock { $0.isStopped = true }
        }
        try? await pool.shutdownGracefully()
    }

    /// A stop in the middle of a copy leaves part of it: the move begins anew, unless the partition is gone.
    private func resume() {
        for target in directories.online {
            for partition in target.abandonedFutures {
                _ = move(partition, to: LogDirectories.absolutePath(target.path))
            }
            do throws(LogDirectoryError) {
                let known = topics.current
                try target.removeAbandonedFutures { partition in
                    directories.online.contains { $0.log(of: partition) != nil }
                        || known.partition(partition.topic, partition.partition) == nil
                }
            } catch {
                watch.note(error)
            }
        }
    }

    private func take() -> (partition: TopicPartition, target: LogDirectory<PosixDisk>)? {
        state.withLock { state in
            guard !state.isStopped, !state.waiting.isEmpty else { return nil }
            state.isCancelled = false
            state.current = state.waiting.removeFirst()
            return state.current
        }
    }

    private func move(_ partition: TopicPartition, _ target: LogDirectory<PosixDisk>) {
        guard let source = directories.online.first(where: { $0.log(of: partition) != nil }), source !== target else {
            return
        }
        let place: Logger.Metadata = [
            "partition": "\(partition.directoryName)", "from": "\(source.path)", "to": "\(target.path)",
        ]
        do throws(CleaningError) {
            try LogMove(partition, from: source, to: target).run(now: clock.now()) { (_) throws(CleaningError) in
                if state.withLock({ $0.isStopped || $0.isCancelled }) { throw .interrupted }
            }
            logger.info("log moved", metadata: place)
        } catch {
            switch error {
            case .interrupted: return
            case .unavailable:
                // It is being cleaned: its turn comes later.
                if source.log(of: partition)?.isUncleanable == false { putBack(partition, target) }
            default:
                if case .storage(let failure) = error { watch.note(failure) }
                logger.error("log was not moved", metadata: place.merging(["error": "\(error)"]) { $1 })
            }
        }
    }

    private func putBack(_ partition: TopicPartition, _ target: LogDirectory<PosixDisk>) {
        state.withLock { state in
            guard !state.isCancelled, !state.waiting.contains(where: { $0.partition == partition }) else { return }
            state.waiting.append((partition, target))
        }
        usleep(100_000)
    }
}
