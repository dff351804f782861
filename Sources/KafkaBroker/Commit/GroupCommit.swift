import KafkaLog
import KafkaServer
import Logging
import Synchronization

/// Makes appended records durable before they are acknowledged, one sync for all who wait for the same log.
///
/// Syncs run on threads of their own, never on an event loop.
final class GroupCommit: Sendable {
    /// Logs that are synced at the same time; the device merges what they ask of it.
    private static let threads = 4

    private struct Waiter: Sendable {
        let partition: Partition
        /// For the fetches that wait: how many bytes of the partition become visible.
        let appendedBytes: Int
        let ticket: CommitTicket?
    }

    /// Whether records are acknowledged and shown only once they are durable (`martlet.group.commit.enable`).
    let isEnabled: Bool
    private let queue = Mutex(CommitQueue<ObjectIdentifier, Waiter>())
    private let pool = LazyThreadPool(threads: threads)
    private let watch: DirectoryWatch
    private let logger: Logger

    init(isEnabled: Bool, watch: DirectoryWatch, logger: Logger) {
        self.isEnabled = isEnabled
        self.watch = watch
        self.logger = logger
    }

    /// Syncs the partition's log, up to what has been appended by now at least, and then tells the ticket.
    func commit(_ partition: Partition, ticket: CommitTicket) {
        add(Waiter(partition: partition, appendedBytes: 0, ticket: ticket))
    }

    /// Syncs the partition's log, and then shows the fetches that wait for it so many new bytes.
    func show(_ bytes: Int, of partition: Partition) {
        add(Waiter(partition: partition, appendedBytes: bytes, ticket: nil))
    }

    /// Before a start is over: what a crash left without a sync gets one, so that nothing that was shown before is
    /// hidden now.
    func catchUp(_ partitions: some Sequence<Partition>) async {
        guard isEnabled else { return }
        let behind = partitions.filter { $0.log.map { $0.recoveryPoint < $0.logEndOffset } ?? false }
        guard !behind.isEmpty else { return }
        await withCheckedContinuation { continuation in
            let ticket = CommitTicket(count: behind.count) { _ in continuation.resume() }
            for partition in behind { commit(partition, ticket: ticket) }
        }
    }

    private func add(_ waiter: Waiter) {
        guard let log = waiter.partition.log else {
            waiter.ticket?.synced(waiter.partition, .closed)
            return
        }
        let starts = queue.withLock { $0.add(waiter, for: ObjectIdentifier(log)) }
        if starts { start(log) }
    }

    /// Ends the threads, after the syncs that have been asked for.
    func stop() async {
        await pool.stop()
    }

    private func start(_ log: BrokerLog) {
        pool.submit { [self] _ in sync(log) }
    }

    private func sync(_ log: BrokerLog) {
        let key = ObjectIdentifier(log)
        repeat {
            let waiters = queue.withLock { $0.begin(key) }
            let failure = flush(log)
            for waiter in waiters {
                waiter.ticket?.synced(waiter.partition, failure)
                if failure == nil, waiter.appendedBytes > 0 {
                    waiter.partition.notifyWaiters(appended: waiter.appendedBytes)
                }
            }
        } while queue.withLock({ $0.end(key) })
    }

    private func flush(_ log: BrokerLog) -> LogError? {
        do throws(LogError) {
            try log.flush()
            return nil
        } catch LogError.closed {
            // Deleted, or its directory was given up: whoever did that has said so.
            return .closed
        } catch {
            watch.note(error)
            logger.error(
                "records could not be made durable: the partition takes no more until the broker starts again",
                metadata: ["log": "\(log.directory)", "error": "\(error)"])
            return error
        }
    }
}
