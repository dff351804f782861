import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

/// Every API at every version that is told to clients has an answer that the same version can read: a handler that
/// sets a field which a version lacks would leave the client without one.
@Suite struct EveryVersionTests {
    @Test func `every served version answers`() async throws {
        try await withBroker { _, client in
            let id = try await client.createTopic("t", partitions: 2)
            try await client.append(["a", "b"], to: "t")
            _ = try await client.call(FindCoordinatorRequest(key: "g"), version: 0)
            let probe = Probe(client: client, topicId: id)
            try await probe.cluster()
            try await probe.data()
            try await probe.groups()
            try await probe.administration()
            try await probe.wholeCluster()
            try await probe.telemetry()
            try await probe.security()
            #expect(probe.answered.sorted { $0.rawValue < $1.rawValue } == ServedApis.all)
        }
    }

    @Test func `what is not served closes the connection`() async throws {
        try await withBroker { broker, _ in
            let requests: [(key: Int16, version: Int16)] = [(0, 2), (1, 3), (1, 99), (4, 0), (999, 0), (-1, 0)]
            for request in requests {
                let client = try await broker.client()
                var frame = ByteBuffer()
                frame.writeInteger(Int32(10))
                frame.writeInteger(request.key)
                frame.writeInteger(request.version)
                frame.writeInteger(Int32(1))
                frame.writeInteger(Int16(-1))
                await #expect(throws: WireClient.Closed.self, "\(request)") { try await client.exchange(frame) }
            }
        }
    }
}

/// Asks one API after the other at all its versions.
final class Probe {
    let client: WireClient
    let topicId: Uuid
    private(set) var answered: Set<ApiKey> = []

    init(client: WireClient, topicId: Uuid) {
        self.client = client
        self.topicId = topicId
    }

    func ask<Message: RequestMessage>(
        _ type: Message.Type, _ make: (Int16) -> Message, check: (Message.Response, Int16) -> Bool
    ) async throws {
        let versions = try #require(ServedApis.versions(Message.apiKey))
        for version in versions {
            let response = try await client.call(make(version), version: version)
            #expect(check(response, version), "\(Message.apiKey.name) version \(version): \(response)")
        }
        answered.insert(Message.apiKey)
    }

    func cluster() async throws {
        try await ask(ApiVersionsRequest.self) { _ in
            ApiVersionsRequest(clientSoftwareName: "tests", clientSoftwareVersion: "1")
        } check: { response, _ in
            response.errorCode == 0 && response.apiKeys.count == ServedApis.all.count
        }
        try await ask(MetadataRequest.self) { version in
            MetadataRequest(
                topics: [.init(name: "t"), .init(name: "missing")], allowAutoTopicCreation: version < 4,
                includeTopicAuthorizedOperations: version >= 8)
        } check: { response, _ in
            response.topics.first?.partitions.count == 2 && response.brokers.map(\.nodeId) == [1]
        }
        try await ask(DescribeClusterRequest.self) { _ in
            DescribeClusterRequest()
        } check: { response, _ in
            response.brokers.count == 1
        }
        try await ask(DescribeTopicPartitionsRequest.self) { _ in
            DescribeTopicPartitionsRequest(topics: [.init(name: "t"), .init(name: "other")])
        } check: { response, _ in
            response.topics.map(\.errorCode) == [3, 0]
        }
        try await ask(InitProducerIdRequest.self) { _ in
            InitProducerIdRequest(transactionalId: nil)
        } check: { response, _ in
            response.errorCode == 0 && response.producerId >= 0
        }
    }

    func data() async throws {
        let records = try batch(["x"])
        try await ask(ProduceRequest.self) { version in
            ProduceRequest(
                acks: 1, timeoutMs: 10,
                topicData: [
                    .init(
                        name: version < 13 ? "t" : "", topicId: topicId,
                        partitionData: [
                            .init(index: 0, records: .bytes(records)), .init(index: 9, records: .bytes(records)),
                        ])
                ])
        } check: { response, _ in
            response.responses.first?.partitionResponses.map(\.errorCode) == [0, 3]
        }
        try await ask(FetchRequest.self) { version in
            FetchRequest(
                maxWaitMs: 0, minBytes: 1,
                topics: [
                    .init(
                        topic: version < 13 ? "t" : "", topicId: topicId,
                        partitions: [
                            .init(partition: 0, fetchOffset: 0, partitionMaxBytes: 1 << 20),
                            .init(partition: 7, fetchOffset: 0, partitionMaxBytes: 1 << 20),
                        ])
                ])
        } check: { response, _ in
            response.responses.first?.partitions.map(\.errorCode) == [0, 3]
                && (response.responses.first?.partitions.first?.records?.count ?? 0) > 0
        }
        try await ask(ListOffsetsRequest.self) { _ in
            ListOffsetsRequest(
                replicaId: -1,
                topics: [
                    .init(
                        name: "t",
                        partitions: [
                            .init(partitionIndex: 0, timestamp: -2), .init(partitionIndex: 1, timestamp: someTime),
                            .init(partitionIndex: 5, timestamp: -1),
                        ])
                ])
        } check: { response, _ in
            response.topics.first?.partitions.map(\.errorCode) == [0, 0, 3]
                && response.topics.first?.partitions.map(\.offset) == [0, -1, -1]
        }
        try await ask(OffsetForLeaderEpochRequest.self) { _ in
            OffsetForLeaderEpochRequest(
                topics: [.init(topic: "t", partitions: [.init(partition: 0, leaderEpoch: 0)])])
        } check: { response, _ in
            (response.topics.first?.partitions.first?.endOffset ?? 0) > 0
        }
    }

    func groups() async throws {
        try await ask(FindCoordinatorRequest.self) { version in
            version < 4 ? FindCoordinatorRequest(key: "g") : FindCoordinatorRequest(coordinatorKeys: ["g"])
        } check: { response, version in
            version < 4 ? response.nodeId == 1 : response.coordinators.first?.nodeId == 1
        }
        // A member that nobody knows: every answer must still be readable.
        try await ask(JoinGroupRequest.self) { version in
            JoinGroupRequest(
                groupId: "g\(version)", sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 10_000, memberId: "",
                protocolType: "consumer", protocols: [.init(name: "range", metadata: ByteBuffer())])
        } check: { response, version in
            response.errorCode == (version < 4 ? 0 : ErrorCode.memberIdRequired.rawValue) && !response.memberId.isEmpty
        }
        try await ask(SyncGroupRequest.self) { version in
            SyncGroupRequest(
                groupId: "none", generationId: 1, memberId: "m", protocolType: version >= 5 ? "consumer" : nil,
                protocolName: version >= 5 ? "range" : nil)
        } check: { response, _ in
            response.errorCode == ErrorCode.unknownMemberId.rawValue
        }
        try await ask(HeartbeatRequest.self) { _ in
            HeartbeatRequest(groupId: "none", generationId: 1, memberId: "m")
        } check: { response, _ in
            response.errorCode == ErrorCode.unknownMemberId.rawValue
        }
        try await ask(LeaveGroupRequest.self) { version in
            version < 3
                ? LeaveGroupRequest(groupId: "none", memberId: "m")
                : LeaveGroupRequest(groupId: "none", members: [.init(memberId: "m")])
        } check: { response, version in
            (version < 3 ? response.errorCode : response.members.first?.errorCode)
                == ErrorCode.unknownMemberId.rawValue
        }
        try await offsets()
        try await ask(DescribeGroupsRequest.self) { _ in
            DescribeGroupsRequest(groups: ["commits", "none"])
        } check: { response, version in
            response.groups.map(\.groupState) == ["Empty", "Dead"]
                && response.groups.last?.errorCode == (version >= 6 ? ErrorCode.groupIdNotFound.rawValue : 0)
        }
        try await ask(ListGroupsRequest.self) { _ in
            ListGroupsRequest()
        } check: { response, _ in
            response.groups.contains { $0.groupId == "commits" }
        }
        try await ask(DeleteGroupsRequest.self) { _ in
            DeleteGroupsRequest(groupsNames: ["none"])
        } check: { response, _ in
            response.results.first?.errorCode == ErrorCode.groupIdNotFound.rawValue
        }
    }

    private func offsets() async throws {
        try await ask(OffsetCommitRequest.self) { version in
            OffsetCommitRequest(
                groupId: "commits",
                topics: [
                    .init(
                        name: version < 10 ? "t" : "", topicId: topicId,
                        partitions: [.init(partitionIndex: 0, committedOffset: 2, committedMetadata: "m")])
                ])
        } check: { response, _ in
            response.topics.first?.partitions.map(\.errorCode) == [0]
        }
        try await ask(OffsetFetchRequest.self) { version in
            var request = OffsetFetchRequest()
            if version < 8 {
                request.groupId = "commits"
                request.topics = [.init(name: "t", partitionIndexes: [0, 1])]
            } else {
                let name = version < 10 ? "t" : ""
                request.groups = [
                    .init(groupId: "commits", topics: [.init(name: name, topicId: topicId, partitionIndexes: [0, 1])])
                ]
            }
            return request
        } check: { response, version in
            let single = response.topics.first?.partitions.map(\.committedOffset)
            let several = response.groups.first?.topics.first?.partitions.map(\.committedOffset)
            return (version < 8 ? single : several) == [2, -1]
        }
        try await ask(OffsetDeleteRequest.self) { _ in
            OffsetDeleteRequest(
                groupId: "commits", topics: [.init(name: "t", partitions: [.init(partitionIndex: 1)])])
        } check: { response, _ in
            response.errorCode == 0
        }
    }

    func administration() async throws {
        try await ask(CreateTopicsRequest.self) { version in
            CreateTopicsRequest(
                topics: [.init(name: "new\(version)", numPartitions: 1, replicationFactor: 1)])
        } check: { response, version in
            response.topics.first?.errorCode == 0 && (version < 7 || response.topics.first?.topicId != .zero)
        }
        try await ask(DeleteTopicsRequest.self) { version in
            version < 6
                ? DeleteTopicsRequest(topicNames: ["new\(version + 1)"])
                : DeleteTopicsRequest(topics: [.init(name: "new\(version + 1)")])
        } check: { response, _ in
            response.responses.first?.errorCode == 0
        }
        try await ask(CreatePartitionsRequest.self) { version in
            CreatePartitionsRequest(topics: [.init(name: "t", count: 3 + Int32(version), assignments: nil)])
        } check: { response, _ in
            response.results.first?.errorCode == 0
        }
        try await ask(DeleteRecordsRequest.self) { version in
            DeleteRecordsRequest(
                topics: [.init(name: "t", partitions: [.init(partitionIndex: 0, offset: Int64(version))])])
        } check: { response, version in
            response.topics.first?.partitions.first?.lowWatermark == Int64(version)
        }
        try await ask(DescribeConfigsRequest.self) { version in
            DescribeConfigsRequest(
                resources: [
                    .init(resourceType: 2, resourceName: "t", configurationKeys: nil),
                    .init(resourceType: 4, resourceName: "1", configurationKeys: nil),
                ], includeSynonyms: true, includeDocumentation: version >= 3)
        } check: { response, _ in
            response.results.map(\.errorCode) == [0, 0] && response.results.allSatisfy { $0.configs.count > 20 }
        }
        try await ask(AlterConfigsRequest.self) { _ in
            AlterConfigsRequest(
                resources: [
                    .init(resourceType: 2, resourceName: "t", configs: [.init(name: "retention.ms", value: "-1")])
                ])
        } check: { response, _ in
            response.responses.map(\.errorCode) == [0]
        }
        try await ask(IncrementalAlterConfigsRequest.self) { _ in
            IncrementalAlterConfigsRequest(
                resources: [
                    .init(
                        resourceType: 2, resourceName: "t",
                        configs: [.init(name: "retention.ms", configOperation: 0, value: "-1")])
                ])
        } check: { response, _ in
            response.responses.map(\.errorCode) == [0]
        }
    }
}
