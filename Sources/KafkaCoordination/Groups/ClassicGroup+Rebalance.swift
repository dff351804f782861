import KafkaProtocol
import KafkaWire
import NIOCore

extension ClassicGroup {
    /// Starts a rebalance, or moves on the one that is under way.
    mutating func rebalance(_ turn: GroupTurn, _ decision: inout CoreDecision) {
        if state == .preparingRebalance {
            completeJoinIfReady(turn, &decision)
        } else {
            prepareRebalance(turn, &decision)
        }
    }

    /// Calls all members together. From Empty the first wave of members gets time to arrive.
    mutating func prepareRebalance(_ turn: GroupTurn, _ decision: inout CoreDecision) {
        if state == .completingRebalance {
            abandonAssignment(.rebalanceInProgress, turn, &decision)
        }
        pendingSync.removeAll()
        syncDeadline = nil
        guard state == .empty else {
            enter(.preparingRebalance, at: turn.wall)
            if !completeJoinIfAllJoined(turn, &decision) {
                waitForMembers(turn)
            }
            return
        }
        let delay = turn.configuration.initialRebalanceDelayMs
        let remaining = max(rebalanceTimeoutMs.subtractingReportingOverflow(delay).partialValue, 0)
        newMemberAdded = false
        setJoinTimer(.initial(deadline: turn.after(delay), delay: delay, remaining: remaining))
        enter(.preparingRebalance, at: turn.wall)
    }

    /// The members who wait for their assignments get `error`, and nobody has an assignment any more.
    mutating func abandonAssignment(
        _ error: ErrorCode, _ turn: GroupTurn, _ decision: inout CoreDecision
    ) {
        for position in members.indices {
            members.setAssignment(at: position, ByteBuffer())
            if let sync = members.takeSync(at: position) {
                restartSession(at: position, turn)
                decision.reply(sync, .syncGroup(SyncGroupResponse(errorCode: error.rawValue)))
            }
        }
    }

    /// Ends the join phase if everybody is there, except while the first members of an empty group gather.
    mutating func completeJoinIfReady(_ turn: GroupTurn, _ decision: inout CoreDecision) {
        if state == .preparingRebalance, previousState != .empty {
            completeJoinIfAllJoined(turn, &decision)
        }
    }

    @discardableResult
    mutating func completeJoinIfAllJoined(
        _ turn: GroupTurn, _ decision: inout CoreDecision
    ) -> Bool {
        guard allMembersJoined else { return false }
        completeJoin(turn, &decision)
        return true
    }

    /// The join timer ran out.
    mutating func joinTimerFired(
        _ timer: JoinTimer, _ turn: GroupTurn, _ decision: inout CoreDecision
    ) {
        if case .initial(_, let delay, let remaining) = timer, newMemberAdded, remaining > 0 {
            newMemberAdded = false
            let next = min(turn.configuration.initialRebalanceDelayMs, remaining)
            setJoinTimer(.initial(deadline: turn.after(next), delay: next, remaining: max(remaining - delay, 0)))
        } else {
            completeJoin(turn, &decision)
        }
    }

    /// Ends the join phase: members who did not come are out (static ones stay until their session ends),
    /// and the others learn of their new generation.
    mutating func completeJoin(_ turn: GroupTurn, _ decision: inout CoreDecision) {
        joinTimer = nil
        for member in members.removeAll(where: { $0.parkedJoin == nil && $0.instanceId == nil }) {
            farewell(member, &decision)
        }
        guard members.isEmpty || electLeader() else {
            // Only static members are left and none of them came: wait for one, or for their sessions to end.
            waitForMembers(turn)
            return
        }
        generation = generation == .max ? 0 : generation + 1
        pendingSync.removeAll()
        if members.isEmpty {
            becomeEmpty(turn, &decision)
        } else {
            announceGeneration(turn, &decision)
        }
    }

    private mutating func becomeEmpty(_ turn: GroupTurn, _ decision: inout CoreDecision) {
        protocolName = nil
        leaderId = nil
        subscribedTopics = computeSubscribedTopics()
        enter(.empty, at: turn.wall)
        decision.records.append(snapshot())
    }

    private mutating func announceGeneration(_ turn: GroupTurn, _ decision: inout CoreDecision) {
        protocolName = selectProtocol()
        subscribedTopics = computeSubscribedTopics()
        enter(.completingRebalance, at: turn.wall)
        let roster = roster()
        for position in members.indices {
            let memberId = members.members[position].id
            if let join = members.takeJoin(at: position) {
                decision.reply(
                    join, generationResponse(memberId: memberId, members: memberId == leaderId ? roster : []))
            }
            members.settle(at: position)
            restartSession(at: position, turn)
            pendingSync.insert(memberId)
        }
        let deadline = turn.after(rebalanceTimeoutMs)
        syncDeadline = deadline
        arm(deadline)
    }

    /// Sees to it that the leader is one of those who joined. False if nobody did.
    private mutating func electLeader() -> Bool {
        if let leaderId, let position = members.position(of: leaderId), members.members[position].parkedJoin != nil {
            return true
        }
        guard let candidate = members.members.first(where: { $0.parkedJoin != nil }) else { return false }
        leaderId = candidate.id
        return true
    }

    private mutating func waitForMembers(_ turn: GroupTurn) {
        // At least a moment: with a timeout of 0 the timer would fire for ever.
        setJoinTimer(.rebalance(deadline: turn.after(max(rebalanceTimeoutMs, 100))))
    }

    private mutating func setJoinTimer(_ timer: JoinTimer) {
        joinTimer = timer
        arm(timer.deadline)
    }
}
