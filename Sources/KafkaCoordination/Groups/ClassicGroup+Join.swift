import KafkaProtocol
import KafkaWire
import NIOCore

/// One JoinGroup on its way through a group.
struct JoinAttempt: Sendable {
    let token: Ticket
    let request: JoinGroupRequest
    let context: GroupRequestContext

    var parked: ParkedJoin { ParkedJoin(token: token, apiVersion: context.apiVersion) }

    /// v0 has no rebalance timeout: the session timeout serves as both.
    var rebalanceTimeoutMs: Int32 {
        context.apiVersion == 0 ? request.sessionTimeoutMs : max(request.rebalanceTimeoutMs, 0)
    }

    func refuse(
        _ error: ErrorCode, memberId: String, _ decision: inout CoreDecision
    ) {
        decision.reply(parked, JoinGroupResponse(refusing: error, memberId: memberId))
    }
}

extension ClassicGroup {
    /// JoinGroup of a member that the group knows, or of a new one.
    mutating func join(_ attempt: JoinAttempt, _ turn: GroupTurn, _ decision: inout CoreDecision) {
        let memberId = attempt.request.memberId
        guard hasRoom(for: memberId, turn) else {
            pendingMembers[memberId] = nil
            attempt.refuse(.groupMaxSizeReached, memberId: "", &decision)
            if let position = members.position(of: memberId) {
                dismiss(at: position, &decision)
            }
            if state == .preparingRebalance, previousState != .empty {
                completeJoinIfAllJoined(turn, &decision)
            }
            return
        }
        guard supports(type: attempt.request.protocolType, protocols: attempt.request.protocols) else {
            attempt.refuse(.inconsistentGroupProtocol, memberId: memberId, &decision)
            return
        }
        if memberId.isEmpty {
            joinWithoutId(attempt, turn, &decision)
        } else if pendingMembers[memberId] != nil {
            guard attempt.request.groupInstanceId == nil else {
                // Ids that wait to be used are never those of static members.
                attempt.refuse(.unknownServerError, memberId: memberId, &decision)
                return
            }
            addMember(attempt, id: memberId, turn, &decision)
        } else {
            rejoin(attempt, turn, &decision)
        }
    }

    /// `group.max.size` counts members who wait for the next generation while one is prepared, members otherwise.
    private func hasRoom(for memberId: String, _ turn: GroupTurn) -> Bool {
        let position = members.position(of: memberId)
        switch state {
        case .empty:
            return true
        case .preparingRebalance:
            return position.map { members.members[$0].parkedJoin != nil } == true
                || members.awaitingJoin < turn.configuration.maximumGroupSize
        case .completingRebalance, .stable:
            return position != nil || members.count < turn.configuration.maximumGroupSize
        }
    }

    private mutating func joinWithoutId(
        _ attempt: JoinAttempt, _ turn: GroupTurn, _ decision: inout CoreDecision
    ) {
        let instanceId = attempt.request.groupInstanceId
        let newId = "\(instanceId ?? attempt.context.clientId)-\(attempt.context.newMemberUuid)"
        guard newId.utf8.count <= Int(Int16.max) else {
            // No message could carry such an id.
            attempt.refuse(.invalidRequest, memberId: "", &decision)
            return
        }
        if let instanceId, let previousId = members.memberId(ofInstance: instanceId),
            let position = members.position(of: previousId)
        {
            replaceStaticMember(at: position, attempt, newId: newId, turn, &decision)
        } else if instanceId != nil || attempt.context.apiVersion < 4 {
            addMember(attempt, id: newId, turn, &decision)
        } else if pendingMembers.count >= turn.configuration.maximumPendingMembers {
            attempt.refuse(.coordinatorNotAvailable, memberId: "", &decision)
        } else {
            // KIP-394: a member gets its id first, so that a retried join is not a second member.
            let deadline = turn.after(attempt.request.sessionTimeoutMs)
            pendingMembers[newId] = deadline
            arm(deadline)
            attempt.refuse(.memberIdRequired, memberId: newId, &decision)
        }
    }

    private mutating func addMember(
        _ attempt: JoinAttempt, id: String, _ turn: GroupTurn, _ decision: inout CoreDecision
    ) {
        if state == .preparingRebalance, previousState == .empty {
            newMemberAdded = true
        }
        if members.isEmpty {
            protocolType = attempt.request.protocolType
        }
        let deadline = turn.after(turn.configuration.newMemberJoinTimeoutMs)
        members.append(
            GroupMember(
                id: id, instanceId: attempt.request.groupInstanceId, clientId: attempt.context.clientId,
                clientHost: attempt.context.clientHost, rebalanceTimeoutMs: attempt.rebalanceTimeoutMs,
                sessionTimeoutMs: attempt.request.sessionTimeoutMs,
                protocols: Self.offered(attempt.request.protocols), parkedJoin: attempt.parked, isNew: true,
                sessionDeadline: deadline))
        arm(deadline)
        pendingMembers[id] = nil
        if leaderId == nil {
            leaderId = id
        }
        rebalance(turn, &decision)
    }

    private mutating func rejoin(
        _ attempt: JoinAttempt, _ turn: GroupTurn, _ decision: inout CoreDecision
    ) {
        let memberId = attempt.request.memberId
        if let error = fault(member: memberId, instance: attempt.request.groupInstanceId) {
            attempt.refuse(error, memberId: memberId, &decision)
            return
        }
        guard let position = members.position(of: memberId) else { return }
        let unchanged = matches(position, attempt.request.protocols)
        switch state {
        case .completingRebalance where unchanged:
            // It may have missed the answer to its first join.
            answerWithGeneration(attempt, asLeader: leaderId == memberId, &decision)
        case .stable where unchanged && leaderId != memberId:
            answerWithGeneration(attempt, asLeader: false, &decision)
        case .preparingRebalance, .completingRebalance, .stable:
            // A leader that joins a stable group wants a rebalance: the topics may have changed.
            update(at: position, attempt, &decision)
            rebalance(turn, &decision)
        case .empty:
            attempt.refuse(.unknownMemberId, memberId: memberId, &decision)
        }
    }

    /// Takes over what a known member says of itself and parks its request.
    mutating func update(
        at position: Int, _ attempt: JoinAttempt, _ decision: inout CoreDecision
    ) {
        members.setProtocols(at: position, Self.offered(attempt.request.protocols))
        members.setTimeouts(
            at: position, session: attempt.request.sessionTimeoutMs, rebalance: attempt.rebalanceTimeoutMs)
        if let displaced = members.parkJoin(at: position, attempt.parked) {
            // The same member asks again: each request gets an answer, only the last one the generation.
            let memberId = members.members[position].id
            decision.reply(
                displaced, JoinGroupResponse(refusing: .rebalanceInProgress, memberId: memberId))
        }
    }

    private func answerWithGeneration(
        _ attempt: JoinAttempt, asLeader: Bool, _ decision: inout CoreDecision
    ) {
        decision.reply(
            attempt.parked,
            generationResponse(memberId: attempt.request.memberId, members: asLeader ? roster() : []))
    }

    /// The answer that tells a member of the generation it is part of.
    func generationResponse(
        memberId: String, members: [JoinGroupResponse.JoinGroupResponseMember], skipAssignment: Bool = false
    ) -> JoinGroupResponse {
        JoinGroupResponse(
            generationId: generation, protocolType: protocolType, protocolName: protocolName,
            leader: leaderId ?? "", skipAssignment: skipAssignment, memberId: memberId, members: members)
    }

    /// All members with what they say of themselves, for the leader to assign work.
    func roster() -> [JoinGroupResponse.JoinGroupResponseMember] {
        members.members.map { member in
            .init(
                memberId: member.id, groupInstanceId: member.instanceId,
                metadata: member.metadata(for: protocolName) ?? .init())
        }
    }
}
