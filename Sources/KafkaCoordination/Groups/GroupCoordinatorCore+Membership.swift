import KafkaProtocol
import KafkaWire

extension GroupCoordinatorCore {
    /// Answers a heartbeat, v0 to v4: two look-ups, no record, no timer.
    mutating func heartbeat(_ request: HeartbeatRequest, now: Int64) -> HeartbeatResponse {
        if let error = unavailability {
            // A member cannot be told anything true while the group is loading: let it go on (as Kafka does).
            let answer = error == .coordinatorLoadInProgress ? .none : error
            return HeartbeatResponse(errorCode: answer.rawValue)
        }
        guard !request.groupId.isEmpty else {
            return HeartbeatResponse(errorCode: ErrorCode.invalidGroupId.rawValue)
        }
        let turn = turn(now, wall: now)
        let error = withGroup(request.groupId) { $0.heartbeat(request, turn) } ?? .unknownMemberId
        return HeartbeatResponse(errorCode: error.rawValue)
    }

    mutating func join(
        _ attempt: JoinAttempt, _ turn: GroupTurn, _ decision: inout CoreDecision
    ) {
        let request = attempt.request
        if let error = joinFault(request) {
            attempt.refuse(error, memberId: request.memberId, &decision)
            return
        }
        if groups[request.groupId] == nil {
            found(attempt, turn, &decision)
        } else {
            withGroup(request.groupId) { $0.join(attempt, turn, &decision) }
        }
    }

    private func joinFault(_ request: JoinGroupRequest) -> ErrorCode? {
        if let unavailability {
            return unavailability
        }
        guard !request.groupId.isEmpty else { return .invalidGroupId }
        let allowed =
            configuration
            .minimumSessionTimeoutMs...max(
                configuration.minimumSessionTimeoutMs, configuration.maximumSessionTimeoutMs)
        guard allowed.contains(request.sessionTimeoutMs) else { return .invalidSessionTimeout }
        return nil
    }

    /// A join to a group that does not exist yet creates it, unless the member claims to be in it already.
    private mutating func found(
        _ attempt: JoinAttempt, _ turn: GroupTurn, _ decision: inout CoreDecision
    ) {
        let request = attempt.request
        guard request.memberId.isEmpty else {
            attempt.refuse(.unknownMemberId, memberId: request.memberId, &decision)
            return
        }
        var group = ClassicGroup(id: request.groupId)
        guard group.supports(type: request.protocolType, protocols: request.protocols) else {
            attempt.refuse(.inconsistentGroupProtocol, memberId: "", &decision)
            return
        }
        guard groups.count < configuration.maximumGroups else {
            attempt.refuse(.coordinatorNotAvailable, memberId: "", &decision)
            return
        }
        group.stateTimestamp = turn.wall
        decision.records.append(group.birthRecord)
        decision.recovery = .dropGroup(request.groupId)
        groups[request.groupId] = group
        withGroup(request.groupId) { $0.join(attempt, turn, &decision) }
        decision.awaitAppendWithAll()
    }

    mutating func sync(
        _ token: Ticket, _ request: SyncGroupRequest, _ turn: GroupTurn, _ decision: inout CoreDecision
    ) {
        func refuse(_ error: ErrorCode) {
            decision.reply(token, .syncGroup(SyncGroupResponse(errorCode: error.rawValue)))
        }
        if let unavailability {
            // A client that syncs while the group loads is to join again.
            refuse(unavailability == .coordinatorLoadInProgress ? .rebalanceInProgress : unavailability)
        } else if request.groupId.isEmpty {
            refuse(.invalidGroupId)
        } else if groups[request.groupId] == nil {
            refuse(.unknownMemberId)
        } else {
            withGroup(request.groupId) { $0.sync(token, request, turn, &decision) }
        }
    }

    mutating func leave(
        _ token: Ticket, _ request: LeaveGroupRequest, _ apiVersion: Int16, _ turn: GroupTurn,
        _ decision: inout CoreDecision
    ) {
        if let error = unavailability ?? (request.groupId.isEmpty ? .invalidGroupId : nil) {
            decision.reply(token, .leaveGroup(LeaveGroupResponse(errorCode: error.rawValue)))
            return
        }
        let leaving = apiVersion < 3 ? [.init(memberId: request.memberId)] : request.members
        let answers =
            withGroup(request.groupId) { $0.leave(leaving, turn, &decision) }
            ?? leaving.map {
                .init(
                    memberId: $0.memberId, groupInstanceId: $0.groupInstanceId,
                    errorCode: ErrorCode.unknownMemberId.rawValue)
            }
        let response =
            apiVersion < 3
            ? LeaveGroupResponse(errorCode: answers.first?.errorCode ?? 0) : LeaveGroupResponse(members: answers)
        decision.reply(token, .leaveGroup(response), awaitsAppend: true)
    }
}
