import KafkaProtocol
import KafkaWire
import Testing

@testable import KafkaBroker

/// The answers of Kafka 3.9 to the same requests, or what they follow from on a cluster of one.
@Suite struct ClusterAdministrationTests {
    @Test func `log directories are told with their partitions`() async throws {
        try await withBroker { broker, client in
            try await client.createTopic("t", partitions: 2)
            try await client.append(["a", "b"], to: "t", 1)
            let all = try #require(
                try await client.call(DescribeLogDirsRequest(topics: nil), version: 4).results.first)
            #expect(all.logDir == broker.directory)
            #expect(all.errorCode == 0)
            #expect(all.totalBytes >= all.usableBytes && all.usableBytes > 0)
            #expect(!all.topics.contains { $0.name == TopicName.clusterMetadata })
            let topic = try #require(all.topics.first { $0.name == "t" })
            #expect(topic.partitions.map(\.partitionIndex) == [0, 1])
            #expect(topic.partitions[0].partitionSize == 0)
            #expect(topic.partitions[1].partitionSize > 60)
            let none = try await client.call(DescribeLogDirsRequest(topics: []), version: 4)
            #expect(none.results.first?.topics.isEmpty == true)
        }
    }

    @Test func `a log stays in the directory where it is`() async throws {
        try await withBroker { broker, client in
            try await client.createTopic("t", partitions: 2)
            let request = AlterReplicaLogDirsRequest(
                dirs: [
                    .init(
                        path: broker.directory,
                        topics: [.init(name: "t", partitions: [0]), .init(name: "missing", partitions: [0])]),
                    .init(path: "relative", topics: [.init(name: "t", partitions: [1])]),
                ])
            let results = try await client.call(request, version: 2).results
            #expect(results.map(\.topicName) == ["t", "missing"])
            #expect(results.first?.partitions.map(\.partitionIndex) == [0, 1])
            #expect(
                results.first?.partitions.map(\.errorCode) == [0, ErrorCode.logDirNotFound.rawValue])
            #expect(results.last?.partitions.map(\.errorCode) == [ErrorCode.replicaNotAvailable.rawValue])
        }
    }

    @Test func `no election is needed, and all partitions together have no answer`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t", partitions: 2)
            let request = ElectLeadersRequest(
                topicPartitions: [.init(topic: "missing", partitions: [0]), .init(topic: "t", partitions: [0, 5])])
            let results = try await client.call(request, version: 2).replicaElectionResults
            #expect(results.map(\.topic) == ["missing", "t"])
            #expect(results.flatMap(\.partitionResult).map(\.errorCode) == [3, 84, 3])
            #expect(
                results.flatMap(\.partitionResult).map(\.errorMessage) == [
                    "No such topic as missing", "Leader election not needed for topic partition.",
                    "No such partition as t-5",
                ])
            let all = try await client.call(ElectLeadersRequest(topicPartitions: nil), version: 1)
            #expect(all.errorCode == 0)
            #expect(all.replicaElectionResults.allSatisfy { $0.partitionResult.isEmpty })
            let unknown = try await client.call(
                ElectLeadersRequest(electionType: 9, topicPartitions: [.init(topic: "t", partitions: [0])]),
                version: 2)
            #expect(unknown.errorCode == ErrorCode.invalidRequest.rawValue)
            #expect(unknown.replicaElectionResults.first?.partitionResult.map(\.errorCode) == [42])
        }
    }

    @Test func `replicas cannot be moved to brokers that are not there`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t", partitions: 2)
            let request = AlterPartitionReassignmentsRequest(
                topics: [
                    .init(
                        name: "t",
                        partitions: [
                            .init(partitionIndex: 0, replicas: [77, 42]), .init(partitionIndex: 1, replicas: nil),
                            .init(partitionIndex: 9, replicas: [1]), .init(partitionIndex: 0, replicas: []),
                            .init(partitionIndex: 0, replicas: [1]),
                        ]), .init(name: "missing", partitions: [.init(partitionIndex: 0, replicas: [1])]),
                ])
            let response = try await client.call(request, version: 0)
            #expect(response.errorCode == 0 && response.errorMessage == nil)
            let partitions = response.responses.flatMap(\.partitions)
            #expect(partitions.map(\.errorCode) == [39, 85, 3, 39, 0, 3])
            #expect(
                partitions.map(\.errorMessage) == [
                    "The manual partition assignment includes broker 42, but no such broker is registered.", nil,
                    "Unable to find partition t:9.",
                    "The manual partition assignment includes an empty replica list.", nil,
                    "Unable to find a topic named missing.",
                ])
        }
    }

    @Test func `producers are told with their last sequence`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            let id = try await client.call(InitProducerIdRequest(transactionalId: nil), version: 4).producerId
            let records = try batch(["a", "b", "c"], producerId: id, producerEpoch: 0, sequence: 0)
            #expect(try await client.produce(records, to: "t").errorCode == 0)
            let request = DescribeProducersRequest(
                topics: [
                    .init(name: "t", partitionIndexes: [0, 9]), .init(name: "missing", partitionIndexes: [0]),
                    .init(name: "bad name", partitionIndexes: [0]),
                ])
            let topics = try await client.call(request, version: 0).topics
            let partitions = topics.flatMap(\.partitions)
            #expect(partitions.map(\.errorCode) == [0, 3, 3, 17])
            #expect(
                partitions.map(\.errorMessage).prefix(3) == [
                    nil, nil, "This server does not host this topic-partition.",
                ])
            let producer = try #require(partitions.first?.activeProducers.first)
            #expect(producer.producerId == id && producer.producerEpoch == 0 && producer.lastSequence == 2)
            #expect(producer.coordinatorEpoch == -1 && producer.currentTxnStartOffset == -1)
            #expect(producer.lastTimestamp == someTime + 2)
        }
    }

    @Test func `feature levels move within what is known`() async throws {
        try await withBroker { _, client in
            func update(
                _ name: String, _ level: Int16, _ kind: Int8 = 1, version: Int16 = 2, only: Bool = false
            ) async throws -> UpdateFeaturesResponse {
                try await client.call(
                    UpdateFeaturesRequest(
                        featureUpdates: [.init(feature: name, maxVersionLevel: level, upgradeType: kind)],
                        validateOnly: only), version: version)
            }
            #expect(try await update("metadata.version", 21).errorCode == 0)
            #expect(try await update("metadata.version", 22).errorCode == 95)
            #expect(try await update("metadata.version", 20).errorCode == 95, "a downgrade must be called one")
            #expect(try await update("metadata.version", 15, 2).errorCode == 95, "metadata would be lost")
            #expect(try await update("metadata.version", 18, 2, only: true).errorCode == 0)
            #expect(try await level(client) == 21, "only asked")
            #expect(try await update("metadata.version", 18, 2).errorCode == 0)
            #expect(try await level(client) == 18)
            #expect(try await update("metadata.version", 21, 2).errorCode == 95, "an upgrade is no downgrade")
            #expect(try await update("metadata.version", 21).errorCode == 0)
            #expect(try await update("kraft.version", 1).errorCode == 95)
            let old = try await update("no.such.feature", 1, version: 1, only: true)
            #expect(old.errorCode == 0)
            #expect(
                old.results.map(\.errorMessage) == [
                    "Invalid update version 1 for feature no.such.feature. Local controller 1 does not support this "
                        + "feature."
                ])
        }
    }

    private func level(_ client: WireClient) async throws -> Int16? {
        try await client.call(
            ApiVersionsRequest(clientSoftwareName: "a", clientSoftwareVersion: "1"), version: 4
        ).finalizedFeatures.first { $0.name == "metadata.version" }?.maxVersionLevel
    }

    @Test func `the quorum is this node, and knows one partition`() async throws {
        try await withBroker { _, client in
            let bad = DescribeQuorumRequest(topics: [.init(topicName: "t", partitions: [.init(partitionIndex: 0)])])
            let refused = try await client.call(bad, version: 2)
            #expect(refused.errorCode == 0)
            #expect(refused.topics.first?.partitions.map(\.errorCode) == [3])
            let request = DescribeQuorumRequest(
                topics: [.init(topicName: "__cluster_metadata", partitions: [.init(partitionIndex: 0)])])
            let before = try #require(try await client.call(request, version: 1).topics.first?.partitions.first)
            try await client.createTopic("t")
            let after = try #require(try await client.call(request, version: 1).topics.first?.partitions.first)
            #expect(after.highWatermark > before.highWatermark)
            #expect(after.leaderEpoch == before.leaderEpoch && after.leaderEpoch >= 1)
            #expect(after.currentVoters.first?.lastCaughtUpTimestamp ?? -1 > 0)
        }
    }

    @Test func `the only broker cannot be unregistered`() async throws {
        try await withBroker { _, client in
            let own = try await client.call(UnregisterBrokerRequest(brokerId: 1), version: 0)
            #expect(own.errorCode == ErrorCode.invalidRequest.rawValue)
            let other = try await client.call(UnregisterBrokerRequest(brokerId: 2), version: 0)
            #expect(other.errorCode == ErrorCode.brokerIdNotRegistered.rawValue)
        }
        var transaction = MetadataTransaction.sample()
        transaction.append(.registerBroker(RegisterBrokerRecord(brokerId: 3, brokerEpoch: 5)))
        try transaction.unregisterBroker(3)
        #expect(transaction.image.brokerEpochs[3] == nil)
        #expect(transaction.refusal { try $0.unregisterBroker(3) }?.code == .brokerIdNotRegistered)
    }
}
