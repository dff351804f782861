import KafkaProtocol
import KafkaWire
import NIOCore

@testable import KafkaBroker

/// A request of every API, for the tests that ask as somebody who may not.
struct ApiProbe {
    let key: ApiKey
    /// What it names, so that its answer may repeat it.
    let names: Set<String>
    let make: (Int16) throws -> any RequestMessage

    init(_ key: ApiKey, names: Set<String> = [], _ make: @escaping (Int16) throws -> any RequestMessage) {
        self.key = key
        self.names = names
        self.make = make
    }

    /// Requests that name these; new topics get names of their own that begin with `fresh`.
    static func naming(topic: String, id: Uuid, group: String, fresh: String = "fresh") -> [ApiProbe] {
        data(topic, id) + groups(topic, id, group) + topics(topic, id, fresh) + configs(topic, group)
            + cluster(topic) + acls(topic) + users()
    }

    /// Requests that name nothing and want to see everything, or that know ids only.
    static func blind(id: Uuid) -> [ApiProbe] {
        [
            ApiProbe(.metadata) { version in
                MetadataRequest(topics: version == 0 ? [] : nil, includeTopicAuthorizedOperations: version >= 8)
            },
            ApiProbe(.metadata) { version in
                version < 12 ? MetadataRequest(topics: []) : MetadataRequest(topics: [.init(topicId: id, name: nil)])
            },
            ApiProbe(.describeTopicPartitions) { _ in DescribeTopicPartitionsRequest() },
            ApiProbe(.listGroups) { _ in ListGroupsRequest() },
            ApiProbe(.describeLogDirs) { _ in DescribeLogDirsRequest(topics: nil) },
            ApiProbe(.electLeaders) { _ in ElectLeadersRequest(topicPartitions: nil) },
            ApiProbe(.listPartitionReassignments) { _ in ListPartitionReassignmentsRequest(topics: nil) },
            ApiProbe(.listConfigResources) { _ in ListConfigResourcesRequest() },
            ApiProbe(.describeAcls) { _ in
                DescribeAclsRequest(
                    resourceTypeFilter: 1, resourceNameFilter: nil, patternTypeFilter: 1, principalFilter: nil,
                    hostFilter: nil, operation: 1, permissionType: 1)
            },
            ApiProbe(.deleteTopics) { version in
                version < 6
                    ? DeleteTopicsRequest(topicNames: ["none"])
                    : DeleteTopicsRequest(topics: [.init(name: nil, topicId: id)])
            },
            ApiProbe(.getTelemetrySubscriptions) { _ in GetTelemetrySubscriptionsRequest() },
            ApiProbe(.describeCluster) { _ in DescribeClusterRequest(includeClusterAuthorizedOperations: true) },
            ApiProbe(.apiVersions) { _ in
                ApiVersionsRequest(clientSoftwareName: "tests", clientSoftwareVersion: "1")
            },
            ApiProbe(.pushTelemetry) { _ in PushTelemetryRequest(clientInstanceId: id) },
            ApiProbe(.initProducerId) { _ in InitProducerIdRequest(transactionalId: nil) },
            ApiProbe(.describeQuorum) { _ in
                DescribeQuorumRequest(topics: [.init(topicName: "__cluster_metadata", partitions: [.init()])])
            },
        ]
    }

    private static func data(_ topic: String, _ id: Uuid) -> [ApiProbe] {
        [
            ApiProbe(.produce, names: [topic]) { version in
                ProduceRequest(
                    acks: 1, timeoutMs: 10,
                    topicData: [
                        .init(
                            name: version < 13 ? topic : "", topicId: id,
                            partitionData: [.init(index: 0, records: .bytes(try batch(["x"])))])
                    ])
            },
            ApiProbe(.fetch, names: [topic]) { version in
                FetchRequest(
                    maxWaitMs: 0, minBytes: 1,
                    topics: [
                        .init(
                            topic: version < 13 ? topic : "", topicId: id,
                            partitions: [.init(partition: 0, fetchOffset: 0, partitionMaxBytes: 1 << 20)])
                    ])
            },
            ApiProbe(.listOffsets, names: [topic]) { _ in
                ListOffsetsRequest(
                    replicaId: -1,
                    topics: [.init(name: topic, partitions: [.init(partitionIndex: 0, timestamp: -1)])])
            },
            ApiProbe(.metadata, names: [topic]) { version in
                MetadataRequest(
                    topics: [.init(name: topic)], allowAutoTopicCreation: version < 4,
                    includeTopicAuthorizedOperations: version >= 8)
            },
            ApiProbe(.describeTopicPartitions, names: [topic]) { _ in
                DescribeTopicPartitionsRequest(topics: [.init(name: topic)])
            },
            ApiProbe(.offsetForLeaderEpoch, names: [topic]) { _ in
                OffsetForLeaderEpochRequest(
                    topics: [.init(topic: topic, partitions: [.init(partition: 0, leaderEpoch: 0)])])
            },
            ApiProbe(.describeProducers, names: [topic]) { _ in
                DescribeProducersRequest(topics: [.init(name: topic, partitionIndexes: [0])])
            },
            ApiProbe(.initProducerId) { _ in InitProducerIdRequest(transactionalId: nil) },
        ]
    }

    private static func groups(_ topic: String, _ id: Uuid, _ group: String) -> [ApiProbe] {
        [
            ApiProbe(.findCoordinator, names: [group]) { version in
                version < 4 ? FindCoordinatorRequest(key: group) : FindCoordinatorRequest(coordinatorKeys: [group])
            },
            ApiProbe(.joinGroup, names: [group]) { _ in
                JoinGroupRequest(
                    groupId: group, sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 10_000, memberId: "",
                    protocolType: "consumer", protocols: [.init(name: "range", metadata: ByteBuffer())])
            },
            ApiProbe(.syncGroup, names: [group]) { _ in
                SyncGroupRequest(groupId: group, generationId: 1, memberId: "m")
            },
            ApiProbe(.heartbeat, names: [group]) { _ in
                HeartbeatRequest(groupId: group, generationId: 1, memberId: "m")
            },
            ApiProbe(.leaveGroup, names: [group]) { version in
                version < 3
                    ? LeaveGroupRequest(groupId: group, memberId: "m")
                    : LeaveGroupRequest(groupId: group, members: [.init(memberId: "m")])
            },
            ApiProbe(.describeGroups, names: [group]) { version in
                DescribeGroupsRequest(groups: [group], includeAuthorizedOperations: version >= 3)
            },
            ApiProbe(.offsetCommit, names: [group, topic]) { version in
                OffsetCommitRequest(
                    groupId: group,
                    topics: [
                        .init(
                            name: version < 10 ? topic : "", topicId: id,
                            partitions: [.init(partitionIndex: 0, committedOffset: 1, committedMetadata: "")])
                    ])
            },
            ApiProbe(.offsetFetch, names: [group, topic]) { version in
                guard version >= 8 else {
                    return OffsetFetchRequest(groupId: group, topics: [.init(name: topic, partitionIndexes: [0])])
                }
                let name = version < 10 ? topic : ""
                return OffsetFetchRequest(
                    groups: [.init(groupId: group, topics: [.init(name: name, topicId: id, partitionIndexes: [0])])])
            },
            ApiProbe(.offsetFetch, names: [group]) { version in
                version < 8
                    ? OffsetFetchRequest(groupId: group, topics: version < 2 ? [] : nil)
                    : OffsetFetchRequest(groups: [.init(groupId: group, topics: nil)])
            },
            ApiProbe(.offsetDelete, names: [group, topic]) { _ in
                OffsetDeleteRequest(
                    groupId: group, topics: [.init(name: topic, partitions: [.init(partitionIndex: 7)])])
            },
            ApiProbe(.deleteGroups, names: [group]) { _ in DeleteGroupsRequest(groupsNames: [group]) },
        ]
    }

    private static func topics(_ topic: String, _ id: Uuid, _ fresh: String) -> [ApiProbe] {
        [
            ApiProbe(.createTopics, names: [topic]) { version in
                CreateTopicsRequest(
                    topics: [.init(name: "\(fresh)-\(version)", numPartitions: 1, replicationFactor: 1)],
                    validateOnly: true)
            },
            ApiProbe(.deleteTopics, names: [topic]) { version in
                let name = "\(fresh)-none"
                return version < 6
                    ? DeleteTopicsRequest(topicNames: [name]) : DeleteTopicsRequest(topics: [.init(name: name)])
            },
            ApiProbe(.createPartitions, names: [topic]) { _ in
                CreatePartitionsRequest(topics: [.init(name: topic, count: 2, assignments: nil)], validateOnly: true)
            },
            ApiProbe(.deleteRecords, names: [topic]) { _ in
                DeleteRecordsRequest(topics: [.init(name: topic, partitions: [.init(partitionIndex: 0, offset: 0)])])
            },
        ]
    }

    private static func configs(_ topic: String, _ group: String) -> [ApiProbe] {
        [
            ApiProbe(.describeConfigs, names: [topic, group]) { _ in
                DescribeConfigsRequest(
                    resources: [
                        .init(resourceType: 2, resourceName: topic, configurationKeys: nil),
                        .init(resourceType: 4, resourceName: "1", configurationKeys: nil),
                        .init(resourceType: 8, resourceName: "1", configurationKeys: nil),
                        .init(resourceType: 32, resourceName: group, configurationKeys: nil),
                    ], includeSynonyms: true)
            },
            ApiProbe(.alterConfigs, names: [topic, group]) { _ in
                AlterConfigsRequest(
                    resources: [
                        .init(resourceType: 2, resourceName: topic, configs: [.init(name: "retention.ms", value: "9")]),
                        .init(resourceType: 4, resourceName: "", configs: []),
                        .init(resourceType: 32, resourceName: group, configs: []),
                    ], validateOnly: true)
            },
            ApiProbe(.incrementalAlterConfigs, names: [topic, group]) { _ in
                IncrementalAlterConfigsRequest(
                    resources: [
                        .init(
                            resourceType: 2, resourceName: topic,
                            configs: [.init(name: "retention.ms", configOperation: 0, value: "9")]),
                        .init(resourceType: 4, resourceName: "", configs: []),
                        .init(resourceType: 8, resourceName: "1", configs: []),
                        .init(resourceType: 32, resourceName: group, configs: []),
                    ], validateOnly: true)
            },
        ]
    }

    private static func cluster(_ topic: String) -> [ApiProbe] {
        [
            ApiProbe(.describeLogDirs, names: [topic]) { _ in
                DescribeLogDirsRequest(topics: [.init(topic: topic, partitions: [0])])
            },
            ApiProbe(.alterReplicaLogDirs, names: [topic]) { _ in
                AlterReplicaLogDirsRequest(dirs: [.init(path: "/none", topics: [.init(name: topic, partitions: [0])])])
            },
            ApiProbe(.electLeaders, names: [topic]) { _ in
                ElectLeadersRequest(topicPartitions: [.init(topic: topic, partitions: [0])])
            },
            ApiProbe(.alterPartitionReassignments, names: [topic]) { _ in
                AlterPartitionReassignmentsRequest(
                    topics: [.init(name: topic, partitions: [.init(partitionIndex: 0, replicas: nil)])])
            },
            ApiProbe(.listPartitionReassignments, names: [topic]) { _ in
                ListPartitionReassignmentsRequest(topics: [.init(name: topic, partitionIndexes: [0])])
            },
            ApiProbe(.describeQuorum) { _ in
                DescribeQuorumRequest(topics: [.init(topicName: "__cluster_metadata", partitions: [.init()])])
            },
            ApiProbe(.updateFeatures) { _ in UpdateFeaturesRequest() },
            ApiProbe(.unregisterBroker) { _ in UnregisterBrokerRequest(brokerId: 99) },
            ApiProbe(.listConfigResources) { _ in ListConfigResourcesRequest() },
            ApiProbe(.describeClientQuotas) { _ in DescribeClientQuotasRequest() },
            ApiProbe(.alterClientQuotas) { _ in
                AlterClientQuotasRequest(entries: [.init(entity: [.init(entityType: "none")])])
            },
        ]
    }

    private static func acls(_ topic: String) -> [ApiProbe] {
        [
            ApiProbe(.describeAcls, names: [topic]) { _ in
                DescribeAclsRequest(
                    resourceTypeFilter: 2, resourceNameFilter: topic, patternTypeFilter: 3, principalFilter: nil,
                    hostFilter: nil, operation: 1, permissionType: 1)
            },
            // Neither changes anything, so that a walk over all of them stays what it was.
            ApiProbe(.createAcls, names: [topic]) { _ in CreateAclsRequest(creations: [.init(resourceType: 1)]) },
            ApiProbe(.deleteAcls, names: [topic]) { _ in
                DeleteAclsRequest(
                    filters: [
                        .init(
                            resourceTypeFilter: 2, resourceNameFilter: "none", patternTypeFilter: 3,
                            principalFilter: nil, hostFilter: nil, operation: 1, permissionType: 1)
                    ])
            },
        ]
    }
}

extension WireClient {
    /// The bytes of an answer, as they came.
    func bytes(answering message: any RequestMessage, version: Int16) async throws -> ByteBuffer {
        func frame<Message: RequestMessage>(_ message: Message) throws -> ByteBuffer {
            var frame = ByteBuffer()
            let header = RequestHeader(
                requestApiKey: Message.apiKey.rawValue, requestApiVersion: version, correlationId: 1, clientId: "tests")
            _ = try frame.writeFrame(
                header: header, headerVersion: Message.apiKey.requestHeaderVersion(version), body: message,
                version: version)
            return frame
        }
        return try await exchange(try frame(message))
    }

    /// Every error code in an answer.
    func errors(answering message: any RequestMessage, version: Int16) async throws -> Set<Int16> {
        func ask<Message: RequestMessage>(_ message: Message) async throws -> Set<Int16> {
            var found: Set<Int16> = []
            Self.collect(Mirror(reflecting: try await call(message, version: version)), &found)
            return found
        }
        return try await ask(message)
    }

    private static func collect(_ mirror: Mirror, _ found: inout Set<Int16>) {
        for child in mirror.children {
            if child.label?.hasSuffix("rrorCode") == true, let code = child.value as? Int16 {
                found.insert(code)
            } else {
                collect(Mirror(reflecting: child.value), &found)
            }
        }
    }
}
