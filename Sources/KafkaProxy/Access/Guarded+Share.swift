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
        // The session goes on with what is left, be it nothing. It holds what earlier requests named, so every answer
        // is looked at: what could be read then may not be read any more.
        return .partly(isChanged: !refused.isEmpty) { response in
            for index in response.responses.indices {
                response.responses[index].restrict(gate)
            }
            response.responses += refused
        }
    }
}

extension ShareFetchResponse.ShareFetchableTopicResponse {
    /// Takes the records out if the client may not read the topic, or nobody knows which one it is. What became of its
    /// acknowledgements stays.
    fileprivate mutating func restrict(_ gate: AccessGate) {
        guard let error = gate.error(.readTopic, topic: "", id: topicId, byId: true) else { return }
        for index in partitions.indices {
            partitions[index].errorCode = error.rawValue
            partitions[index].errorMessage = nil
            partitions[index].records = nil
            partitions[index].acquiredRecords = []
        }
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
