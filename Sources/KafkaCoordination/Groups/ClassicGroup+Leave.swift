import KafkaProtocol
import KafkaWire

extension ClassicGroup {
    /// LeaveGroup of one or several members; the group then moves on without them.
    mutating func leave(
        _ leaving: [LeaveGroupRequest.MemberIdentity], _ turn: GroupTurn, _ decision: inout CoreDecision
    ) -> [LeaveGroupResponse.MemberResponse] {
        let before = members.count
        let pendingBefore = pendingMembers.count
        let answers = leaving.map { identity in
            LeaveGroupResponse.MemberResponse(
                memberId: identity.memberId, groupInstanceId: identity.groupInstanceId,
                errorCode: release(identity, &decision).rawValue)
        }
        if members.count != before, state != .empty {
            rebalance(turn, &decision)
        } else if pendingMembers.count != pendingBefore {
            completeJoinIfReady(turn, &decision)
        }
        return answers
    }

    private mutating func release(
        _ identity: LeaveGroupRequest.MemberIdentity, _ decision: inout CoreDecision
    ) -> ErrorCode {
        if identity.memberId.isEmpty {
            // An administrator names static members by their instance id alone.
            guard let instanceId = identity.groupInstanceId,
                let memberId = members.memberId(ofInstance: instanceId),
                let position = members.position(of: memberId)
            else { return .unknownMemberId }
            dismiss(at: position, &decision)
            return .none
        }
        if pendingMembers.removeValue(forKey: identity.memberId) != nil {
            return .none
        }
        if let error = fault(member: identity.memberId, instance: identity.groupInstanceId) {
            return error
        }
        guard let position = members.position(of: identity.memberId) else { return .unknownMemberId }
        dismiss(at: position, &decision)
        return .none
    }
}
