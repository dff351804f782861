import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire

/// SyncGroup (versions 0 to 5), Heartbeat (0 to 4) and LeaveGroup (0 to 5): the life of a member.
extension BrokerEngine {
    func syncGroup(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        guard let message = decode(SyncGroupRequest.self, request) else { return malformed(request) }
        guard access(request).allows(.readGroup, message.groupId) else {
            return output.answer(request, SyncGroupResponse(errorCode: AccessRule.readGroup.error.rawValue))
        }
        guard let shard = broker.groups.shard(for: message.groupId) else {
            return output.answer(request, SyncGroupResponse(errorCode: ErrorCode.notCoordinator.rawValue))
        }
        shard.handle(.syncGroup(GroupToken(request.replyToken), message))
        return .later
    }

    func heartbeat(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        guard let message = decode(HeartbeatRequest.self, request) else { return malformed(request) }
        guard access(request).allows(.readGroup, message.groupId) else {
            return output.answer(request, HeartbeatResponse(errorCode: AccessRule.readGroup.error.rawValue))
        }
        guard let shard = broker.groups.shard(for: message.groupId) else {
            return output.answer(request, HeartbeatResponse(errorCode: ErrorCode.notCoordinator.rawValue))
        }
        return output.answer(request, shard.heartbeat(message))
    }

    func leaveGroup(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        guard let message = decode(LeaveGroupRequest.self, request) else { return malformed(request) }
        guard access(request).allows(.readGroup, message.groupId) else {
            return output.answer(request, LeaveGroupResponse(errorCode: AccessRule.readGroup.error.rawValue))
        }
        guard let shard = broker.groups.shard(for: message.groupId) else {
            return output.answer(request, LeaveGroupResponse(errorCode: ErrorCode.notCoordinator.rawValue))
        }
        shard.handle(.leaveGroup(GroupToken(request.replyToken), message, apiVersion: request.apiVersion))
        return .later
    }
}
