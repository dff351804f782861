import KafkaProtocol
public import KafkaWire

/// All classic groups and committed offsets of one partition of `__consumer_offsets`.
///
/// The runtime that owns a shard serialises its calls, appends the records of each decision and replays them;
/// see `GroupDecision`. `Token` is whatever the runtime needs to answer a request later; every token that is
/// handed in comes back in exactly one reply.
public struct GroupCoordinatorShard<Token: Sendable>: Sendable {
    private enum Phase: Sendable {
        case loading
        case active
        case closed
    }

    /// May be replaced at any time; timers that run keep their times.
    public var configuration: GroupCoordinatorConfiguration
    var groups: [String: ClassicGroup<Token>] = [:]
    var offsets = CommittedOffsets()
    var pendingTransactions = PendingTransactions()
    private var phase = Phase.loading
    private var deadlines = DeadlineQueue()
    private var nextOffsetsCheck = Int64.max

    /// An empty shard that waits for the records of its log: call `replay` for each, then `loaded`.
    public init(configuration: GroupCoordinatorConfiguration) {
        self.configuration = configuration
    }

    /// The number of groups.
    public var groupCount: Int { groups.count }

    var isActive: Bool { phase == .active }

    /// What a request gets if the shard does not serve: the error, or nil while it does.
    var unavailability: ErrorCode? {
        switch phase {
        case .loading: .coordinatorLoadInProgress
        case .active: nil
        case .closed: .notCoordinator
        }
    }

    func turn(_ now: Int64) -> GroupTurn {
        GroupTurn(now: now, configuration: configuration)
    }
}

// Commands and their outcome.
extension GroupCoordinatorShard {
    /// Decides on a command. `now` is milliseconds since the epoch.
    public mutating func handle(_ command: GroupCommand<Token>, now: Int64) -> GroupDecision<Token> {
        var decision = GroupDecision<Token>()
        let turn = turn(now)
        switch command {
        case .joinGroup(let token, let request, let context):
            join(JoinAttempt(token: token, request: request, context: context), turn, &decision)
        case .syncGroup(let token, let request):
            sync(token, request, turn, &decision)
        case .leaveGroup(let token, let request, let apiVersion):
            leave(token, request, apiVersion, turn, &decision)
        case .offsetCommit(let token, let request, let apiVersion):
            commit(token, request, apiVersion, turn, &decision)
        case .offsetDelete(let token, let request):
            deleteOffsets(token, request, &decision)
        case .deleteGroups(let token, let request):
            deleteGroups(token, request, &decision)
        case .topicDeleted(let topic):
            forgetTopic(topic, &decision)
        }
        return decision
    }

    /// The records of `decision` could not be appended: nothing that they say holds. `error` is the log's answer,
    /// as a Produce would carry it. Returns what to send instead of the decision's replies; it has no records.
    public mutating func appendFailed(
        _ decision: GroupDecision<Token>, error: ErrorCode, now: Int64
    ) -> GroupDecision<Token> {
        var outcome = GroupDecision<Token>()
        let answer = Self.answer(toAppendError: error)
        for reply in decision.replies {
            outcome.reply(reply.token, reply.awaitsAppend ? reply.response.failed(answer) : reply.response)
        }
        recover(decision.recovery, answer, turn(now), &outcome)
        // Nothing can be recorded now: a group that lost its last member meanwhile is recorded as such
        // with its next generation.
        outcome.records = []
        return outcome
    }

    private mutating func recover(
        _ recovery: GroupRecovery<Token>, _ error: ErrorCode, _ turn: GroupTurn,
        _ outcome: inout GroupDecision<Token>
    ) {
        switch recovery {
        case .none:
            break
        case .dropGroup(let groupId):
            guard var group = groups.removeValue(forKey: groupId) else { return }
            group.answerParked(error, &outcome)
        case .abandonSync(let groupId):
            withGroup(groupId) { group in
                group.abandonAssignment(error, turn, &outcome)
                group.rebalance(turn, &outcome)
            }
        case .restoreMember(let groupId, let newId, let previous):
            withGroup(groupId) { $0.restore(previous, replacedBy: newId, turn) }
        }
    }

    /// What clients of a coordinator hear of a log that refuses: what makes them look for the coordinator again,
    /// as Kafka maps it.
    static func answer(toAppendError error: ErrorCode) -> ErrorCode {
        switch error {
        case .unknownTopicOrPartition, .notEnoughReplicas, .notEnoughReplicasAfterAppend, .requestTimedOut:
            .coordinatorNotAvailable
        case .notLeaderOrFollower, .kafkaStorageError:
            .notCoordinator
        case .messageTooLarge, .recordListTooLarge, .invalidFetchSize:
            .unknownServerError
        default:
            error
        }
    }
}

// The life of a shard.
extension GroupCoordinatorShard {
    /// All records are replayed: sessions of restored members begin, and requests are served from here on.
    /// The decision can hold records (of a group that has become too large).
    public mutating func loaded(now: Int64) -> GroupDecision<Token> {
        var decision = GroupDecision<Token>()
        guard phase == .loading else { return decision }
        phase = .active
        let turn = turn(now)
        nextOffsetsCheck = turn.after(configuration.offsetsRetentionCheckIntervalMs)
        for groupId in groups.keys.sorted() {
            withGroup(groupId) { group in
                group.restartAllSessions(turn)
                if group.members.count > turn.configuration.maximumGroupSize {
                    group.prepareRebalance(turn, &decision)
                }
            }
        }
        return decision
    }

    /// The shard is given up: every parked request is answered with NOT_COORDINATOR, and so is all that follows.
    public mutating func close() -> GroupDecision<Token> {
        var decision = GroupDecision<Token>()
        phase = .closed
        for groupId in groups.keys.sorted() {
            groups[groupId]?.answerParked(.notCoordinator, &decision)
        }
        deadlines.removeAll()
        nextOffsetsCheck = .max
        return decision
    }

    /// When `tick` next has something to do, in milliseconds; nil if nothing waits for time to pass.
    public var nextDeadline: Int64? {
        let check = groups.isEmpty ? Int64.max : nextOffsetsCheck
        let earliest = min(deadlines.earliest ?? .max, check)
        return earliest == .max ? nil : earliest
    }

    /// Carries out what is due: sessions, rebalances, offsets that expire.
    public mutating func tick(now: Int64) -> GroupDecision<Token> {
        var decision = GroupDecision<Token>()
        guard isActive else { return decision }
        let turn = turn(now)
        while let due = deadlines.popDue(now) {
            guard let index = groups.index(forKey: due.groupId), groups.values[index].wakeUp == due.deadline
            else { continue }
            groups.values[index].wakeUp = nil
            groups.values[index].fire(turn, &decision)
            _ = groups.values[index].takeArmed()
            // What fires again at once would never let go of this loop.
            let next = max(groups.values[index].earliestDeadline(), turn.after(Int64(1)))
            if next != .max {
                groups.values[index].wakeUp = next
                deadlines.push(next, due.groupId)
            }
        }
        if now >= nextOffsetsCheck {
            nextOffsetsCheck = turn.after(configuration.offsetsRetentionCheckIntervalMs)
            expireOffsets(turn, &decision)
        }
        return decision
    }

    /// Runs `body` on a group in place and then takes its new deadlines into the queue. Nil if there is no such group.
    @discardableResult
    mutating func withGroup<Result>(
        _ groupId: String, _ body: (inout ClassicGroup<Token>) -> Result
    ) -> Result? {
        guard let index = groups.index(forKey: groupId) else { return nil }
        let result = body(&groups.values[index])
        if let armed = groups.values[index].takeArmed(), armed < groups.values[index].wakeUp ?? .max {
            groups.values[index].wakeUp = armed
            deadlines.push(armed, groupId)
            compactDeadlines()
        }
        return result
    }

    /// Keeps outdated entries from outnumbering the groups.
    private mutating func compactDeadlines() {
        guard deadlines.count > 2 * groups.count + 64 else { return }
        deadlines.removeAll()
        for (groupId, group) in groups {
            if let wakeUp = group.wakeUp {
                deadlines.push(wakeUp, groupId)
            }
        }
    }
}

extension ClassicGroup {
    /// Answers whatever is parked; the group will not serve any more.
    mutating func answerParked(_ error: ErrorCode, _ decision: inout GroupDecision<Token>) {
        for position in members.indices {
            let memberId = members.members[position].id
            if let join = members.takeJoin(at: position) {
                decision.reply(join, JoinGroupResponse(refusing: error, memberId: memberId))
            }
            if let sync = members.takeSync(at: position) {
                decision.reply(sync, .syncGroup(SyncGroupResponse(errorCode: error.rawValue)))
            }
        }
    }
}
