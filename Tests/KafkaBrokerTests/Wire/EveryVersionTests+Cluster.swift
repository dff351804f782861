import KafkaProtocol
import KafkaWire
import NIOCore

@testable import KafkaBroker

extension Probe {
    /// What administrators ask of the cluster as a whole.
    func wholeCluster() async throws {
        try await partitions()
        try await quorum()
        try await acls()
    }

    /// No authorizer is on.
    private func acls() async throws {
        try await ask(CreateAclsRequest.self) { _ in
            CreateAclsRequest(creations: [.init(resourceType: 2, resourceName: "t", principal: "User:a")])
        } check: { response, _ in
            response.results.map(\.errorCode) == [54]
        }
        try await ask(DescribeAclsRequest.self) { _ in
            DescribeAclsRequest(resourceTypeFilter: 1, patternTypeFilter: 1, operation: 1, permissionType: 1)
        } check: { response, _ in
            response.errorCode == 54
        }
        try await ask(DeleteAclsRequest.self) { _ in
            DeleteAclsRequest(
                filters: [.init(resourceTypeFilter: 1, patternTypeFilter: 1, operation: 1, permissionType: 1)])
        } check: { response, _ in
            response.filterResults.map(\.errorCode) == [54]
        }
        try await ask(AlterClientQuotasRequest.self) { version in
            AlterClientQuotasRequest(
                entries: [
                    .init(
                        entity: [.init(entityType: "user", entityName: "u\(version)")],
                        ops: [.init(key: "producer_byte_rate", value: 1e6)])
                ])
        } check: { response, _ in
            response.entries.map(\.errorCode) == [0]
        }
        try await ask(DescribeClientQuotasRequest.self) { _ in
            DescribeClientQuotasRequest()
        } check: { response, _ in
            response.entries?.count == 2
        }
    }

    private func partitions() async throws {
        try await ask(DescribeLogDirsRequest.self) { version in
            DescribeLogDirsRequest(topics: version % 2 == 0 ? nil : [.init(topic: "t", partitions: [0, 99])])
        } check: { response, version in
            let topic = response.results.first?.topics.first { $0.name == "t" }
            return response.results.count == 1 && topic?.partitions.first?.partitionIndex == 0
                && (version % 2 == 0 || topic?.partitions.count == 1)
                && (version < 4 || (response.results.first?.totalBytes ?? 0) > 0)
        }
        try await ask(AlterReplicaLogDirsRequest.self) { _ in
            AlterReplicaLogDirsRequest(dirs: [.init(path: "/nowhere", topics: [.init(name: "t", partitions: [0])])])
        } check: { response, _ in
            response.results.first?.partitions.map(\.errorCode) == [57]
        }
        try await ask(ElectLeadersRequest.self) { version in
            ElectLeadersRequest(
                electionType: version == 0 ? 0 : 1, topicPartitions: [.init(topic: "t", partitions: [0, 99])])
        } check: { response, _ in
            response.replicaElectionResults.first?.partitionResult.map(\.errorCode) == [84, 3]
        }
        try await ask(AlterPartitionReassignmentsRequest.self) { version in
            AlterPartitionReassignmentsRequest(
                allowReplicationFactorChange: version == 0,
                topics: [
                    .init(
                        name: "t",
                        partitions: [
                            .init(partitionIndex: 0, replicas: [1]), .init(partitionIndex: 1, replicas: nil),
                            .init(partitionIndex: 0, replicas: [1, 2]),
                        ])
                ])
        } check: { response, version in
            response.responses.first?.partitions.map(\.errorCode) == [0, 85, version == 0 ? 39 : 38]
        }
        try await ask(ListPartitionReassignmentsRequest.self) { _ in
            ListPartitionReassignmentsRequest(topics: nil)
        } check: { response, _ in
            response.errorCode == 0 && response.topics.isEmpty
        }
        try await ask(DescribeProducersRequest.self) { _ in
            DescribeProducersRequest(topics: [.init(name: "t", partitionIndexes: [0, 99])])
        } check: { response, _ in
            response.topics.first?.partitions.map(\.errorCode) == [0, 3]
        }
    }

    private func quorum() async throws {
        try await ask(DescribeQuorumRequest.self) { _ in
            DescribeQuorumRequest(
                topics: [.init(topicName: "__cluster_metadata", partitions: [.init(partitionIndex: 0)])])
        } check: { response, version in
            let partition = response.topics.first?.partitions.first
            return partition?.leaderId == 1 && (partition?.highWatermark ?? 0) > 0
                && partition?.currentVoters.map(\.logEndOffset) == [partition?.highWatermark ?? -1]
                && response.nodes.count == (version >= 2 ? 1 : 0)
        }
        try await ask(UpdateFeaturesRequest.self) { version in
            UpdateFeaturesRequest(
                featureUpdates: [.init(feature: "no.such.feature", maxVersionLevel: 1)], validateOnly: version > 0)
        } check: { response, version in
            version < 2
                ? response.errorCode == 0 && response.results.map(\.errorCode) == [95]
                : response.errorCode == 95 && response.results.isEmpty
        }
        try await ask(UnregisterBrokerRequest.self) { _ in
            UnregisterBrokerRequest(brokerId: 77)
        } check: { response, _ in
            response.errorCode == 102
        }
        try await ask(ListConfigResourcesRequest.self) { version in
            ListConfigResourcesRequest(resourceTypes: version == 0 ? [] : [2, 4])
        } check: { response, version in
            version == 0
                ? response.configResources.isEmpty
                : response.configResources.contains { $0.resourceName == "t" && $0.resourceType == 2 }
                    && response.configResources.contains { $0.resourceName == "1" && $0.resourceType == 4 }
        }
    }

    func telemetry() async throws {
        var known = GetTelemetrySubscriptionsResponse()
        try await ask(GetTelemetrySubscriptionsRequest.self) { _ in
            GetTelemetrySubscriptionsRequest()
        } check: { response, _ in
            known = response
            return response.errorCode == 0 && response.clientInstanceId != .zero
                && response.pushIntervalMs == 300_000 && response.requestedMetrics.isEmpty
        }
        try await ask(PushTelemetryRequest.self) { _ in
            PushTelemetryRequest(clientInstanceId: known.clientInstanceId, subscriptionId: known.subscriptionId)
        } check: { response, _ in
            response.errorCode == 0
        }
    }
}
