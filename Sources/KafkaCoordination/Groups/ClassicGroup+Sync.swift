import KafkaProtocol
import KafkaWire
import NIOCore

extension ClassicGroup {
    /// SyncGroup: followers wait for the leader's assignments, the leader brings them.
    mutating func sync(
        _ token: Ticket, _ request: SyncGroupRequest, _ turn: GroupTurn, _ decision: inout CoreDecision
    ) {
        if let error = syncFault(request) {
            decision.reply(token, .syncGroup(SyncGroupResponse(errorCode: error.rawValue)))
            return
        }
        guard let position = members.position(of: request.memberId) else { return }
        pendingSync.remove(request.memberId)
        if pendingSync.isEmpty {
            syncDeadline = nil
        }
        guard state == .completingRebalance else {
            decision.reply(token, .syncGroup(assignmentResponse(members.members[position].assignment)))
            return
        }
        if let displaced = members.parkSync(at: position, token) {
            decision.reply(
                displaced, .syncGroup(SyncGroupResponse(errorCode: ErrorCode.rebalanceInProgress.rawValue)))
        }
        if request.memberId == leaderId {
            storeAssignments(request, turn, &decision)
        }
    }

    private func syncFault(_ request: SyncGroupRequest) -> ErrorCode? {
        guard state != .empty else { return .unknownMemberId }
        if let error = fault(member: request.memberId, instance: request.groupInstanceId) {
            return error
        }
        guard request.generationId == generation else { return .illegalGeneration }
        guard request.protocolType == nil || protocolType == nil || request.protocolType == protocolType,
            request.protocolName == nil || protocolName == nil || request.protocolName == protocolName
        else { return .inconsistentGroupProtocol }
        return state == .preparingRebalance ? .rebalanceInProgress : nil
    }

    /// The leader's word goes to the log; once replayed the group is stable and the waiting members are answered.
    private mutating func storeAssignments(
        _ request: SyncGroupRequest, _ turn: GroupTurn, _ decision: inout CoreDecision
    ) {
        var assignments: [String: ByteBuffer] = [:]
        for entry in request.assignments {
            assignments[entry.memberId] = entry.assignment.detached
        }
        decision.records.append(snapshot(assignments: assignments, stateTimestamp: turn.wall))
        decision.recovery = .abandonSync(group: id)
        for position in members.indices {
            guard let sync = members.takeSync(at: position) else { continue }
            restartSession(at: position, turn)
            let assignment = assignments[members.members[position].id] ?? ByteBuffer()
            decision.reply(sync, .syncGroup(assignmentResponse(assignment)), awaitsAppend: true)
        }
    }

    private func assignmentResponse(_ assignment: ByteBuffer) -> SyncGroupResponse {
        SyncGroupResponse(protocolType: protocolType, protocolName: protocolName, assignment: assignment)
    }

    /// Members who did not fetch their assignments in time are out.
    mutating func syncTimerFired(_ turn: GroupTurn, _ decision: inout CoreDecision) {
        guard !pendingSync.isEmpty else { return }
        let late = pendingSync
        for member in members.removeAll(where: { late.contains($0.id) }) {
            farewell(member, &decision)
        }
        prepareRebalance(turn, &decision)
    }
}
