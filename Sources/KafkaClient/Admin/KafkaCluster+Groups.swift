import KafkaProtocol
public import KafkaWire

/// A group in a list of groups.
public struct GroupListing: Sendable, Equatable {
    /// The group's id.
    public var id: String
    /// `consumer` for consumer groups; empty for groups that only store offsets.
    public var protocolType: String
    /// Its state, such as `Stable`; empty where the broker does not say.
    public var state: String
    /// `classic` or `consumer` (KIP-848); empty where the broker does not say.
    public var type: String

    /// A listing with everything given.
    public init(id: String, protocolType: String, state: String, type: String) {
        self.id = id
        self.protocolType = protocolType
        self.state = state
        self.type = type
    }
}

extension KafkaCluster {
    /// All groups of all brokers, sorted by id. Throws ``ClientError``.
    public func listGroups() async throws -> [GroupListing] {
        let groups = try await retrying("Listing groups") { [self] in
            let brokers = try await refreshMetadata(topics: []).brokers.keys
            return try await withThrowingTaskGroup(of: [GroupListing].self) { tasks in
                for broker in brokers {
                    tasks.addTask { [self] in
                        let response = try await send(ListGroupsRequest(), to: .broker(broker))
                        try check(response.errorCode, "Broker \(broker)")
                        return response.groups.map {
                            GroupListing(
                                id: $0.groupId, protocolType: $0.protocolType, state: $0.groupState,
                                type: $0.groupType)
                        }
                    }
                }
                var all: [GroupListing] = []
                for try await part in tasks { all += part }
                return all
            }
        }
        return groups.sorted { $0.id < $1.id }
    }

    /// Deletes a group with its offsets. Throws ``ClientError``, among them `.broker(.nonEmptyGroup, …)`.
    public func deleteGroup(_ group: String) async throws {
        try await retrying("Deleting group '\(group)'") { [self] in
            let response = try await send(
                DeleteGroupsRequest(groupsNames: [group]), to: .coordinator(group: group))
            guard let result = response.results.first else { return }
            try check(result.errorCode, "Group '\(group)'")
        }
    }

    /// Deletes a group's offsets of partitions; the result has an entry for each. Throws ``ClientError``.
    public func deleteOffsets(
        of group: String, partitions: [TopicPartition]
    ) async throws -> [TopicPartition: ErrorCode] {
        try await retrying("Deleting offsets of group '\(group)'") { [self] in
            let topics = Dictionary(grouping: partitions, by: \.topic)
            var request = OffsetDeleteRequest(groupId: group)
            request.topics = topics.map { topic, partitions in
                .init(name: topic, partitions: partitions.map { .init(partitionIndex: $0.partition) })
            }
            let response = try await send(request, to: .coordinator(group: group))
            try check(response.errorCode, "Group '\(group)'")
            var results: [TopicPartition: ErrorCode] = [:]
            for topic in response.topics {
                for partition in topic.partitions {
                    results[TopicPartition(topic: topic.name, partition: partition.partitionIndex)] = ErrorCode(
                        rawValue: partition.errorCode)
                }
            }
            return results
        }
    }
}
