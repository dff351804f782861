import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire

/// OffsetFetch, versions 1 to 10 (KIP-709: several groups from version 8 on; topics by id from version 10 on).
extension BrokerEngine {
    private typealias GroupAnswer = OffsetFetchResponse.OffsetFetchResponseGroup

    func offsetFetch(_ message: OffsetFetchRequest, _ request: Request) -> OffsetFetchResponse {
        guard request.apiVersion >= 8 else {
            guard let shard = broker.groups.shard(for: message.groupId) else {
                return OffsetFetchResponse(errorCode: ErrorCode.notCoordinator.rawValue)
            }
            return shard.read { $0.fetchOffsets(message) }
        }
        return OffsetFetchResponse(
            groups: message.groups.map { group in
                request.apiVersion >= 10
                    ? fetchById(group, requireStable: message.requireStable)
                    : fetch(group, requireStable: message.requireStable)
            })
    }

    private func fetch(_ group: OffsetFetchRequest.OffsetFetchRequestGroup, requireStable: Bool) -> GroupAnswer {
        guard let shard = broker.groups.shard(for: group.groupId) else {
            return GroupAnswer(groupId: group.groupId, topics: [], errorCode: ErrorCode.notCoordinator.rawValue)
        }
        return shard.read { $0.fetchOffsets(group, requireStable: requireStable) }
    }

    /// The coordinator knows names only: ids become names on the way in and the other way round on the way out.
    private func fetchById(_ group: OffsetFetchRequest.OffsetFetchRequestGroup, requireStable: Bool) -> GroupAnswer {
        let table = broker.topics.current
        guard let asked = group.topics else {
            var answer = fetch(group, requireStable: requireStable)
            answer.topics = answer.topics.compactMap { topic in
                guard let found = table.topic(name: topic.name) else { return nil }
                var topic = topic
                topic.topicId = found.id
                return topic
            }
            return answer
        }
        var known = group
        known.topics = asked.compactMap { topic in
            guard let found = table.topic(id: topic.topicId) else { return nil }
            var topic = topic
            topic.name = found.name
            return topic
        }
        var answer = fetch(known, requireStable: requireStable)
        guard answer.errorCode == 0 else { return answer }
        let missing = asked.filter { table.topic(id: $0.topicId) == nil }
        answer.topics += missing.map { topic in
            .init(
                topicId: topic.topicId,
                partitions: topic.partitionIndexes.map {
                    .init(
                        partitionIndex: $0, committedOffset: -1, committedLeaderEpoch: -1, metadata: "",
                        errorCode: ErrorCode.unknownTopicId.rawValue)
                })
        }
        return answer
    }
}
