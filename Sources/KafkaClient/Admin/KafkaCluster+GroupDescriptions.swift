import KafkaProtocol
import KafkaWire

/// A group with its members.
public struct GroupDescription: Sendable, Equatable {
    /// The group's id.
    public var id: String
    /// `Stable`, `Empty`, `PreparingRebalance`, `CompletingRebalance`, `Dead`, or a state of KIP-848.
    public var state: String
    /// The assignor's name, such as `range`.
    public var assignor: String
    /// The coordinator's broker id.
    public var coordinatorId: Int32
    /// The coordinator's address.
    public var coordinator: BrokerAddress
    /// The members, sorted by id.
    public var members: [Member]

    /// A member and what it was assigned.
    public struct Member: Sendable, Equatable {
        /// The id that the coordinator gave.
        public var memberId: String
        /// `group.instance.id` of a static member.
        public var instanceId: String?
        /// The client's own name.
        public var clientId: String
        /// Where it connects from, with a slash in front as Kafka shows it.
        public var host: String
        /// Its partitions, sorted.
        public var assignment: [TopicPartition]

        /// A member with everything given.
        public init(
            memberId: String, instanceId: String? = nil, clientId: String, host: String, assignment: [TopicPartition]
        ) {
            self.memberId = memberId
            self.instanceId = instanceId
            self.clientId = clientId
            self.host = host
            self.assignment = assignment
        }
    }

    /// A group with everything given.
    public init(
        id: String, state: String, assignor: String, coordinatorId: Int32, coordinator: BrokerAddress, members: [Member]
    ) {
        self.id = id
        self.state = state
        self.assignor = assignor
        self.coordinatorId = coordinatorId
        self.coordinator = coordinator
        self.members = members
    }
}

extension KafkaCluster {
    /// A group's state and members; nil if it does not exist. Throws ``ClientError``.
    ///
    /// Asks in the way of KIP-848 first where the broker offers it, as the classic way does not see those groups.
    public func describeGroup(_ group: String) async throws -> GroupDescription? {
        try await retrying("Describing group '\(group)'") { [self] in
            let node = try await coordinator(of: group)
            let connection = try await connection(to: .broker(node))
            let address = await metadata.brokers[node] ?? connection.address
            var found: GroupDescription?
            if connection.versions.version(of: ConsumerGroupDescribeRequest.self) != nil {
                found = try await describeModern(group, over: connection)
            }
            if found == nil { found = try await describeClassic(group, over: connection) }
            found?.coordinatorId = node
            found?.coordinator = address
            return found
        }
    }

    private func describeModern(_ group: String, over connection: KafkaConnection) async throws -> GroupDescription? {
        let response = try await connection.send(ConsumerGroupDescribeRequest(groupIds: [group]))
        guard let described = response.groups.first else { return nil }
        let code = ErrorCode(rawValue: described.errorCode)
        if [.groupIdNotFound, .unsupportedVersion, .invalidGroupId].contains(code) { return nil }
        try check(described.errorCode, "Group '\(group)'", described.errorMessage)
        let members = described.members.map { member in
            GroupDescription.Member(
                memberId: member.memberId, instanceId: member.instanceId, clientId: member.clientId,
                host: member.clientHost,
                assignment: member.assignment.topicPartitions.flatMap { topic in
                    topic.partitions.map { TopicPartition(topic: topic.topicName, partition: $0) }
                }.sorted())
        }
        return GroupDescription(
            id: group, state: described.groupState, assignor: described.assignorName, coordinatorId: -1,
            coordinator: connection.address, members: members.sorted { $0.memberId < $1.memberId })
    }

    private func describeClassic(_ group: String, over connection: KafkaConnection) async throws -> GroupDescription? {
        let response = try await connection.send(DescribeGroupsRequest(groups: [group]))
        guard let described = response.groups.first else { return nil }
        if ErrorCode(rawValue: described.errorCode) == .groupIdNotFound { return nil }
        try check(described.errorCode, "Group '\(group)'", described.errorMessage)
        // Before version 6 a group that does not exist is described as dead.
        if described.groupState == "Dead" { return nil }
        let members = described.members.map { member in
            GroupDescription.Member(
                memberId: member.memberId, instanceId: member.groupInstanceId, clientId: member.clientId,
                host: member.clientHost,
                assignment: (try? ConsumerProtocol.decodeAssignment(member.memberAssignment).sorted()) ?? [])
        }
        return GroupDescription(
            id: group, state: described.groupState, assignor: described.protocolData, coordinatorId: -1,
            coordinator: connection.address, members: members.sorted { $0.memberId < $1.memberId })
    }
}
