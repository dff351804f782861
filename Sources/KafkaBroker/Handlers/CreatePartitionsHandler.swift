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
        let access = access(origin)
        let allowed = message.topics.filter { topic in
            guard seen[topic.name] == 1 else { return false }
            if access.allows(.alterTopic, topic.name) { return true }
            results.append(
                .init(
                    name: topic.name, errorCode: AccessRule.alterTopic.error.rawValue,
                    errorMessage: AccessRule.alterTopic.message))
            return false
        }
        var permits = MutationPermits(broker.quotas, origin, strictFrom: 3)
        let table = broker.topics.current
        let admitted =
            message.validateOnly
            ? allowed
            : allowed.filter { topic in
                let known = table.topic(name: topic.name)?.partitions.count ?? Int(topic.count)
                if permits.take(Int(topic.count) - known) { return true }
                results.append(
                    .init(
                        name: topic.name, errorCode: ErrorCode.throttlingQuotaExceeded.rawValue,
                        errorMessage: "The throttling quota has been exceeded."))
                return false
            }
        results += await broker.controller.createPartitions(admitted, validateOnly: message.validateOnly)
        return CreatePartitionsResponse(throttleTimeMs: permits.throttleMs, results: results)
    }
}
