import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire

/// OffsetFetch, versions 1 to 10 (KIP-709: several groups from version 8 on; topics by id from version 10 on).
extension BrokerEngine {
    private typealias GroupAnswer = OffsetFetchResponse.OffsetFetchResponseGroup

    func offsetFetch(_ message: OffsetFetchRequest, _ request: Request) -> OffsetFetchResponse {
        let access = access(request)
        guard request.apiVersion >= 8 else { return fetchOne(message, access, version: request.apiVersion) }
        return OffsetFetchResponse(
            groups: message.groups.map { group in
                guard access.allows(.describeGroup, group.groupId) else {
                    return GroupAnswer(
                        groupId: group.groupId, topics: [], errorCode: AccessRule.describeGroup.error.rawValue)
                }
                return request.apiVersion >= 10
                    ? fetchById(group, access, requireStable: message.requireStable)
                    : fetch(group, access, requireStable: message.requireStable)
            })
    }

    /// Before version 8 a request asks for one group.
    private func fetchOne(_ message: OffsetFetchRequest, _ access: Access?, version: Int16) -> OffsetFetchResponse {
        typealias TopicAnswer = OffsetFetchResponse.OffsetFetchResponseTopic
        func failure(_ topic: OffsetFetchRequest.OffsetFetchRequestTopic, _ error: ErrorCode) -> TopicAnswer {
            TopicAnswer(
                name: topic.name,
                partitions: topic.partitionIndexes.map {
                    .init(partitionIndex: $0, committedOffset: -1, metadata: "", errorCode: error.rawValue)
                })
        }
        guard access.allows(.describeGroup, message.groupId) else {
            // Before version 2 only partitions have errors.
            let error = AccessRule.describeGroup.error
            guard version < 2 else { return OffsetFetchResponse(errorCode: error.rawValue) }
            return OffsetFetchResponse(topics: (message.topics ?? []).map { failure($0, error) })
        }
        guard let shard = broker.groups.shard(for: message.groupId) else {
            return OffsetFetchResponse(errorCode: ErrorCode.notCoordinator.rawValue)
        }
        guard access != nil else { return shard.read { $0.fetchOffsets(message) } }
        var known = message
        let refused = message.topics?.filter { !access.allows(.describeTopic, $0.name) } ?? []
        known.topics?.removeAll { topic in refused.contains { $0.name == topic.name } }
        let asked = known
        var answer = shard.read { $0.fetchOffsets(asked) }
        guard answer.errorCode == 0 else { return answer }
        if message.topics == nil {
            answer.topics.removeAll { !access.allows(.describeTopic, $0.name, tellsRefusal: false) }
        }
        answer.topics += refused.map { failure($0, AccessRule.describeTopic.error) }
        return answer
    }

    /// Topics that the client may not look at are told as such where they were named, and not at all where all were
    /// asked for.
    private func fetch(
        _ group: OffsetFetchRequest.OffsetFetchRequestGroup, _ access: Access?, requireStable: Bool
    ) -> GroupAnswer {
        guard access != nil else { return fetch(group, requireStable: requireStable) }
        let refused = group.topics?.filter { !access.allows(.describeTopic, $0.name) } ?? []
        var allowed = group
        allowed.topics?.removeAll { topic in refused.contains { $0.name == topic.name } }
        var answer = fetch(allowed, requireStable: requireStable)
        guard answer.errorCode == 0 else { return answer }
        if group.topics == nil {
            answer.topics.removeAll { !access.allows(.describeTopic, $0.name, tellsRefusal: false) }
        }
        answer.topics += refused.map { Self.failure($0, AccessRule.describeTopic.error) }
        return answer
    }

    private static func failure(
        _ topic: OffsetFetchRequest.OffsetFetchRequestTopics, _ error: ErrorCode
    ) -> OffsetFetchResponse.OffsetFetchResponseTopics {
        .init(
            name: topic.name, topicId: topic.topicId,
            partitions: topic.partitionIndexes.map {
                .init(
                    partitionIndex: $0, committedOffset: -1, committedLeaderEpoch: -1, metadata: "",
                    errorCode: error.rawValue)
            })
    }

    private func fetch(_ group: OffsetFetchRequest.OffsetFetchRequestGroup, requireStable: Bool) -> GroupAnswer {
        guard let shard = broker.groups.shard(for: group.groupId) else {
            return GroupAnswer(groupId: group.groupId, topics: [], errorCode: ErrorCode.notCoordinator.rawValue)
        }
        return shard.read { $0.fetchOffsets(group, requireStable: requireStable) }
    }

    /// The coordinator knows names only: ids become names on the way in and the other way round on the way out.
    private func fetchById(
        _ group: OffsetFetchRequest.OffsetFetchRequestGroup, _ access: Access?, requireStable: Bool
    ) -> GroupAnswer {
        let table = broker.topics.current
        guard let asked = group.topics else {
            var answer = fetch(group, access, requireStable: requireStable)
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
        var answer = fetch(known, access, requireStable: requireStable)
        guard answer.errorCode == 0 else { return answer }
        let missing = asked.filter { table.topic(id: $0.topicId) == nil }
        answer.topics += missing.map { Self.failure($0, .unknownTopicId) }
        return answer
    }
}
