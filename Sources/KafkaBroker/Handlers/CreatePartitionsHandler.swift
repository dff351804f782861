import KafkaProtocol
import KafkaServer
import KafkaWire

/// CreatePartitions, versions 0 to 3 (KIP-195): more partitions for topics that exist.
extension BrokerEngine {
    func createPartitions(
        _ message: CreatePartitionsRequest, _ origin: Request.Origin
    ) async -> CreatePartitionsResponse {
        var seen: [String: Int] = [:]
        for topic in message.topics { seen[topic.name, default: 0] += 1 }
        var results = seen.filter { $0.value > 1 }.keys.sorted().map { name in
            CreatePartitionsResponse.CreatePartitionsTopicResult(
                name: name, errorCode: ErrorCode.invalidRequest.rawValue, errorMessage: "Duplicate topic name.")
        }
        results += await broker.controller.createPartitions(
            message.topics.filter { seen[$0.name] == 1 }, validateOnly: message.validateOnly)
        return CreatePartitionsResponse(results: results)
    }
}
