import KafkaProtocol
import KafkaWire

extension MetadataTransaction {
    /// What a created topic looks like to the client that asked for it.
    struct CreatedTopic: Equatable {
        let id: Uuid
        let partitions: Int32
        let replicationFactor: Int16
    }

    /// Creates a topic under the rules of Kafka's controller (KIP-4), on a cluster of one broker.
    ///
    /// `checkConfig` judges the topic's settings (it throws `INVALID_CONFIG`).
    mutating func createTopic(
        _ request: CreateTopicsRequest.CreatableTopic, id: Uuid,
        checkConfig: ([String: String]) throws(Refusal) -> Void
    ) throws(Refusal) -> CreatedTopic {
        try checkNewName(request.name)
        let partitions = try partitionCount(of: request)
        let configs = try configs(of: request)
        try checkConfig(configs)
        guard records.count + Int(partitions) <= Self.maximumRecordsPerRequest else {
            throw Refusal(.policyViolation, "Unable to perform excessively large batch operation.")
        }
        append(.topic(TopicRecord(name: request.name, topicId: id)))
        for (name, value) in configs.sorted(by: { $0.key < $1.key }) {
            append(
                .config(
                    ConfigRecord(
                        resourceType: MetadataImage.ConfigResource.topic, resourceName: request.name, name: name,
                        value: value)))
        }
        for index in 0..<partitions { append(newPartition(index, topicId: id)) }
        return CreatedTopic(id: id, partitions: partitions, replicationFactor: 1)
    }

    private func checkNewName(_ name: String) throws(Refusal) {
        if let problem = TopicName.problem(name) {
            throw Refusal(.invalidTopicException, "Topic name is invalid: \(problem)")
        }
        if image.topics[name] != nil || name == TopicName.clusterMetadata {
            throw Refusal(.topicAlreadyExists, "Topic '\(name)' already exists.")
        }
        if let other = image.collisionKeys[TopicName.collisionKey(name)] {
            throw Refusal(.invalidTopicException, "Topic '\(name)' collides with existing topic: \(other)")
        }
    }

    private func partitionCount(of request: CreateTopicsRequest.CreatableTopic) throws(Refusal) -> Int32 {
        guard request.assignments.isEmpty else { return try assignedPartitionCount(of: request) }
        guard request.replicationFactor == -1 || request.replicationFactor > 0 else {
            throw Refusal(
                .invalidReplicationFactor,
                "Replication factor must be larger than 0, or -1 to use the default value.")
        }
        guard request.numPartitions == -1 || request.numPartitions > 0 else {
            throw Refusal(
                .invalidPartitions, "Number of partitions was set to an invalid non-positive value.")
        }
        let factor = request.replicationFactor == -1 ? settings.defaultReplicationFactor : request.replicationFactor
        guard factor == 1 else { throw Self.tooManyReplicas(Int(factor)) }
        return request.numPartitions == -1 ? settings.defaultPartitions : request.numPartitions
    }

    private func assignedPartitionCount(of request: CreateTopicsRequest.CreatableTopic) throws(Refusal) -> Int32 {
        guard request.replicationFactor == -1 else {
            throw Refusal(
                .invalidRequest,
                "A manual partition assignment was specified, but replication factor was not set to -1.")
        }
        guard request.numPartitions == -1 else {
            throw Refusal(
                .invalidRequest,
                "A manual partition assignment was specified, but numPartitions was not set to -1.")
        }
        var seen = Set<Int32>()
        for assignment in request.assignments {
            guard seen.insert(assignment.partitionIndex).inserted else {
                throw Refusal(
                    .invalidReplicaAssignment,
                    "Found multiple manual partition assignments for partition \(assignment.partitionIndex)")
            }
            try checkReplicas(assignment.brokerIds)
        }
        for index in 0..<Int32(clamping: request.assignments.count) where !seen.contains(index) {
            throw Refusal(
                .invalidReplicaAssignment, "partitions should be a consecutive 0-based integer sequence")
        }
        return Int32(clamping: request.assignments.count)
    }

    /// A replica list given by hand must name this broker and nothing else.
    func checkReplicas(_ brokers: [Int32]) throws(Refusal) {
        guard !brokers.isEmpty else {
            throw Refusal(.invalidReplicaAssignment, "The manual partition assignment includes an empty replica list.")
        }
        for broker in brokers.sorted() where broker != settings.nodeId {
            throw Refusal(
                .invalidReplicaAssignment,
                "The manual partition assignment includes broker \(broker), but no such broker is registered.")
        }
        guard brokers.count == 1 else {
            throw Refusal(
                .invalidReplicaAssignment,
                "The manual partition assignment includes the broker \(settings.nodeId) more than once.")
        }
    }

    static func tooManyReplicas(_ factor: Int) -> Refusal {
        Refusal(
            .invalidReplicationFactor,
            """
            Unable to replicate the partition \(factor) time(s): The target replication factor of \(factor) cannot be \
            reached because only 1 broker(s) are registered.
            """)
    }

    private func configs(of request: CreateTopicsRequest.CreatableTopic) throws(Refusal) -> [String: String] {
        var configs: [String: String] = [:]
        let missing = request.configs.filter { $0.value == nil }.map(\.name)
        guard missing.isEmpty else {
            throw Refusal(
                .invalidConfig,
                "Null value not supported for topic configs: \(missing.joined(separator: ","))")
        }
        for config in request.configs { configs[config.name] = config.value }
        return configs
    }
}
