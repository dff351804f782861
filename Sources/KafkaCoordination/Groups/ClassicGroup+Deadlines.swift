extension ClassicGroup {
    /// The earliest time at which something of this group is due; `.max` if nothing is.
    func earliestDeadline() -> Int64 {
        var earliest = min(joinTimer?.deadline ?? .max, syncDeadline ?? .max)
        for member in members.members {
            earliest = min(earliest, member.effectiveDeadline)
        }
        for deadline in pendingMembers.values {
            earliest = min(earliest, deadline)
        }
        return earliest
    }

    /// Carries out everything that is due.
    mutating func fire(_ turn: GroupTurn, _ decision: inout CoreDecision) {
        expirePendingMembers(turn, &decision)
        expireSessions(turn, &decision)
        if let timer = joinTimer, timer.deadline <= turn.now {
            joinTimer = nil
            joinTimerFired(timer, turn, &decision)
        }
        if let deadline = syncDeadline, deadline <= turn.now {
            syncDeadline = nil
            syncTimerFired(turn, &decision)
        }
    }

    private mutating func expirePendingMembers(_ turn: GroupTurn, _ decision: inout CoreDecision) {
        let before = pendingMembers.count
        pendingMembers = pendingMembers.filter { $0.value > turn.now }
        if pendingMembers.count != before, state == .preparingRebalance {
            completeJoinIfAllJoined(turn, &decision)
        }
    }

    private mutating func expireSessions(_ turn: GroupTurn, _ decision: inout CoreDecision) {
        let gone = members.removeAll { $0.effectiveDeadline <= turn.now }
        guard !gone.isEmpty else { return }
        for member in gone {
            farewell(member, &decision)
        }
        switch state {
        case .stable, .completingRebalance:
            prepareRebalance(turn, &decision)
        case .preparingRebalance:
            completeJoinIfAllJoined(turn, &decision)
        case .empty:
            break
        }
    }

    /// After a load all members get a full session to show that they live.
    mutating func restartAllSessions(_ turn: GroupTurn) {
        for position in members.indices {
            restartSession(at: position, turn)
        }
    }
}
