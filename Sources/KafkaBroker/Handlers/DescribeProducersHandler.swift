import KafkaLog
import KafkaProtocol
import KafkaServer
import KafkaWire

/// DescribeProducers, version 0 (KIP-664): the producers whose sequences partitions remember.
extension BrokerEngine {
    private typealias Answer = DescribeProducersResponse.PartitionResponse

    func describeProducers(
        _ message: DescribeProducersRequest, _ origin: Request.Origin
    ) async -> DescribeProducersResponse {
        let table = broker.topics.current
        let access = access(origin)
        // A partition that is named again is not told again: the answer could be many times its request.
        var told: [String: Set<Int32>] = [:]
        return DescribeProducersResponse(
            topics: message.topics.map { asked in
                let refusal = Self.refusal(asked.name, table, access)
                return .init(
                    name: asked.name,
                    partitions: asked.partitionIndexes.filter { told[asked.name, default: []].insert($0).inserted }.map
                    { index in
                        if let refusal {
                            return Answer(
                                partitionIndex: index, errorCode: refusal.code.rawValue,
                                errorMessage: refusal.message)
                        }
                        return Self.answer(table.partition(asked.name, index), index)
                    })
            })
    }

    private static func refusal(
        _ name: String, _ table: TopicTable, _ access: Access?
    ) -> MetadataTransaction.Refusal? {
        guard access.allows(.readTopic, name) else {
            return .init(AccessRule.readTopic.error, AccessRule.readTopic.message)
        }
        if let problem = TopicName.problem(name) {
            return .init(.invalidTopicException, "Topic name is invalid: \(problem)")
        }
        guard table.topic(name: name) == nil else { return nil }
        return .init(.unknownTopicOrPartition, "This server does not host this topic-partition.")
    }

    private static func answer(_ partition: Partition?, _ index: Int32) -> Answer {
        guard let partition else {
            return Answer(partitionIndex: index, errorCode: ErrorCode.unknownTopicOrPartition.rawValue)
        }
        guard let log = partition.log else {
            return Answer(partitionIndex: index, errorCode: ErrorCode.kafkaStorageError.rawValue)
        }
        return Answer(
            partitionIndex: index, errorCode: 0,
            activeProducers: log.activeProducers.map {
                .init(
                    producerId: $0.producerId, producerEpoch: Int32($0.epoch), lastSequence: $0.lastSequence,
                    lastTimestamp: $0.lastTimestamp, coordinatorEpoch: $0.coordinatorEpoch,
                    currentTxnStartOffset: $0.transactionStart)
            })
    }
}
