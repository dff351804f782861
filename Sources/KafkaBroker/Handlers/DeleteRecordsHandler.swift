import KafkaLog
import KafkaProtocol
import KafkaServer
import KafkaWire

/// DeleteRecords, versions 0 to 2 (KIP-107): moves the start of a log; -1 stands for its end.
extension BrokerEngine {
    private typealias Answer = DeleteRecordsResponse.DeleteRecordsPartitionResult

    func deleteRecords(_ message: DeleteRecordsRequest, _ origin: Request.Origin) async -> DeleteRecordsResponse {
        let table = broker.topics.current
        let access = access(origin)
        return DeleteRecordsResponse(
            topics: message.topics.map { asked in
                guard access.allows(.deleteTopic, asked.name) else {
                    return .init(
                        name: asked.name,
                        partitions: asked.partitions.map {
                            Answer(
                                partitionIndex: $0.partitionIndex, lowWatermark: -1,
                                errorCode: AccessRule.deleteTopic.error.rawValue)
                        })
                }
                let topic = table.topic(name: asked.name)
                return .init(
                    name: asked.name,
                    partitions: asked.partitions.map { partition in
                        deleteRecords(topic, index: partition.partitionIndex, before: partition.offset)
                    })
            })
    }

    private func deleteRecords(_ topic: Topic?, index: Int32, before offset: Int64) -> Answer {
        func failure(_ error: ErrorCode) -> Answer {
            Answer(partitionIndex: index, lowWatermark: -1, errorCode: error.rawValue)
        }
        guard let topic, let partition = topic.partition(index) else { return failure(.unknownTopicOrPartition) }
        guard !topic.isInternal else { return failure(.invalidTopicException) }
        guard let log = partition.log else { return failure(.kafkaStorageError) }
        guard log.configuration.deletes else { return failure(.policyViolation) }
        guard offset >= -1 else { return failure(.offsetOutOfRange) }
        do throws(LogError) {
            let start = try log.deleteRecords(before: offset == -1 ? log.highWatermark : offset)
            partition.notifyWaiters(appended: nil)
            return Answer(partitionIndex: index, lowWatermark: start, errorCode: 0)
        } catch {
            return failure(ErrorCode(error))
        }
    }
}
