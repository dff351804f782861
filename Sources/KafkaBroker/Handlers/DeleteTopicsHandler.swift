import KafkaProtocol
import KafkaServer
import KafkaWire

/// DeleteTopics, versions 1 to 6 (KIP-516: by name or by id from version 6 on).
///
/// A topic given twice is answered once, with an error, and stays.
extension BrokerEngine {
    private typealias Asked = DeleteTopicsRequest.DeleteTopicState

    func deleteTopics(_ message: DeleteTopicsRequest, _ origin: Request.Origin) async -> DeleteTopicsResponse {
        let asked: [Asked] = origin.apiVersion >= 6 ? message.topics : message.topicNames.map { .init(name: $0) }
        let (once, repeated) = Self.separated(asked)
        let refused = repeated.map { topic in
            DeleteTopicsResponse.DeletableTopicResult(
                name: topic.name, topicId: topic.topicId, errorCode: ErrorCode.invalidRequest.rawValue,
                errorMessage: topic.name == nil ? "Duplicate topic id." : "Duplicate topic name.")
        }
        let access = access(origin)
        let mayDeleteAny = access.allows(.deleteInCluster, tellsRefusal: false)
        let table = broker.topics.current
        var hidden: [DeleteTopicsResponse.DeletableTopicResult] = []
        let allowed = once.filter { topic in
            guard !mayDeleteAny, let refusal = Self.refusal(topic, table, access) else { return true }
            hidden.append(refusal)
            return false
        }
        var permits = MutationPermits(broker.quotas, origin, strictFrom: 5)
        let admitted = allowed.filter { asked in
            let topic = asked.name.map { table.topic(name: $0) } ?? table.topic(id: asked.topicId)
            if permits.take(topic?.partitions.count ?? 0) { return true }
            hidden.append(
                .init(
                    name: asked.name, topicId: asked.topicId,
                    errorCode: ErrorCode.throttlingQuotaExceeded.rawValue,
                    errorMessage: "The throttling quota has been exceeded."))
            return false
        }
        return DeleteTopicsResponse(
            throttleTimeMs: permits.throttleMs,
            responses: refused + hidden + (await broker.controller.deleteTopics(admitted)))
    }

    /// Why its sender may not delete a topic, nil if it may or if it may hear that there is none. Whoever asks by id learns
    /// the name only of what it may look at; whoever asks by name learns only of that whether it exists.
    private static func refusal(
        _ asked: Asked, _ table: TopicTable, _ access: Access?
    ) -> DeleteTopicsResponse.DeletableTopicResult? {
        let rule = AccessRule.deleteTopic
        guard let name = asked.name ?? table.topic(id: asked.topicId)?.name else { return nil }
        let isVisible = access.allows(.describeTopic, name, tellsRefusal: false)
        let isOpen = asked.name == nil || isVisible
        // As in Kafka, who may look at topics hears that one does not exist, also without the right to delete it.
        if isOpen, table.topic(name: name) == nil || access.allows(rule, name) { return nil }
        return .init(
            name: isVisible || asked.name != nil ? name : nil, topicId: asked.topicId, errorCode: rule.error.rawValue,
            errorMessage: rule.message)
    }

    /// What is asked for once, and one of each that is asked for more often. Neither name nor id is no topic at all:
    /// each of those is answered for itself.
    private static func separated(_ asked: [Asked]) -> (once: [Asked], repeated: [Asked]) {
        struct Key: Hashable {
            let name: String?
            let id: Uuid
        }
        var counts: [Key: Int] = [:]
        for topic in asked { counts[Key(name: topic.name, id: topic.topicId), default: 0] += 1 }
        var seen = Set<Key>()
        var once: [Asked] = []
        var repeated: [Asked] = []
        for topic in asked {
            let key = Key(name: topic.name, id: topic.topicId)
            if counts[key] == 1 || (topic.name == nil && topic.topicId == .zero) {
                once.append(topic)
            } else if seen.insert(key).inserted {
                repeated.append(topic)
            }
        }
        return (once, repeated)
    }
}
