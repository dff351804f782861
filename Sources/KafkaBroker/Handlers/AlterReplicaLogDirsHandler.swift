import KafkaLog
import KafkaProtocol
import KafkaServer
import KafkaWire

/// AlterReplicaLogDirs, versions 1 to 2 (KIP-113): where the logs of partitions are to lie.
///
/// The answer says that the move is to be made, not that it was: DescribeLogDirs tells how far it is.
extension BrokerEngine {
    func alterReplicaLogDirs(
        _ message: AlterReplicaLogDirsRequest, _ origin: Request.Origin
    ) async -> AlterReplicaLogDirsResponse {
        var places: [String: Int] = [:]
        var results: [AlterReplicaLogDirsResponse.AlterReplicaLogDirTopicResult] = []
        for directory in message.dirs {
            for topic in directory.topics {
                let partitions = topic.partitions.map { index in
                    AlterReplicaLogDirsResponse.AlterReplicaLogDirPartitionResult(
                        partitionIndex: index,
                        errorCode: place(topic.name, index, in: directory.path).rawValue)
                }
                if let place = places[topic.name] {
                    results[place].partitions += partitions
                } else {
                    places[topic.name] = results.count
                    results.append(.init(topicName: topic.name, partitions: partitions))
                }
            }
        }
        return AlterReplicaLogDirsResponse(results: results)
    }

    private func place(_ topic: String, _ index: Int32, in path: String) -> ErrorCode {
        let partition = broker.topics.current.partition(topic, index)
        if let error = broker.mover.error(of: path) { return error }
        guard let partition else { return .replicaNotAvailable }
        guard partition.log != nil else { return .kafkaStorageError }
        return broker.mover.move(TopicPartition(topic: topic, partition: index), to: path)
    }
}
