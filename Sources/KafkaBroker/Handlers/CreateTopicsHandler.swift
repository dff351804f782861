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
        let wanted = message.topics.filter { topic in
            guard names[topic.name] != 1 else { return true }
            // A name given twice is answered once, and nothing of it is done.
            if answered.insert(topic.name).inserted {
                results.append(
                    .init(
                        name: topic.name, errorCode: ErrorCode.invalidRequest.rawValue,
                        errorMessage: "Duplicate topic name."))
            }
            return false
        }
        results += await broker.controller.createTopics(wanted, validateOnly: message.validateOnly)
        return CreateTopicsResponse(topics: results)
    }
}
