import KafkaProtocol
import KafkaServer
import KafkaWire

extension ShareFetchRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<ShareFetchResponse> {
        guard gate.allows(.readGroup, groupId ?? "") else {
            return .refused(
                ShareFetchResponse(
                    errorCode: AccessRule.readGroup.error.rawValue, errorMessage: AccessRule.readGroup.message))
        }
        let refused = gate.take(&topics) {
            gate.error(.readTopic, topic: "", id: $0.topicId, byId: true)
        }.map { topic, error in
            ShareFetchResponse.ShareFetchableTopicResponse(
                topicId: topic.topicId,
                partitions: topic.partitions.map {
                    .init(partitionIndex: $0.partitionIndex, errorCode: error.rawValue)
                })
        }
        guard !refused.isEmpty else { return .none }
        // The session goes on with what is left, be it nothing.
        return .partly(isChanged: true) { $0.responses += refused }
    }
}

extension ShareAcknowledgeRequest: GuardedRequest {
    mutating func restrict(_ gate: AccessGate) -> Restriction<ShareAcknowledgeResponse> {
        guard gate.allows(.readGroup, groupId ?? "") else {
            return .refused(
                ShareAcknowledgeResponse(
                    errorCode: AccessRule.readGroup.error.rawValue, errorMessage: AccessRule.readGroup.message))
        }
        let refused = gate.take(&topics) {
            gate.error(.readTopic, topic: "", id: $0.topicId, byId: true)
        }.map { topic, error in
            ShareAcknowledgeResponse.ShareAcknowledgeTopicResponse(
                topicId: topic.topicId,
                partitions: topic.partitions.map {
                    .init(partitionIndex: $0.partitionIndex, errorCode: error.rawValue)
                })
        }
        guard !refused.isEmpty else { return .none }
        return .partly(isChanged: true) { $0.responses += refused }
    }
}
