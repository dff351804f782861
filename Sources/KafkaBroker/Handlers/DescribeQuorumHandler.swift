import KafkaProtocol
import KafkaServer
import KafkaWire

/// DescribeQuorum, versions 0 to 2 (KIP-595, KIP-836, KIP-853): the controllers, which are this node.
///
/// At `kraft.version` 0 voters have no directory ids. The node is told without listeners, since none of the
/// controller's is open.
extension BrokerEngine {
    func describeQuorum(_ message: DescribeQuorumRequest, _ origin: Request.Origin) async -> DescribeQuorumResponse {
        guard message.topics.count == 1, let topic = message.topics.first,
            topic.topicName == TopicName.clusterMetadata, topic.partitions.map(\.partitionIndex) == [0]
        else {
            return DescribeQuorumResponse(
                topics: message.topics.map { topic in
                    .init(
                        topicName: topic.topicName,
                        partitions: topic.partitions.map {
                            .init(
                                partitionIndex: $0.partitionIndex,
                                errorCode: ErrorCode.unknownTopicOrPartition.rawValue,
                                errorMessage: "This server does not host this topic-partition.")
                        })
                })
        }
        let (epoch, endOffset) = await broker.controller.quorumState
        let now = broker.now()
        let nodeId = broker.identity.nodeId
        return DescribeQuorumResponse(
            topics: [
                .init(
                    topicName: topic.topicName,
                    partitions: [
                        .init(
                            leaderId: nodeId, leaderEpoch: epoch, highWatermark: endOffset,
                            currentVoters: [
                                .init(
                                    replicaId: nodeId, logEndOffset: endOffset, lastFetchTimestamp: now,
                                    lastCaughtUpTimestamp: now)
                            ])
                    ])
            ], nodes: origin.apiVersion >= 2 ? [.init(nodeId: nodeId)] : [])
    }
}
