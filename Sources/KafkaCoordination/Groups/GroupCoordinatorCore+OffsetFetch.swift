import KafkaProtocol
import KafkaWire

extension GroupCoordinatorCore {
    /// The committed offsets of one group, for OffsetFetch v8 and later; `topics` nil asks for all of them,
    /// which come in order of name and partition. Names and ids of topics come back as they were given;
    /// with all topics the ids are zero and left to the caller.
    func fetchOffsets(
        _ request: OffsetFetchRequest.OffsetFetchRequestGroup, requireStable: Bool
    ) -> OffsetFetchResponse.OffsetFetchResponseGroup {
        if let unavailability {
            return .init(groupId: request.groupId, topics: [], errorCode: unavailability.rawValue)
        }
        let wanted =
            request.topics
            ?? offsets.topics(request.groupId).map {
                .init(name: $0, partitionIndexes: offsets.partitions(request.groupId, $0))
            }
        let topics = wanted.map { topic in
            OffsetFetchResponse.OffsetFetchResponseTopics(
                name: topic.name, topicId: topic.topicId,
                partitions: fetch(topic.partitionIndexes, of: topic.name, by: request.groupId, requireStable))
        }
        return .init(groupId: request.groupId, topics: topics)
    }

    /// OffsetFetch before v8, which asks for one group.
    func fetchOffsets(_ request: OffsetFetchRequest) -> OffsetFetchResponse {
        let group = fetchOffsets(
            .init(
                groupId: request.groupId,
                topics: request.topics?.map { .init(name: $0.name, partitionIndexes: $0.partitionIndexes) }),
            requireStable: request.requireStable)
        let topics = group.topics.map { topic in
            OffsetFetchResponse.OffsetFetchResponseTopic(
                name: topic.name,
                partitions: topic.partitions.map {
                    .init(
                        partitionIndex: $0.partitionIndex, committedOffset: $0.committedOffset,
                        committedLeaderEpoch: $0.committedLeaderEpoch, metadata: $0.metadata,
                        errorCode: $0.errorCode)
                })
        }
        return OffsetFetchResponse(topics: topics, errorCode: group.errorCode)
    }

    private func fetch(
        _ partitions: [Int32], of topic: String, by groupId: String, _ requireStable: Bool
    ) -> [OffsetFetchResponse.OffsetFetchResponsePartitions] {
        let committed = offsets.offsets(groupId, topic)
        return partitions.map { partition in
            if requireStable, pendingTransactions.touches(groupId, topic, partition) {
                return .init(
                    partitionIndex: partition, committedOffset: -1, metadata: "",
                    errorCode: ErrorCode.unstableOffsetCommit.rawValue)
            }
            guard let offset = committed[partition] else {
                return .init(partitionIndex: partition, committedOffset: -1, metadata: "")
            }
            return .init(
                partitionIndex: partition, committedOffset: offset.offset,
                committedLeaderEpoch: offset.leaderEpoch, metadata: offset.metadata)
        }
    }
}
