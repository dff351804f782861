import Foundation
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

/// Snapshots of the metadata: they say what the log says, and the log may go once they are written.
@Suite struct MetadataSnapshotTests {
    private func summary(_ image: MetadataImage) -> String {
        let topics = image.topics.values.sorted { $0.name < $1.name }
        let resources = image.configs.map { "\($0.key.type) \($0.key.name) \($0.value.sorted { $0.key < $1.key })" }
        return "\(topics) \(resources.sorted()) \(image.features.sorted { $0.key < $1.key }) \(image.nextProducerId) "
            + "\(image.brokerEpochs.sorted { $0.key < $1.key })"
    }

    private func image(_ records: [ByteBuffer]) throws -> MetadataImage {
        var image = MetadataImage()
        for record in records { image.apply(try MetadataRecord(decoding: record)) }
        return image
    }

    @Test func theFoldedRecordsGiveTheSameImage() throws {
        var transaction = MetadataTransaction.sample()
        transaction.append(.featureLevel(FeatureLevelRecord(name: "metadata.version", featureLevel: 21)))
        transaction.append(.registerBroker(RegisterBrokerRecord(brokerId: 7, brokerEpoch: 3)))
        for index in 0..<6 { try transaction.create("t\(index)", partitions: 3) }
        for (topic, value) in [("t1", "5"), ("t1", "6"), ("t2", "7"), ("t3", "8")] {
            transaction.append(
                .config(ConfigRecord(resourceType: 2, resourceName: topic, name: "retention.ms", value: value)))
        }
        transaction.append(.config(ConfigRecord(resourceType: 2, resourceName: "t2", name: "retention.ms", value: nil)))
        transaction.append(.producerIds(ProducerIdsRecord(brokerId: 7, brokerEpoch: 3, nextProducerId: 1000)))
        transaction.append(.producerIds(ProducerIdsRecord(brokerId: 7, brokerEpoch: 3, nextProducerId: 2000)))
        transaction.startNewLeaderEpochs { topic, _ in topic.name != "t0" }
        _ = try transaction.deleteTopic(name: "t3", id: .zero)
        try transaction.create("t3", partitions: 1)
        let all = try transaction.records.map { try $0.encoded() }
        var fold = MetadataFold()
        for record in all { try fold.apply(record) }
        let folded = try fold.records()
        #expect(summary(try image(folded)) == summary(try image(all)))
        // 1 feature, 1 broker, 6 topics with 16 partitions, 1 setting, 1 block of ids.
        #expect(folded.count == 26)
        var again = MetadataFold()
        for record in folded { try again.apply(record) }
        #expect(try again.records() == folded)
    }

    @Test func recordsOfOtherKindsStayAsTheyAre() throws {
        let unknown = ByteBuffer(bytes: [1, 0xf0, 0x01, 0, 1, 2, 3])
        let scram = try MetadataRecord.frame(
            UserScramCredentialRecord(name: "u", mechanism: 1, salt: ByteBuffer(string: "s"), iterations: 4096),
            version: 0)
        let gone = try MetadataRecord.frame(
            AccessControlEntryRecord(id: Uuid(high: 1, low: 2), resourceType: 2, resourceName: "x"), version: 0)
        let removal = try MetadataRecord.frame(RemoveAccessControlEntryRecord(id: Uuid(high: 1, low: 2)), version: 0)
        let aborted = try MetadataRecord.frame(TopicRecord(name: "t", topicId: Uuid(high: 3, low: 4)), version: 0)
        var fold = MetadataFold()
        for record in [unknown, gone, scram, unknown, removal] { try fold.apply(record) }
        try fold.apply(try MetadataRecord.frame(BeginTransactionRecord(name: nil), version: 0))
        try fold.apply(aborted)
        try fold.apply(try MetadataRecord.frame(AbortTransactionRecord(reason: nil), version: 0))
        #expect(try fold.records() == [unknown, scram, unknown])
    }

    @Test func namesAreThoseOfKafka() {
        let snapshot = MetadataSnapshot(endOffset: 1234, epoch: 5)
        #expect(snapshot.name == "00000000000000001234-0000000005.checkpoint")
        #expect(MetadataSnapshot(name: snapshot.name) == snapshot)
        #expect(MetadataSnapshot(name: "00000000000000001234-0000000005.checkpoint.part") == nil)
        #expect(MetadataSnapshot(name: "bootstrap.checkpoint") == nil)
    }

    @Test func aBrokerStartsFromItsSnapshotWithoutTheLogBeforeIt() async throws {
        let directory = TestBroker.newDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let settings = ["metadata.log.max.record.bytes.between.snapshots=1"]
        let first = try await TestBroker.start(in: directory, settings)
        let client = try await first.client()
        let id = try await client.createTopic("kept", partitions: 2, ["retention.ms": "-1"])
        try await client.append(["a"], to: "kept")
        await client.close()
        await first.stop()
        let metadata = directory + "/__cluster_metadata-0"
        let names = try FileManager.default.contentsOfDirectory(atPath: metadata)
        #expect(names.compactMap { MetadataSnapshot(name: $0) }.count >= 2)
        // The newest one is damaged: an older one and the log behind it serve as well.
        let newest = try #require(names.filter { MetadataSnapshot(name: $0) != nil }.max())
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: metadata + "/" + newest))
        let second = try await TestBroker.start(in: directory, settings)
        try await check(second, id)
        await second.stop()
        // The log is lost altogether: the last snapshot holds what it held.
        for name in try FileManager.default.contentsOfDirectory(atPath: metadata) where name.hasSuffix(".log") {
            try FileManager.default.removeItem(atPath: metadata + "/" + name)
        }
        let third = try await TestBroker.start(in: directory, settings)
        try await check(third, id)
        await third.stop()
    }

    private func check(_ broker: TestBroker, _ id: Uuid) async throws {
        let client = try await broker.client()
        let topic = try #require(try await client.metadata(["kept"]).topics.first)
        #expect(topic.topicId == id)
        #expect(topic.partitions.count == 2)
        #expect(try values(of: try await client.fetch("kept", at: 0).records) == ["a"])
        await client.close()
    }
}
