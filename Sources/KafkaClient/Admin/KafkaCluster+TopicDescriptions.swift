import KafkaProtocol
public import KafkaWire

/// A topic as `kafka-topics.sh --describe` shows it.
public struct TopicDescription: Sendable, Equatable {
    /// The topic's name.
    public var name: String
    /// Its id; zero where the broker has none.
    public var id: Uuid
    /// Whether it belongs to Kafka itself.
    public var isInternal: Bool
    /// Its partitions in order.
    public var partitions: [Partition]

    /// A partition with its replicas.
    public struct Partition: Sendable, Equatable {
        /// The partition's index.
        public var index: Int32
        /// The leader's broker id; nil if there is none.
        public var leader: Int32?
        /// All replicas, the preferred leader first.
        public var replicas: [Int32]
        /// Those in sync.
        public var inSyncReplicas: [Int32]
        /// Eligible leader replicas (KIP-966); nil where the broker does not say.
        public var eligibleLeaders: [Int32]?
        /// The last known eligible leaders (KIP-966); nil where the broker does not say.
        public var lastKnownEligibleLeaders: [Int32]?

        /// A partition with everything given.
        public init(
            index: Int32, leader: Int32?, replicas: [Int32], inSyncReplicas: [Int32],
            eligibleLeaders: [Int32]? = nil, lastKnownEligibleLeaders: [Int32]? = nil
        ) {
            self.index = index
            self.leader = leader
            self.replicas = replicas
            self.inSyncReplicas = inSyncReplicas
            self.eligibleLeaders = eligibleLeaders
            self.lastKnownEligibleLeaders = lastKnownEligibleLeaders
        }
    }

    /// A topic with everything given.
    public init(name: String, id: Uuid, isInternal: Bool, partitions: [Partition]) {
        self.name = name
        self.id = id
        self.isInternal = isInternal
        self.partitions = partitions
    }
}

extension KafkaCluster {
    /// The names of all topics, sorted. Throws ``ClientError``.
    public func topicNames() async throws -> [(name: String, isInternal: Bool)] {
        let topics = try await retrying("Listing topics") { [self] in
            try await refreshMetadata(topics: nil).topics.values.map { ($0.name, $0.isInternal) }
        }
        return topics.sorted { $0.0 < $1.0 }
    }

    /// Topics with their partitions, sorted by name; names that do not exist are left out. Throws ``ClientError``.
    public func describeTopics(_ names: [String]) async throws -> [TopicDescription] {
        guard !names.isEmpty else { return [] }
        let descriptions = try await retrying("Describing topics") { [self] in
            let connection = try await connection(to: .any)
            return connection.versions.version(of: DescribeTopicPartitionsRequest.self) == nil
                ? try await describeByMetadata(names) : try await describeByPartitions(names, over: connection)
        }
        return descriptions.sorted { $0.name < $1.name }
    }

    private func describeByMetadata(_ names: [String]) async throws -> [TopicDescription] {
        let topics = try await refreshMetadata(topics: names).topics
        return try names.compactMap { name in
            guard let topic = topics[name], topic.error != .unknownTopicOrPartition else { return nil }
            try check(topic.error.rawValue, "Topic '\(name)'")
            let partitions = topic.partitions.map { partition in
                TopicDescription.Partition(
                    index: partition.index, leader: partition.leader < 0 ? nil : partition.leader,
                    replicas: partition.replicas, inSyncReplicas: partition.inSyncReplicas)
            }
            return TopicDescription(
                name: name, id: topic.id, isInternal: topic.isInternal, partitions: partitions)
        }
    }

    /// Page by page: an answer holds at most 2,000 partitions and says where the next begins.
    private func describeByPartitions(
        _ names: [String], over connection: KafkaConnection
    ) async throws -> [TopicDescription] {
        var found: [String: TopicDescription] = [:]
        var request = DescribeTopicPartitionsRequest(topics: names.sorted().map { .init(name: $0) })
        while true {
            let response = try await connection.send(request)
            for topic in response.topics {
                guard let name = topic.name else { continue }
                if ErrorCode(rawValue: topic.errorCode) == .unknownTopicOrPartition { continue }
                try check(topic.errorCode, "Topic '\(name)'")
                let partitions = topic.partitions.map { TopicDescription.Partition($0) }
                let empty = TopicDescription(
                    name: name, id: topic.topicId, isInternal: topic.isInternal, partitions: [])
                found[name, default: empty].partitions += partitions
            }
            guard let next = response.nextCursor else { break }
            let before = request.cursor
            // A cursor that does not move forward would never end.
            guard
                before == nil
                    || (next.topicName, next.partitionIndex) > (before?.topicName ?? "", before?.partitionIndex ?? 0)
            else { break }
            request.topics = request.topics.filter { $0.name >= next.topicName }
            request.cursor = .init(topicName: next.topicName, partitionIndex: next.partitionIndex)
        }
        return Array(found.values)
    }
}

extension TopicDescription.Partition {
    init(
        _ partition: DescribeTopicPartitionsResponse.DescribeTopicPartitionsResponsePartition
    ) {
        self.init(
            index: partition.partitionIndex, leader: partition.leaderId < 0 ? nil : partition.leaderId,
            replicas: partition.replicaNodes, inSyncReplicas: partition.isrNodes,
            eligibleLeaders: partition.eligibleLeaderReplicas,
            lastKnownEligibleLeaders: partition.lastKnownElr)
    }
}
