import KafkaProtocol
import KafkaProxy
import KafkaWire

/// Refuses to have topics made with more than so many partitions.
struct PartitionLimit: ProxyFilter {
    let most: Int32

    let interests = [FilterInterest(.createTopics, responses: true)]

    func request(_ request: inout FilteredRequest) -> RequestVerdict {
        guard var message = request.message as? CreateTopicsRequest else { return .forward }
        let refused = message.topics.filter { $0.numPartitions > most }
        guard !refused.isEmpty else { return .forward }
        message.topics.removeAll { $0.numPartitions > most }
        request.message = message
        // What is kept here is there again when the answer comes.
        request.kept = refused.map(\.name)
        return .forward
    }

    func response(_ response: inout FilteredResponse) -> ResponseVerdict {
        let refused = response.kept as? [String] ?? []
        response.change(CreateTopicsResponse.self) { message in
            message.topics += refused.map {
                .init(
                    name: $0, errorCode: ErrorCode.policyViolation.rawValue,
                    errorMessage: "at most \(most) partitions are allowed")
            }
            return !refused.isEmpty
        }
        return .forward
    }
}
