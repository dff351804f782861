import Foundation
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

/// Directories that do not fit the metadata when a broker starts: nothing in them is lost or given to others.
@Suite struct FoundPartitionTests {
    /// A directory in which a stopped broker left a topic of two partitions with records in the first.
    private func directory(_ change: (String) throws -> Void) async throws -> (path: String, id: Uuid) {
        let directory = TestBroker.newDirectory()
        let broker = try await TestBroker.start(in: directory, [])
        let client = try await broker.client()
        let id = try await client.createTopic("t", partitions: 2, ["retention.ms": "-1"])
        let records = try batch(["a", "b"], timestamp: BrokerClock.system.now())
        #expect(try await client.produce(records, to: "t").errorCode == 0)
        _ = try await client.call(FindCoordinatorRequest(key: "g"), version: 0)
        await client.close()
        await broker.stop()
        try change(directory)
        return (directory, id)
    }

    private func withBroker(in directory: String, _ body: (WireClient) async throws -> Void) async throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let broker = try await TestBroker.start(in: directory, [])
        try await broker.serve(body)
    }

    @Test func withoutAMetadataLogTheTopicsOfTheDirectoryAreServed() async throws {
        let (path, id) = try await directory { directory in
            try FileManager.default.removeItem(atPath: directory + "/__cluster_metadata-0")
            try FileManager.default.removeItem(atPath: directory + "/bootstrap.checkpoint")
            try FileManager.default.removeItem(atPath: directory + "/t-1/partition.metadata")
        }
        try await withBroker(in: path) { client in
            let topic = try #require(try await client.metadata(["t"]).topics.first)
            #expect(topic.topicId == id)
            #expect(topic.partitions.first?.leaderEpoch == 1)
            #expect(try values(of: try await client.fetch("t", at: 0).records) == ["a", "b"])
            let more = try batch(["c"], timestamp: BrokerClock.system.now())
            #expect(try await client.produce(more, to: "t").baseOffset == 2)
            let describe = DescribeConfigsRequest(
                resources: [
                    .init(resourceType: 2, resourceName: "__consumer_offsets", configurationKeys: ["cleanup.policy"])
                ])
            let configs = try await client.call(describe, version: 4).results.first?.configs
            #expect(configs?.map(\.value) == ["compact"])
        }
    }

    @Test func aLostPartitionMetadataFileIsWrittenAnew() async throws {
        let (path, id) = try await directory { directory in
            try FileManager.default.removeItem(atPath: directory + "/t-0/partition.metadata")
        }
        try await withBroker(in: path) { client in
            #expect(try values(of: try await client.fetch("t", at: 0).records) == ["a", "b"])
            let text = try String(contentsOfFile: path + "/t-0/partition.metadata", encoding: .utf8)
            #expect(text == "version: 0\ntopic_id: \(id)")
        }
    }

    @Test func aDirectoryOfAnotherTopicOfTheNameIsPutAside() async throws {
        let (path, _) = try await directory { directory in
            try "version: 0\ntopic_id: \(Uuid(high: 5, low: 6))".write(
                toFile: directory + "/t-0/partition.metadata", atomically: true, encoding: .utf8)
        }
        try await withBroker(in: path) { client in
            #expect(try values(of: try await client.fetch("t", at: 0).records) == [])
            let aside = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix("-stray") }
            let stray = try #require(aside.first)
            #expect(aside.count == 1 && stray.hasPrefix("t-0."))
            let size =
                try FileManager.default.attributesOfItem(
                    atPath: "\(path)/\(stray)/00000000000000000000.log")[.size] as? Int
            #expect((size ?? 0) > 0)
        }
    }
}
