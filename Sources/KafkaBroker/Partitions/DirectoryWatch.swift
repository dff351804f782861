import KafkaLog
import Logging
import Synchronization

/// Notices when a directory of `log.dirs` has failed (KIP-112). Whoever meets an error of the disk says so here; the
/// directory is then tried out, and given up when it cannot be written to. A full disk is no failed one, and a process
/// without file descriptors says nothing of it.
///
/// The broker goes on with the directories that are left. Without the one that holds the metadata it cannot.
final class DirectoryWatch: Sendable {
    private struct State {
        var suspects: Set<String> = []
        var failure: String?
    }

    let directories: LogDirectories
    private let logger: Logger
    private let state = Mutex(State())
    /// Tells who runs the broker that it cannot go on.
    private let failures: AsyncStream<String>.Continuation
    let fatalFailures: AsyncStream<String>

    init(directories: LogDirectories, logger: Logger) {
        self.directories = directories
        self.logger = logger
        (fatalFailures, failures) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingOldest(1))
    }

    /// Takes note of an error; cheap, and asks nothing of the disk.
    func note(_ error: DiskError) {
        guard !error.isShortage else { return }
        for directory in directories.all
        where error.path == directory.path || error.path.hasPrefix(directory.path + "/") {
            state.withLock { _ = $0.suspects.insert(directory.path) }
        }
    }

    /// The same for an error of a log, where it is one of the disk.
    func note(_ error: LogError) {
        if case .storage(let error) = error { note(error) }
    }

    /// The same for an error of a directory.
    func note(_ error: LogDirectoryError) {
        if case .storage(let error) = error { note(error) }
    }

    /// Tries out the directories under suspicion. `givenUp` is called for each that has failed, with the partitions that
    /// were in it, after they have been closed.
    func check(givenUp: ([TopicPartition]) async -> Void) async {
        let suspects = state.withLock { state in
            defer { state.suspects = [] }
            return state.suspects
        }
        for directory in directories.all where suspects.contains(directory.path) && !directory.isOffline {
            do throws(DiskError) {
                try directory.probe()
            } catch {
                guard !error.isShortage else { continue }
                let lost = directory.takeOffline()
                logger.error(
                    "log directory failed: its partitions are offline",
                    metadata: [
                        "directory": "\(directory.path)", "error": "\(error)", "partitions": "\(lost.count)",
                    ])
                await givenUp(lost)
                if let reason = reasonToStop(directory) { failures.yield(reason) }
            }
        }
    }

    private func reasonToStop(_ failed: LogDirectory<PosixDisk>) -> String? {
        if failed.path == directories.metadataPath {
            return "the log directory with the metadata has failed: \(failed.path)"
        }
        return directories.online.isEmpty ? "all log directories have failed" : nil
    }
}
