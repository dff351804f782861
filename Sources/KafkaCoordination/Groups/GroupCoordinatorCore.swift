import KafkaProtocol
import KafkaWire

/// The shard's work, with numbers in the place of tokens: nothing in here is generic, so that all of it is compiled
/// for what it is (generic code across modules is not specialised, and a heartbeat would feel it).
struct GroupCoordinatorCore: Sendable {
    private enum Phase: Sendable {
        case loading
        case active
        case closed
    }

    var configuration: GroupCoordinatorConfiguration
    var groups: [String: ClassicGroup] = [:]
    var offsets = CommittedOffsets()
    var pendingTransactions = PendingTransactions()
    /// Topics that were deleted while the shard was loading.
    var topicsToForget: [String] = []
    private var phase = Phase.loading
    private var deadlines = DeadlineQueue()
    private var nextOffsetsCheck = Int64.max

    init(configuration: GroupCoordinatorConfiguration) {
        self.configuration = configuration
    }

    var isActive: Bool { phase == .active }
    var isLoading: Bool { phase == .loading }

    /// What a request gets if the shard does not serve: the error, or nil while it does.
    var unavailability: ErrorCode? {
        switch phase {
        case .loading: .coordinatorLoadInProgress
        case .active: nil
        case .closed: .notCoordinator
        }
    }

    func turn(_ now: Int64, wall: Int64) -> GroupTurn {
        GroupTurn(now: now, wall: wall, configuration: configuration)
    }
}

// Commands and their outcome.
extension GroupCoordinatorCore {
    mutating func handle(_ command: GroupCommand<Ticket>, now: Int64, wall: Int64) -> CoreDecision {
        var decision = CoreDecision()
        let turn = turn(now, wall: wall)
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

    /// Sets right what a decision, whose records were not appended, had done ahead of them.
    mutating func recover(_ recovery: GroupRecovery, _ error: ErrorCode, now: Int64, wall: Int64) -> CoreDecision {
        var decision = CoreDecision()
        recover(recovery, error, turn(now, wall: wall), &decision)
        // Nothing can be recorded now: a group that lost its last member meanwhile is recorded as such
        // with its next generation.
        decision.records = []
        return decision
    }

    private mutating func recover(
        _ recovery: GroupRecovery, _ error: ErrorCode, _ turn: GroupTurn,
        _ outcome: inout CoreDecision
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
extension GroupCoordinatorCore {
    mutating func loaded(now: Int64, wall: Int64) -> CoreDecision {
        var decision = CoreDecision()
        guard phase == .loading else { return decision }
        phase = .active
        let turn = turn(now, wall: wall)
        nextOffsetsCheck = turn.after(configuration.offsetsRetentionCheckIntervalMs)
        for groupId in groups.keys.sorted() {
            withGroup(groupId) { group in
                group.restartAllSessions(turn)
                if group.members.count > turn.configuration.maximumGroupSize {
                    group.prepareRebalance(turn, &decision)
                }
            }
        }
        for topic in topicsToForget { forgetTopic(topic, &decision) }
        topicsToForget = []
        return decision
    }

    mutating func close() -> CoreDecision {
        var decision = CoreDecision()
        phase = .closed
        for groupId in groups.keys.sorted() {
            groups[groupId]?.answerParked(.notCoordinator, &decision)
        }
        deadlines.removeAll()
        nextOffsetsCheck = .max
        return decision
    }

    var nextDeadline: Int64? {
        let check = groups.isEmpty ? Int64.max : nextOffsetsCheck
        let earliest = min(deadlines.earliest ?? .max, check)
        return earliest == .max ? nil : earliest
    }

    mutating func tick(now: Int64, wall: Int64) -> CoreDecision {
        var decision = CoreDecision()
        guard isActive else { return decision }
        let turn = turn(now, wall: wall)
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
        _ groupId: String, _ body: (inout ClassicGroup) -> Result
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
    mutating func answerParked(_ error: ErrorCode, _ decision: inout CoreDecision) {
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
