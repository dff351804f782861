import Foundation
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

@Suite struct RestartTests {
    /// Fills a broker with a topic, settings, records of an idempotent producer and a committed offset.
    private func fill(_ client: WireClient) async throws -> (topicId: Uuid, producerId: Int64) {
        let id = try await client.createTopic("t", partitions: 2, ["retention.ms": "-1"])
        let producer = try await client.call(InitProducerIdRequest(transactionalId: nil), version: 5).producerId
        for sequence: Int32 in 0..<3 {
            let records = try sequenced(producer, sequence)
            #expect(try await client.produce(records, to: "t").errorCode == 0)
        }
        _ = try await client.call(FindCoordinatorRequest(key: "g"), version: 0)
        let commit = OffsetCommitRequest(
            groupId: "g", topics: [.init(name: "t", partitions: [.init(partitionIndex: 0, committedOffset: 2)])])
        let committed = try await client.call(commit, version: 8)
        #expect(committed.topics.first?.partitions.map(\.errorCode) == [0])
        return (id, producer)
    }

    /// Of today: producers whose last record is older than a day are forgotten at a start.
    private func sequenced(_ producerId: Int64, _ sequence: Int32) throws -> ByteBuffer {
        try batch(
            ["v\(sequence)"], timestamp: BrokerClock.system.now(), producerId: producerId, producerEpoch: 0,
            sequence: sequence)
    }

    /// Finds all of it again.
    private func check(
        _ client: WireClient, _ id: Uuid, _ producerId: Int64, leaderEpoch: Int32
    ) async throws {
        let topic = try #require(try await client.metadata(["t"]).topics.first)
        #expect(topic.topicId == id)
        #expect(topic.partitions.map(\.leaderEpoch) == [leaderEpoch, leaderEpoch])
        #expect(try values(of: try await client.fetch("t", at: 0).records) == ["v0", "v1", "v2"])
        #expect(try await committedOffset(client) == 2)
        let describe = DescribeConfigsRequest(
            resources: [.init(resourceType: 2, resourceName: "t", configurationKeys: ["retention.ms"])])
        #expect(try await client.call(describe, version: 4).results.first?.configs.map(\.value) == ["-1"])
        // Sent again after the restart, the last batch is still known.
        let again = try sequenced(producerId, 2)
        #expect(try await client.produce(again, to: "t").baseOffset == 2)
        #expect(try await client.offset(of: "t", at: -1).offset == 3)
        let next = try await client.call(InitProducerIdRequest(transactionalId: nil), version: 5).producerId
        #expect(next > producerId)
    }

    /// Groups load in the background after a start.
    private func committedOffset(_ client: WireClient) async throws -> Int64 {
        let fetch = OffsetFetchRequest(groupId: "g", topics: [.init(name: "t", partitionIndexes: [0])])
        for _ in 0..<3000 {
            let answer = try await client.call(fetch, version: 5)
            if answer.errorCode == 0 { return answer.topics.first?.partitions.first?.committedOffset ?? -2 }
            try await Task.sleep(for: .milliseconds(10))
        }
        return -3
    }

    @Test func `a stop in order keeps everything under the same leader epoch`() async throws {
        let directory = TestBroker.newDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let first = try await TestBroker.start(in: directory, [])
        let (id, producer) = try await fill(try await first.client())
        await first.stop()
        let second = try await TestBroker.start(in: directory, [])
        try await check(try await second.client(), id, producer, leaderEpoch: 0)
        await second.stop()
    }

    @Test func `a broker that was killed comes back with everything and a new leader epoch`() async throws {
        let directory = TestBroker.newDirectory()
        let image = TestBroker.newDirectory()
        defer {
            try? FileManager.default.removeItem(atPath: directory)
            try? FileManager.default.removeItem(atPath: image)
        }
        let first = try await TestBroker.start(in: directory, [])
        let (id, producer) = try await fill(try await first.client())
        // What a kill leaves behind: the files as they are now.
        try FileManager.default.copyItem(atPath: directory, toPath: image)
        await first.stop()
        let second = try await TestBroker.start(in: image, [])
        let client = try await second.client()
        try await check(client, id, producer, leaderEpoch: 1)
        let request = OffsetForLeaderEpochRequest(
            topics: [.init(topic: "t", partitions: [.init(partition: 0, leaderEpoch: 0)])])
        let end = try await client.call(request, version: 4).topics.first?.partitions.first
        #expect(end?.leaderEpoch == 0)
        #expect(end?.endOffset == 3)
        await second.stop()
    }

    @Test func `deleted topics stay deleted`() async throws {
        let directory = TestBroker.newDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let first = try await TestBroker.start(in: directory, [])
        let client = try await first.client()
        try await client.createTopic("gone")
        try await client.createTopic("kept")
        try await client.append(["a"], to: "gone")
        _ = try await client.call(DeleteTopicsRequest(topicNames: ["gone"]), version: 5)
        await first.stop()
        let second = try await TestBroker.start(in: directory, [])
        let again = try await second.client()
        #expect(try await again.metadata(nil).topics.map(\.name) == ["kept"])
        try await again.createTopic("gone")
        #expect(try await again.append(["b"], to: "gone") == 0)
        await second.stop()
    }

    @Test func `settings changed at run time outlive a restart`() async throws {
        let directory = TestBroker.newDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let first = try await TestBroker.start(in: directory, [])
        let request = IncrementalAlterConfigsRequest(
            resources: [
                .init(
                    resourceType: 4, resourceName: "",
                    configs: [.init(name: "message.max.bytes", configOperation: 0, value: "2000")])
            ])
        _ = try await first.client().call(request, version: 1)
        await first.stop()
        let second = try await TestBroker.start(in: directory, [])
        let client = try await second.client()
        try await client.createTopic("t")
        let big = try batch([String(repeating: "x", count: 5000)])
        #expect(try await client.produce(big, to: "t").errorCode == ErrorCode.messageTooLarge.rawValue)
        await second.stop()
    }

    @Test func `a directory in use is not opened twice`() async throws {
        try await withBroker { broker, _ in
            await #expect(throws: BrokerStartError.self) { try await TestBroker.start(in: broker.directory, []) }
        }
    }

    @Test func `a directory of another node is refused`() async throws {
        let directory = TestBroker.newDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let first = try await TestBroker.start(in: directory, [])
        await first.stop()
        await #expect(throws: BrokerStartError.self) { try await TestBroker.start(in: directory, ["node.id=7"]) }
    }
}
