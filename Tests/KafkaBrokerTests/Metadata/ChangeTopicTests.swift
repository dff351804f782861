import KafkaConfiguration
import KafkaProtocol
import KafkaWire
import Testing

@testable import KafkaBroker

/// Deleting, growing and reconfiguring topics, as the controller works it out.
@Suite struct ChangeTopicTests {
    private typealias Refusal = MetadataTransaction.Refusal

    private func existing(partitions: Int32 = 2) throws -> (MetadataImage, Uuid) {
        var transaction = MetadataTransaction.sample()
        let made = try transaction.create("t", partitions: partitions)
        transaction.append(
            .config(ConfigRecord(resourceType: 2, resourceName: "t", name: "retention.ms", value: "5")))
        return (transaction.image, made.id)
    }

    @Test func `a topic goes by name or by id, with its settings`() throws {
        let (image, id) = try existing()
        for (name, wanted) in [("t" as String?, Uuid.zero), (nil, id)] {
            var transaction = MetadataTransaction.sample(image)
            #expect(try transaction.deleteTopic(name: name, id: wanted).name == "t")
            #expect(transaction.records.map(\.summary) == ["remove"])
            #expect(transaction.image.topics.isEmpty)
            #expect(transaction.image.config(2, "t").isEmpty)
            #expect(transaction.image.collisionKeys.isEmpty)
        }
    }

    @Test func `what cannot be deleted`() throws {
        let (image, id) = try existing()
        let cases: [(String?, Uuid, ErrorCode)] = [
            (nil, .zero, .invalidRequest), ("t", id, .invalidRequest), ("u", .zero, .unknownTopicOrPartition),
            (nil, Uuid(high: 8, low: 8), .unknownTopicId),
        ]
        for (name, id, code) in cases {
            var transaction = MetadataTransaction.sample(image)
            #expect(transaction.refusal { try $0.deleteTopic(name: name, id: id) }?.code == code)
        }
        var forbidden = MetadataTransaction.sample(image, deleteTopicEnabled: false)
        #expect(forbidden.refusal { try $0.deleteTopic(name: "t", id: .zero) }?.code == .topicDeletionDisabled)
    }

    @Test func `partitions are added behind those that are there`() throws {
        var transaction = MetadataTransaction.sample(try existing().0)
        try transaction.createPartitions(.init(name: "t", count: 4, assignments: nil))
        #expect(transaction.records.map(\.summary) == ["partition 2", "partition 3"])
        #expect(transaction.image.topics["t"]?.partitions.count == 4)
        try transaction.createPartitions(.init(name: "t", count: 5, assignments: [.init(brokerIds: [7])]))
        #expect(transaction.image.topics["t"]?.partitions.count == 5)
    }

    @Test func `growth that cannot be`() throws {
        let image = try existing().0
        let cases: [(CreatePartitionsRequest.CreatePartitionsTopic, ErrorCode)] = [
            (.init(name: "u", count: 4, assignments: nil), .unknownTopicOrPartition),
            (.init(name: "t", count: 2, assignments: nil), .invalidPartitions),
            (.init(name: "t", count: 1, assignments: nil), .invalidPartitions),
            (.init(name: "t", count: -5, assignments: nil), .invalidPartitions),
            (.init(name: "t", count: .max, assignments: nil), .policyViolation),
            (.init(name: "t", count: 3, assignments: []), .invalidReplicaAssignment),
            (.init(name: "t", count: 3, assignments: [.init(brokerIds: [1])]), .invalidReplicaAssignment),
        ]
        for (request, code) in cases {
            var transaction = MetadataTransaction.sample(image)
            #expect(transaction.refusal { try $0.createPartitions(request) }?.code == code)
            #expect(transaction.records.isEmpty)
        }
    }

    @Test func `only differences of settings are written`() throws {
        var transaction = MetadataTransaction.sample(try existing().0)
        try transaction.alterConfigs(type: 2, name: "t") { (before) throws(ConfigChangeError) in
            #expect(before == ["retention.ms": "5"])
            return ["segment.ms": "9"]
        }
        #expect(transaction.records.map(\.summary) == ["config retention.ms=nil", "config segment.ms=9"])
        #expect(transaction.image.config(2, "t") == ["segment.ms": "9"])
        var same = MetadataTransaction.sample(try existing().0)
        try same.alterConfigs(type: 2, name: "t") { (before) throws(ConfigChangeError) in before }
        #expect(same.records.isEmpty)
    }

    @Test func `settings of topics that are not there`() throws {
        var transaction = MetadataTransaction.sample(try existing().0)
        for (name, code) in [("u", ErrorCode.unknownTopicOrPartition), ("", .invalidTopicException)] {
            let refusal = transaction.refusal { transaction in
                try transaction.alterConfigs(type: 2, name: name) { (before) throws(ConfigChangeError) in before }
            }
            #expect(refusal?.code == code)
        }
    }

    @Test func `new leader epochs are for those that need them`() throws {
        var transaction = MetadataTransaction.sample(try existing(partitions: 3).0)
        transaction.startNewLeaderEpochs { _, partition in partition.index != 1 }
        #expect(transaction.records.map(\.summary) == ["change 0 leader 7", "change 2 leader 7"])
        #expect(transaction.image.topics["t"]?.partitions.map(\.leaderEpoch) == [1, 0, 1])
    }
}
