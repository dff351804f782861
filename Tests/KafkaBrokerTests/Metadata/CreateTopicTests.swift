import KafkaProtocol
import KafkaWire
import Testing

@testable import KafkaBroker

/// The controller's rules for new topics (KIP-4), without a log or a disk.
@Suite struct CreateTopicTests {
    private typealias Refusal = MetadataTransaction.Refusal

    private func creation(
        _ name: String, partitions: Int32 = 1, replicas: Int16 = 1,
        assignments: [[Int32]] = [], configs: [(String, String?)] = []
    ) -> CreateTopicsRequest.CreatableTopic {
        .init(
            name: name, numPartitions: partitions, replicationFactor: replicas,
            assignments: assignments.enumerated().map {
                .init(partitionIndex: Int32($0.offset), brokerIds: $0.element)
            }, configs: configs.map { .init(name: $0.0, value: $0.1) })
    }

    @Test func `a topic becomes records, and the image follows`() throws {
        var transaction = MetadataTransaction.sample()
        let made = try transaction.create(creation("t", partitions: 2, configs: [("b", "2"), ("a", "1")]))
        #expect(made.partitions == 2)
        #expect(made.replicationFactor == 1)
        #expect(
            transaction.records.map(\.summary) == ["topic t", "config a=1", "config b=2", "partition 0", "partition 1"])
        let topic = try #require(transaction.image.topics["t"])
        #expect(topic.partitions.map(\.leader) == [7, 7])
        #expect(topic.partitions.map(\.leaderEpoch) == [0, 0])
        #expect(transaction.image.config(2, "t") == ["a": "1", "b": "2"])
        #expect(transaction.image.topic(made.id)?.name == "t")
    }

    @Test func `-1 asks for the defaults`() throws {
        var transaction = MetadataTransaction.sample(defaultPartitions: 5)
        #expect(try transaction.create(creation("t", partitions: -1, replicas: -1)).partitions == 5)
        var three = MetadataTransaction.sample(defaultReplicationFactor: 3)
        #expect(throws: Refusal.self) { try three.create(creation("t", replicas: -1)) }
    }

    @Test func `a manual assignment gives the count`() throws {
        var transaction = MetadataTransaction.sample()
        let request = creation("t", partitions: -1, replicas: -1, assignments: [[7], [7], [7]])
        #expect(try transaction.create(request).partitions == 3)
    }

    @Test(arguments: [
        ("", ErrorCode.invalidTopicException), ("a b", .invalidTopicException), ("here", .topicAlreadyExists),
        ("__cluster_metadata", .topicAlreadyExists), ("he_re.x", .none), ("dotted_name", .invalidTopicException),
    ])
    func `names`(name: String, code: ErrorCode) throws {
        var transaction = MetadataTransaction.sample()
        _ = try transaction.create(creation("here"))
        _ = try transaction.create(creation("dotted.name"))
        let request = creation(name)
        #expect(transaction.refusal { try $0.create(request) }?.code ?? ErrorCode.none == code)
    }

    @Test func `counts and factors that cannot be`() {
        for (partitions, replicas, code) in [
            (Int32(0), Int16(1), ErrorCode.invalidPartitions), (-2, 1, .invalidPartitions),
            (1, 0, .invalidReplicationFactor), (1, -2, .invalidReplicationFactor),
            (1, 2, .invalidReplicationFactor), (1_000_000, 1, .policyViolation), (.max, 1, .policyViolation),
        ] {
            var transaction = MetadataTransaction.sample()
            let request = creation("t", partitions: partitions, replicas: replicas)
            #expect(transaction.refusal { try $0.create(request) }?.code == code)
            #expect(transaction.records.isEmpty)
        }
    }

    @Test func `assignments that cannot be`() {
        let wrong: [([[Int32]], ErrorCode)] = [
            ([[8]], .invalidReplicaAssignment), ([[]], .invalidReplicaAssignment),
            ([[7, 7]], .invalidReplicaAssignment),
        ]
        for (assignment, code) in wrong {
            var transaction = MetadataTransaction.sample()
            let request = creation("t", partitions: -1, replicas: -1, assignments: assignment)
            #expect(transaction.refusal { try $0.create(request) }?.code == code, "\(assignment)")
        }
        var transaction = MetadataTransaction.sample()
        var gap = creation("t", partitions: -1, replicas: -1, assignments: [[7], [7]])
        gap.assignments[1].partitionIndex = 2
        #expect(transaction.refusal { try $0.create(gap) }?.code == .invalidReplicaAssignment)
        gap.assignments[1].partitionIndex = 0
        #expect(transaction.refusal { try $0.create(gap) }?.code == .invalidReplicaAssignment)
        let both = creation("t", partitions: 2, replicas: -1, assignments: [[7]])
        #expect(transaction.refusal { try $0.create(both) }?.code == .invalidRequest)
        let factor = creation("t", partitions: -1, replicas: 1, assignments: [[7]])
        #expect(transaction.refusal { try $0.create(factor) }?.code == .invalidRequest)
    }

    @Test func `settings are judged before anything is written`() {
        var transaction = MetadataTransaction.sample()
        let null = creation("t", configs: [("a", nil)])
        #expect(transaction.refusal { try $0.create(null) }?.code == .invalidConfig)
        let refused = transaction.refusal { transaction in
            _ = try transaction.createTopic(creation("t", configs: [("a", "1")]), id: Uuid(high: 1, low: 1)) {
                (configs) throws(Refusal) in
                throw Refusal(.invalidConfig, configs["a"])
            }
        }
        #expect(refused == Refusal(.invalidConfig, "1"))
        #expect(transaction.records.isEmpty)
    }
}
