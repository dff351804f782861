import KafkaLog
import KafkaProtocol
import KafkaServer
import KafkaWire

/// AlterReplicaLogDirs, versions 1 to 2 (KIP-113): where the logs of partitions are to lie.
///
/// A log that is in the directory already stays there, which is all that one directory can be asked for. Logs are not
/// moved from one directory to another.
extension BrokerEngine {
    func alterReplicaLogDirs(
        _ message: AlterReplicaLogDirsRequest, _ origin: Request.Origin
    ) async -> AlterReplicaLogDirsResponse {
        var places: [String: Int] = [:]
        var results: [AlterReplicaLogDirsResponse.AlterReplicaLogDirTopicResult] = []
        for directory in message.dirs {
            let target = broker.directories.directory(at: directory.path)
            for topic in directory.topics {
                let partitions = topic.partitions.map { index in
                    AlterReplicaLogDirsResponse.AlterReplicaLogDirPartitionResult(
                        partitionIndex: index,
                        errorCode: place(topic.name, index, in: target).rawValue)
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

    private func place(_ topic: String, _ index: Int32, in directory: LogDirectory<PosixDisk>?) -> ErrorCode {
        guard let directory else { return .logDirNotFound }
        guard let partition = broker.topics.current.partition(topic, index) else { return .replicaNotAvailable }
        guard partition.log != nil else { return .kafkaStorageError }
        let isThere = directory.log(of: .init(topic: topic, partition: index)) != nil
        return isThere ? .none : .policyViolation
    }
}
