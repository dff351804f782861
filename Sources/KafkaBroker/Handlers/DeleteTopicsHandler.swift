import KafkaProtocol
import KafkaServer
import KafkaWire

/// DeleteTopics, versions 1 to 6 (KIP-516: by name or by id from version 6 on).
extension BrokerEngine {
    func deleteTopics(_ message: DeleteTopicsRequest, _ origin: Request.Origin) async -> DeleteTopicsResponse {
        let asked: [DeleteTopicsRequest.DeleteTopicState] =
            origin.apiVersion >= 6 ? message.topics : message.topicNames.map { .init(name: $0) }
        return DeleteTopicsResponse(responses: await broker.controller.deleteTopics(asked))
    }
}
