import KafkaProtocol
import KafkaWire

extension ClassicGroup {
    /// A static member comes back without its member id (KIP-345): it takes the place of its former self,
    /// which is fenced, and a stable group need not rebalance.
    mutating func replaceStaticMember(
        at position: Int, _ attempt: JoinAttempt, newId: String, _ turn: GroupTurn,
        _ decision: inout CoreDecision
    ) {
        let formerLeader = leaderId
        let previous = members.members[position]
        substitute(newId, at: position, turn, &decision)
        update(at: position, attempt, &decision)
        switch state {
        case .stable where selectProtocol() == protocolName:
            // Only the id changes: store it, and let the member go on with its assignment.
            guard let join = members.takeJoin(at: position) else { return }
            restartSession(at: position, turn)
            decision.records.append(snapshot())
            var unparked = previous
            unparked.parkedJoin = nil
            unparked.parkedSync = nil
            decision.recovery = .restoreMember(group: id, replacedBy: newId, previous: unparked)
            decision.reply(
                join, resumption(join, newId: newId, formerLeader: formerLeader), awaitsAppend: true)
        case .stable:
            rebalance(turn, &decision)
        case .completingRebalance:
            // The leader may already be assigning work to the former id.
            prepareRebalance(turn, &decision)
        case .preparingRebalance, .empty:
            completeJoinIfReady(turn, &decision)
        }
    }

    /// From v9 a leader is told that it leads and that no assignment is wanted (KIP-814). Before that it must not
    /// learn that it leads, or it would assign: it hears of its former self as the leader.
    private func resumption(
        _ join: ParkedJoin, newId: String, formerLeader: String?
    ) -> JoinGroupResponse {
        let leads = leaderId == newId
        guard join.apiVersion >= 9 else {
            var response = generationResponse(memberId: newId, members: [])
            response.leader = formerLeader ?? ""
            return response
        }
        return generationResponse(memberId: newId, members: leads ? roster() : [], skipAssignment: leads)
    }

    private mutating func substitute(
        _ newId: String, at position: Int, _ turn: GroupTurn, _ decision: inout CoreDecision
    ) {
        var member = members.members[position]
        let fenced = ErrorCode.fencedInstanceId.rawValue
        if let join = member.parkedJoin {
            decision.reply(join, JoinGroupResponse(refusing: .fencedInstanceId, memberId: member.id))
        }
        if let sync = member.parkedSync {
            decision.reply(sync, .syncGroup(SyncGroupResponse(errorCode: fenced)))
        }
        if pendingSync.remove(member.id) != nil {
            pendingSync.insert(newId)
        }
        if leaderId == member.id {
            leaderId = newId
        }
        member.id = newId
        member.parkedJoin = nil
        member.parkedSync = nil
        members.replace(at: position, with: member)
        restartSession(at: position, turn)
    }

    /// The former self of a static member takes its place back: its successor could not be recorded.
    mutating func restore(_ previous: GroupMember, replacedBy newId: String, _ turn: GroupTurn) {
        guard let position = members.position(of: newId) else { return }
        if leaderId == newId {
            leaderId = previous.id
        }
        members.replace(at: position, with: previous)
        restartSession(at: position, turn)
    }
}
