import KafkaProtocol
import KafkaServer
import KafkaWire

/// ElectLeaders, versions 0 to 2 (KIP-183, KIP-460). On one node the leader is the preferred one, or there is none to
/// choose.
extension BrokerEngine {
    private enum Election: Int8 {
        case preferred = 0
        case unclean = 1
    }

    private typealias Result = ElectLeadersResponse.PartitionResult

    func electLeaders(_ message: ElectLeadersRequest, _ origin: Request.Origin) async -> ElectLeadersResponse {
        // Version 0 knows preferred leaders only.
        guard let election = Election(rawValue: origin.apiVersion == 0 ? 0 : message.electionType) else {
            let refusal = MetadataTransaction.Refusal(
                .invalidRequest, "Unknown election type \(message.electionType)")
            return ElectLeadersResponse(
                errorCode: refusal.code.rawValue,
                replicaElectionResults: (message.topicPartitions ?? []).map { topic in
                    .init(topic: topic.topic, partitionResult: topic.partitions.map { Self.result($0, refusal) })
                })
        }
        let image = await broker.controller.currentImage
        guard let asked = message.topicPartitions else {
            return ElectLeadersResponse(errorCode: 0, replicaElectionResults: Self.electAll(election, image))
        }
        return ElectLeadersResponse(
            errorCode: 0,
            replicaElectionResults: asked.map { topic in
                .init(
                    topic: topic.topic,
                    partitionResult: topic.partitions.map {
                        Self.result($0, Self.elect(election, image, topic.topic, $0))
                    })
            })
    }

    /// Where every partition is meant, those whose leader is the right one are not told.
    private static func electAll(
        _ election: Election, _ image: MetadataImage
    ) -> [ElectLeadersResponse.ReplicaElectionResult] {
        image.topics.values.sorted { $0.name < $1.name }.map { topic in
            .init(
                topic: topic.name,
                partitionResult: topic.partitions.compactMap { partition in
                    let refusal = elect(election, image, topic.name, partition.index)
                    return refusal.code == .electionNotNeeded ? nil : result(partition.index, refusal)
                })
        }
    }

    private static func result(_ index: Int32, _ refusal: MetadataTransaction.Refusal) -> Result {
        Result(partitionId: index, errorCode: refusal.code.rawValue, errorMessage: refusal.message)
    }

    private static func elect(
        _ election: Election, _ image: MetadataImage, _ name: String, _ index: Int32
    ) -> MetadataTransaction.Refusal {
        guard let topic = image.topics[name] else {
            return .init(.unknownTopicOrPartition, "No such topic as \(name)")
        }
        guard let partition = topic.partition(index) else {
            return .init(.unknownTopicOrPartition, "No such partition as \(name)-\(index)")
        }
        switch election {
        case .preferred where partition.leader != partition.replicas.first:
            return .init(
                .preferredLeaderNotAvailable, "The preferred leader was not available.")
        case .unclean where partition.leader < 0:
            return .init(
                .eligibleLeadersNotAvailable, "Eligible topic partition leaders are not available.")
        case .preferred, .unclean:
            return .init(.electionNotNeeded, "Leader election not needed for topic partition.")
        }
    }
}
