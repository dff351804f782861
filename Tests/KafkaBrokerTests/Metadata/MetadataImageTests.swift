import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

@Suite struct MetadataImageTests {
    @Test func `replaying a log gives the image that wrote it`() throws {
        var transaction = MetadataTransaction.sample()
        try transaction.create("a", partitions: 3)
        let gone = try transaction.create("b.c")
        transaction.append(.config(ConfigRecord(resourceType: 4, resourceName: "", name: "x", value: "1")))
        transaction.append(.config(ConfigRecord(resourceType: 2, resourceName: "b.c", name: "y", value: "2")))
        _ = try transaction.deleteTopic(name: "b.c", id: .zero)
        transaction.append(.producerIds(ProducerIdsRecord(brokerId: 7, brokerEpoch: 1, nextProducerId: 1000)))
        transaction.append(.featureLevel(FeatureLevelRecord(name: "metadata.version", featureLevel: 21)))
        transaction.append(.registerBroker(RegisterBrokerRecord(brokerId: 7, brokerEpoch: 33)))

        var replayed = MetadataImage()
        for record in transaction.records { replayed.apply(try MetadataRecord(decoding: record.encoded())) }
        #expect(replayed.topics.keys.sorted() == ["a"])
        #expect(replayed.topics["a"]?.partitions.map(\.index) == [0, 1, 2])
        #expect(replayed.topic(gone.id) == nil)
        #expect(replayed.config(4, "") == ["x": "1"])
        #expect(replayed.config(2, "b.c").isEmpty)
        #expect(replayed.nextProducerId == 1000)
        #expect(replayed.features == ["metadata.version": 21])
        #expect(replayed.brokerEpochs == [7: 33])
    }

    @Test func `a change of leader begins an epoch, any other change does not`() throws {
        var transaction = MetadataTransaction.sample()
        let id = try transaction.create("a").id
        var image = transaction.image
        image.apply(.partitionChange(PartitionChangeRecord(partitionId: 0, topicId: id, isr: [])))
        #expect(image.topics["a"]?.partitions.map(\.leaderEpoch) == [0])
        #expect(image.topics["a"]?.partitions.map(\.partitionEpoch) == [1])
        #expect(image.topics["a"]?.partitions.map(\.isr) == [[]])
        image.apply(.partitionChange(PartitionChangeRecord(partitionId: 0, topicId: id, leader: -1)))
        #expect(image.topics["a"]?.partitions.map(\.leader) == [-1])
        image.apply(.partitionChange(PartitionChangeRecord(partitionId: 0, topicId: id, leader: 7)))
        #expect(image.topics["a"]?.partitions.map(\.leaderEpoch) == [2])
    }

    @Test func `records about things that are not there change nothing`() {
        var image = MetadataImage()
        let id = Uuid(high: 4, low: 4)
        image.apply(.partition(PartitionRecord(partitionId: 0, topicId: id)))
        image.apply(.partitionChange(PartitionChangeRecord(partitionId: 0, topicId: id, leader: 1)))
        image.apply(.removeTopic(RemoveTopicRecord(topicId: id)))
        image.apply(.other(kind: 99, version: 0))
        #expect(image.topics.isEmpty)
    }

    @Test func `a producer id block never goes backwards`() {
        var image = MetadataImage()
        image.apply(.producerIds(ProducerIdsRecord(nextProducerId: 5000)))
        image.apply(.producerIds(ProducerIdsRecord(nextProducerId: 1000)))
        #expect(image.nextProducerId == 5000)
    }
}
