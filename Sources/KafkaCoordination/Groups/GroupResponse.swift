public import KafkaProtocol
import KafkaWire

/// The answer to a `GroupCommand`.
public enum GroupResponse: Sendable {
    case joinGroup(JoinGroupResponse)
    case syncGroup(SyncGroupResponse)
    case leaveGroup(LeaveGroupResponse)
    case offsetCommit(OffsetCommitResponse)
    case offsetDelete(OffsetDeleteResponse)
    case deleteGroups(DeleteGroupsResponse)

    /// The answer to give instead when the records it rests on could not be written.
    func failed(_ error: ErrorCode) -> GroupResponse {
        switch self {
        case .joinGroup(let response):
            var refusal = JoinGroupResponse(refusing: error)
            refusal.protocolName = response.protocolName.map { _ in "" }
            return .joinGroup(refusal)
        case .syncGroup:
            return .syncGroup(SyncGroupResponse(errorCode: error.rawValue))
        case .leaveGroup:
            return .leaveGroup(LeaveGroupResponse(errorCode: error.rawValue))
        case .offsetCommit(var response):
            for topic in response.topics.indices {
                for partition in response.topics[topic].partitions.indices
                where response.topics[topic].partitions[partition].errorCode == 0 {
                    response.topics[topic].partitions[partition].errorCode = error.rawValue
                }
            }
            return .offsetCommit(response)
        case .offsetDelete:
            return .offsetDelete(OffsetDeleteResponse(errorCode: error.rawValue))
        case .deleteGroups(var response):
            for index in response.results.indices where response.results[index].errorCode == 0 {
                response.results[index].errorCode = error.rawValue
            }
            return .deleteGroups(response)
        }
    }
}

extension JoinGroupResponse {
    /// A join that comes to nothing: no generation, no protocol.
    init(refusing error: ErrorCode, memberId: String = "") {
        self.init(errorCode: error.rawValue, protocolType: nil, protocolName: nil, memberId: memberId)
    }
}
