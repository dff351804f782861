import KafkaLog
import KafkaProtocol
import KafkaServer
import KafkaWire

/// OffsetForLeaderEpoch, versions 2 to 4 (KIP-101, KIP-320): where a leader epoch ended, for clients that must find
/// out whether what they read is still there.
extension BrokerEngine {
    private typealias Asked = OffsetForLeaderEpochRequest.OffsetForLeaderPartition
    private typealias Answer = OffsetForLeaderEpochResponse.EpochEndOffset

    func offsetForLeaderEpoch(
        _ message: OffsetForLeaderEpochRequest, _ request: Request
    ) -> OffsetForLeaderEpochResponse {
        let table = broker.topics.current
        let access = access(request)
        let isOfCluster = access.allows(.actForCluster, tellsRefusal: false)
        return OffsetForLeaderEpochResponse(
            topics: message.topics.map { topic in
                let isAllowed = isOfCluster || access.allows(.describeTopic, topic.topic)
                return .init(
                    topic: topic.topic,
                    partitions: topic.partitions.map {
                        isAllowed
                            ? answer($0, table.partition(topic.topic, $0.partition))
                            : failure($0, AccessRule.describeTopic.error)
                    })
            })
    }

    private func answer(_ asked: Asked, _ partition: Partition?) -> Answer {
        guard let partition else { return failure(asked, .unknownTopicOrPartition) }
        let epochError = partition.error(forLeaderEpoch: asked.currentLeaderEpoch)
        guard epochError == .none else { return failure(asked, epochError) }
        guard let log = partition.log else { return failure(asked, .kafkaStorageError) }
        let end = log.endOffset(ofEpoch: asked.leaderEpoch)
        return Answer(
            errorCode: 0, partition: asked.partition, leaderEpoch: end?.epoch ?? -1, endOffset: end?.endOffset ?? -1)
    }

    private func failure(_ asked: Asked, _ error: ErrorCode) -> Answer {
        Answer(errorCode: error.rawValue, partition: asked.partition)
    }
}
