import KafkaConfiguration
import KafkaProtocol
import KafkaServer
import KafkaWire

/// CreateTopics, versions 2 to 7 (KIP-4, KIP-464, KIP-525): new topics, or only a check with `validateOnly`.
extension BrokerEngine {
    func createTopics(_ message: CreateTopicsRequest, _ origin: Request.Origin) async -> CreateTopicsResponse {
        var names: [String: Int] = [:]
        for topic in message.topics { names[topic.name, default: 0] += 1 }
        var answered = Set<String>()
        var results: [CreateTopicsResponse.CreatableTopicResult] = []
        let access = access(origin)
        let mayCreateAny = access.allows(.createInCluster, tellsRefusal: false)
        let wanted = message.topics.filter { topic in
            guard names[topic.name] != 1 else {
                if mayCreateAny || access.allows(.createTopic, topic.name) { return true }
                results.append(Self.refused(topic.name))
                return false
            }
            // A name given twice is answered once, and nothing of it is done.
            if answered.insert(topic.name).inserted {
                results.append(
                    .init(
                        name: topic.name, errorCode: ErrorCode.invalidRequest.rawValue,
                        errorMessage: "Duplicate topic name."))
            }
            return false
        }
        var permits = MutationPermits(broker.quotas, origin, strictFrom: 6)
        let admitted =
            message.validateOnly
            ? wanted
            : wanted.filter { topic in
                if permits.take(partitions(of: topic)) { return true }
                results.append(
                    .init(
                        name: topic.name, errorCode: ErrorCode.throttlingQuotaExceeded.rawValue,
                        errorMessage: "The throttling quota has been exceeded."))
                return false
            }
        var created = await broker.controller.createTopics(admitted, validateOnly: message.validateOnly)
        if !message.validateOnly {
            for (topic, result) in zip(admitted, created) where result.errorCode != 0 {
                permits.giveBack(partitions(of: topic))
            }
        }
        for place in created.indices where created[place].errorCode == 0 {
            if access.allows(.describeTopicConfigs, created[place].name, tellsRefusal: false) { continue }
            // Who created a topic may all the same not be one who may see settings (KIP-525).
            created[place].configs = []
            created[place].numPartitions = -1
            created[place].replicationFactor = -1
            created[place].topicConfigErrorCode = AccessRule.describeTopicConfigs.error.rawValue
        }
        return CreateTopicsResponse(throttleTimeMs: permits.throttleMs, topics: results + created)
    }

    private func partitions(of topic: CreateTopicsRequest.CreatableTopic) -> Int {
        if !topic.assignments.isEmpty { return topic.assignments.count }
        return topic.numPartitions > 0 ? Int(topic.numPartitions) : Int(broker.configuration.numPartitions)
    }

    private static func refused(_ name: String) -> CreateTopicsResponse.CreatableTopicResult {
        .init(
            name: name, errorCode: AccessRule.createTopic.error.rawValue, errorMessage: AccessRule.createTopic.message)
    }
}
