import KafkaProtocol
import KafkaWire

extension ClassicGroup {
    /// A sign of life. Touches nothing but the member's deadline, which only moves away, so no queue has to know.
    mutating func heartbeat(_ request: HeartbeatRequest, _ turn: GroupTurn) -> ErrorCode {
        guard let position = members.position(of: request.memberId) else {
            return fault(member: request.memberId, instance: request.groupInstanceId) ?? .unknownMemberId
        }
        if request.groupInstanceId != nil,
            let error = fault(member: request.memberId, instance: request.groupInstanceId)
        {
            return error
        }
        guard request.generationId == generation else { return .illegalGeneration }
        let deadline = turn.after(members.members[position].sessionTimeoutMs)
        if deadline >= members.members[position].sessionDeadline {
            members.setSessionDeadline(at: position, deadline)
        } else {
            setSessionDeadline(at: position, deadline)
        }
        return state == .preparingRebalance ? .rebalanceInProgress : .none
    }
}
