import KafkaCoordination
import KafkaLog
import KafkaProtocol
import KafkaRecords
import KafkaServer
import KafkaWire
import Logging
import NIOCore
import Synchronization

/// Drives one shard of the group coordinator over its partition of `__consumer_offsets`.
///
/// The mutex is the shard's serial owner: a command is decided, its records are written, replayed and the next
/// deadline is read before another command gets in. Answers leave after the lock is released, and with group commit
/// once the records are on the device.
final class GroupShardRuntime: Sendable {
    typealias Shard = GroupCoordinatorShard<GroupToken>

    let partition: Partition
    private let shard: Mutex<Shard>
    private let clock: BrokerClock
    private let timerLoop: any EventLoop
    private let configuration: GroupCoordinatorConfiguration
    private let commits: GroupCommit
    private let armed = Mutex<Timer>(Timer())
    private let logger: Logger

    private struct Timer {
        var deadline = Int64.max
        var task: Scheduled<Void>?
    }

    init(
        partition: Partition, configuration: GroupCoordinatorConfiguration, commits: GroupCommit, clock: BrokerClock,
        timerLoop: any EventLoop, logger: Logger
    ) {
        self.partition = partition
        self.configuration = configuration
        self.commits = commits
        self.shard = Mutex(Shard(configuration: configuration))
        self.clock = clock
        self.timerLoop = timerLoop
        self.logger = logger
    }

    /// Reads the partition's log into a shard and begins to serve. Until then requests hear that the coordinator
    /// loads; nothing of it holds the lock, so that no event loop waits for the disk.
    func load() {
        var loading = Shard(configuration: configuration)
        if let log = partition.log { replay(log, into: &loading) }
        let now = clock.now()
        let decision = loading.loaded(now: now)
        let loaded = loading
        let (answers, deadline) = shard.withLock { shard in
            shard = loaded
            let answers = settle(decision, &shard, now)
            return (answers, shard.nextDeadline)
        }
        finish(answers, deadline)
    }

    private func replay(_ log: BrokerLog, into shard: inout Shard) {
        do throws(LogScanner.Failure) {
            try LogScanner(log: log).forEachRecord(from: log.logStartOffset) { header, record in
                if header.isControl {
                    guard let control = try? ControlRecord(record) else { return }
                    shard.replayTransactionEnd(producerId: header.producerId, committed: control.kind == .commit)
                } else if let key = record.key {
                    guard let decoded = try? GroupRecord(key: key, value: record.value) else { return }
                    shard.replay(decoded, producerId: header.isTransactional ? header.producerId : -1)
                }
            }
        } catch {
            logger.error(
                "groups were not all loaded",
                metadata: ["partition": "\(partition.topicName)-\(partition.index)", "error": "\(error)"])
        }
    }

    /// Carries out a command; its answer goes to the token inside.
    func handle(_ command: GroupCommand<GroupToken>) {
        let now = clock.now()
        let (answers, deadline) = shard.withLock { shard in
            let answers = settle(shard.handle(command, now: now), &shard, now)
            return (answers, shard.nextDeadline)
        }
        finish(answers, deadline)
    }

    /// A member says that it lives: no record, no timer, an answer at once.
    func heartbeat(_ request: HeartbeatRequest) -> HeartbeatResponse {
        let now = clock.now()
        return shard.withLock { $0.heartbeat(request, now: now) }
    }

    /// Looks at the shard without changing it.
    func read<Result: Sendable>(_ body: (borrowing Shard) -> sending Result) -> Result {
        shard.withLock { body($0) }
    }

    /// Gives the shard up: parked members hear that the coordinator has moved.
    func close() {
        armed.withLock { $0.task?.cancel() }
        send(shard.withLock { $0.close().replies })
    }

    private func tick() {
        let now = clock.now()
        armed.withLock { $0 = Timer() }
        let (answers, deadline) = shard.withLock { shard in
            let answers = settle(shard.tick(now: now), &shard, now)
            return (answers, shard.nextDeadline)
        }
        finish(answers, deadline)
    }

    /// Writes and replays the records of a decision, or has the shard undo it; answers what is to be sent.
    private func settle(
        _ decision: GroupDecision<GroupToken>, _ shard: inout Shard, _ now: Int64
    ) -> Answers {
        guard !decision.records.isEmpty else { return Answers(replies: decision.replies) }
        if let error = append(decision.records, now) {
            return Answers(replies: shard.appendFailed(decision, error: error, now: now).replies)
        }
        for record in decision.records { shard.replay(record) }
        return Answers(replies: decision.replies, appended: true)
    }

    /// What is to be sent, and whether records stand behind it.
    private struct Answers: Sendable {
        var replies: [GroupDecision<GroupToken>.Reply]
        var appended = false
    }

    /// Answers the error that kept the records out of the log, nil when they are in.
    private func append(_ records: [GroupRecord], _ now: Int64) -> ErrorCode? {
        guard let log = partition.log else { return .kafkaStorageError }
        do {
            var builder = RecordBatchBuilder()
            for record in records {
                try builder.append(timestamp: now, key: record.encodedKey(), value: record.encodedValue())
            }
            let appended = try log.append(
                try builder.build(), leaderEpoch: partition.leaderEpoch, origin: .coordinator, now: now)
            if !commits.isEnabled {
                partition.notifyWaiters(appended: Int(appended.lastOffset - appended.baseOffset))
            }
            return nil
        } catch let error as LogError {
            return ErrorCode(error)
        } catch {
            logger.error("group records could not be written", metadata: ["error": "\(error)"])
            return .unknownServerError
        }
    }

    private func finish(_ answers: Answers, _ deadline: Int64?) {
        if let deadline { arm(deadline) }
        guard commits.isEnabled, answers.appended else { return send(answers.replies) }
        let ticket = CommitTicket(count: 1) { [self] ticket in
            // What could not be made durable is not confirmed: the clients ask again on a new connection.
            if ticket.hasFailed {
                for reply in answers.replies { reply.token.drop() }
            } else {
                send(answers.replies)
            }
        }
        commits.commit(partition, ticket: ticket)
        commits.show(1, of: partition)
    }

    private func send(_ replies: [GroupDecision<GroupToken>.Reply]) {
        for reply in replies { reply.token.answer(reply.response) }
    }

    /// Makes sure that the shard is woken at its deadline; a later one finds the timer armed and re-arms it then.
    private func arm(_ deadline: Int64) {
        let delay = TimeAmount.milliseconds(max(0, deadline - clock.now()))
        armed.withLock { timer in
            guard deadline < timer.deadline else { return }
            timer.task?.cancel()
            timer.deadline = deadline
            timer.task = timerLoop.scheduleTask(in: delay) { [self] in tick() }
        }
    }
}
