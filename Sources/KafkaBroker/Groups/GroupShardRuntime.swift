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
    private let flushes: FlushQueue
    private let armed = Mutex<Timer>(Timer())
    private let logger: Logger

    private struct Timer {
        var deadline = Int64.max
        var task: Scheduled<Void>?
    }

    init(
        partition: Partition, configuration: GroupCoordinatorConfiguration, commits: GroupCommit,
        flushes: FlushQueue, clock: BrokerClock, timerLoop: any EventLoop, logger: Logger
    ) {
        self.partition = partition
        self.configuration = configuration
        self.commits = commits
        self.flushes = flushes
        self.shard = Mutex(Shard(configuration: configuration))
        self.clock = clock
        self.timerLoop = timerLoop
        self.logger = logger
    }

    /// Reads the partition's log into a shard and begins to serve. Until then requests hear that the coordinator
    /// loads; nothing of it holds the lock, so that no event loop waits for the disk.
    ///
    /// Without its log nobody knows the groups: then there is no coordinator for them, instead of one without memory.
    func load() {
        guard let log = partition.log else {
            logger.error(
                "groups have no coordinator: the partition is offline",
                metadata: ["partition": "\(partition.topicName)-\(partition.index)"])
            return close()
        }
        var loading = Shard(configuration: configuration)
        replay(log, into: &loading)
        let replayed = loading
        let moment = moment()
        let (answers, deadline) = shard.withLock { shard in
            // It may have been given up meanwhile.
            guard shard.unavailability == .coordinatorLoadInProgress else {
                return (Answers(replies: []), shard.nextDeadline)
            }
            var loaded = replayed
            loaded.takeOver(from: shard)
            shard = loaded
            let answers = settle(shard.loaded(now: moment.now, wall: moment.wall), &shard, moment)
            return (answers, shard.nextDeadline)
        }
        finish(answers, deadline)
    }

    /// What is damaged is left out, and what lies behind it is not.
    private func replay(_ log: BrokerLog, into shard: inout Shard) {
        func tell(_ error: any Error) {
            logger.error(
                "groups are not all loaded: a part of their log is damaged",
                metadata: ["partition": "\(partition.topicName)-\(partition.index)", "error": "\(error)"])
        }
        do throws(LogError) {
            try log.forEachSoundBatch { batch in
                do throws(LogScanner.Failure) {
                    try LogScanner.forEachBatch(in: batch) { header, batch in
                        let failure = LogScanner.forEachRecord(of: batch, header) { header, record in
                            Self.replay(header, record, into: &shard)
                        }
                        if let failure { tell(failure) }
                    }
                } catch {
                    tell(error)
                }
            } damaged: { stretch in
                tell(stretch)
            }
        } catch {
            tell(error)
        }
    }

    private static func replay(_ header: RecordBatchHeader, _ record: Record, into shard: inout Shard) {
        if header.isControl {
            guard let control = try? ControlRecord(record) else { return }
            shard.replayTransactionEnd(producerId: header.producerId, committed: control.kind == .commit)
        } else if let key = record.key {
            guard let decoded = try? GroupRecord(key: key, value: record.value) else { return }
            shard.replay(decoded, producerId: header.isTransactional ? header.producerId : -1)
        }
    }

    /// The time by both clocks.
    private struct Moment {
        var now: Int64
        var wall: Int64
    }

    private func moment() -> Moment { Moment(now: clock.ticks(), wall: clock.now()) }

    /// Carries out a command; its answer goes to the token inside.
    func handle(_ command: GroupCommand<GroupToken>) {
        let moment = moment()
        let (answers, deadline) = shard.withLock { shard in
            let answers = settle(shard.handle(command, now: moment.now, wall: moment.wall), &shard, moment)
            return (answers, shard.nextDeadline)
        }
        finish(answers, deadline)
    }

    /// A member says that it lives: no record, no timer, an answer at once.
    func heartbeat(_ request: HeartbeatRequest) -> HeartbeatResponse {
        let now = clock.ticks()
        return shard.withLock { $0.heartbeat(request, now: now) }
    }

    /// Looks at the shard without changing it.
    func read<Result: Sendable>(_ body: (borrowing Shard) -> sending Result) -> Result {
        shard.withLock { body($0) }
    }

    /// Whether the groups of this shard have a coordinator, if perhaps one that is still loading.
    var isCoordinator: Bool { shard.withLock { $0.unavailability != .notCoordinator } }

    /// Gives the shard up: parked members hear that the coordinator has moved.
    func close() {
        armed.withLock { $0.task?.cancel() }
        send(shard.withLock { $0.close().replies })
    }

    private func tick() {
        let moment = moment()
        armed.withLock { $0 = Timer() }
        let (answers, deadline) = shard.withLock { shard in
            let answers = settle(shard.tick(now: moment.now, wall: moment.wall), &shard, moment)
            return (answers, shard.nextDeadline)
        }
        finish(answers, deadline)
    }

    /// Writes and replays the records of a decision, or has the shard undo it; answers what is to be sent.
    private func settle(
        _ decision: GroupDecision<GroupToken>, _ shard: inout Shard, _ moment: Moment
    ) -> Answers {
        var answers = Answers(replies: decision.replies)
        guard !decision.records.isEmpty else { return answers }
        for piece in pieces(of: decision) {
            if let error = append(piece, moment.wall, &answers) {
                if decision.isDivisible {
                    logger.error(
                        "offsets or groups that are over could not be deleted",
                        metadata: [
                            "partition": "\(partition.topicName)-\(partition.index)", "error": "\(error)",
                        ])
                }
                answers.replies =
                    shard.appendFailed(decision, error: error, now: moment.now, wall: moment.wall).replies
                return answers
            }
            for record in piece { shard.replay(record) }
        }
        return answers
    }

    /// The records of each batch to write: one batch, or as many as it takes where that may be.
    private func pieces(of decision: GroupDecision<GroupToken>) -> [ArraySlice<GroupRecord>] {
        guard decision.isDivisible, let log = partition.log else { return [decision.records[...]] }
        let settings = log.configuration
        return GroupRecordPieces.split(
            decision.records, limit: min(settings.maxMessageBytes, settings.segmentBytes))
    }

    /// What is to be sent, and whether records stand behind it.
    private struct Answers: Sendable {
        var replies: [GroupDecision<GroupToken>.Reply]
        var appended = false
        /// `flush.messages` asks for a sync before anything is confirmed.
        var wantsFlush = false
    }

    /// Answers the error that kept the records out of the log, nil when they are in.
    private func append(_ records: ArraySlice<GroupRecord>, _ now: Int64, _ answers: inout Answers) -> ErrorCode? {
        guard let log = partition.log else { return .kafkaStorageError }
        do {
            var builder = RecordBatchBuilder()
            for record in records {
                try builder.append(timestamp: now, key: record.encodedKey(), value: record.encodedValue())
            }
            let appended = try log.append(
                try builder.build(), leaderEpoch: partition.leaderEpoch, origin: .coordinator, now: now)
            flushes.note(appended, log)
            answers.appended = true
            answers.wantsFlush = answers.wantsFlush || appended.wantsFlush
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
        guard answers.appended, commits.isEnabled || answers.wantsFlush else { return send(answers.replies) }
        let ticket = CommitTicket(count: 1) { [self] ticket in
            // What could not be made durable is not confirmed: the clients ask again on a new connection.
            if ticket.hasFailed {
                for reply in answers.replies { reply.token.drop() }
            } else {
                send(answers.replies)
            }
        }
        commits.commit(partition, ticket: ticket)
        if commits.isEnabled { commits.show(1, of: partition) }
    }

    private func send(_ replies: [GroupDecision<GroupToken>.Reply]) {
        for reply in replies { reply.token.answer(reply.response) }
    }

    /// Makes sure that the shard is woken at its deadline; a later one finds the timer armed and re-arms it then.
    private func arm(_ deadline: Int64) {
        let delay = TimeAmount.milliseconds(max(0, deadline.subtractingReportingOverflow(clock.ticks()).partialValue))
        armed.withLock { timer in
            guard deadline < timer.deadline else { return }
            timer.task?.cancel()
            timer.deadline = deadline
            timer.task = timerLoop.scheduleTask(in: delay) { [self] in tick() }
        }
    }
}
