import KafkaClient
import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore
import Testing

@testable import KafkaProxy

@Suite("Two virtual clusters on one broker")
struct VirtualClusterTests {
    private static let settings = [
        "listeners=RED://127.0.0.1:0,BLUE://127.0.0.1:0",
        "listener.security.protocol.map=RED:PLAINTEXT,BLUE:PLAINTEXT",
        "martlet.proxy.virtual.clusters=red,blue",
        "martlet.proxy.virtual.cluster.red.listeners=RED",
        "martlet.proxy.virtual.cluster.red.prefix=red.",
        "martlet.proxy.virtual.cluster.blue.listeners=BLUE",
        "martlet.proxy.virtual.cluster.blue.prefix=blue-",
        "martlet.proxy.virtual.cluster.blue.cluster.id=all-blue",
    ]

    private func produce(_ connection: KafkaConnection, _ value: String) async throws {
        let created = try await connection.send(
            CreateTopicsRequest(
                topics: [.init(name: "orders", numPartitions: 1, replicationFactor: 1)], timeoutMs: 9_000))
        #expect(created.topics.map(\.name) == ["orders"])
        #expect(created.topics.map(\.errorCode) == [0])
        let answer = try await connection.send(
            ProduceRequest(
                acks: -1, timeoutMs: 5_000,
                topicData: [
                    .init(
                        name: "orders",
                        partitionData: [.init(index: 0, records: .bytes(try TestBatches.batch([("k", value)])))])
                ]))
        #expect(answer.responses.first?.partitionResponses.map(\.errorCode) == [0])
    }

    private func fetch(_ connection: KafkaConnection) async throws -> [String] {
        let answer = try await connection.send(
            FetchRequest(
                maxWaitMs: 100, minBytes: 1,
                topics: [.init(topic: "orders", partitions: [.init(partition: 0, partitionMaxBytes: 1_000_000)])]))
        #expect(answer.responses.map(\.topic) == ["orders"])
        return try TestBatches.records(answer.responses.first?.partitions.first?.records)
            .map { String(buffer: $0.value ?? ByteBuffer()) }
    }

    /// Commits an offset, once the group has its coordinator.
    private func commit(_ connection: KafkaConnection) async throws {
        for attempt in 0..<100 {
            let found = try await connection.send(FindCoordinatorRequest(coordinatorKeys: ["readers"]))
            #expect(found.coordinators.map(\.key) == ["readers"])
            let committed = try await connection.send(
                OffsetCommitRequest(
                    groupId: "readers",
                    topics: [.init(name: "orders", partitions: [.init(partitionIndex: 0, committedOffset: 1)])]))
            #expect(committed.topics.map(\.name) == ["orders"])
            if committed.topics.first?.partitions.map(\.errorCode) == [0] { return }
            #expect(attempt < 99)
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    @Test("The same names stand for different things, and neither sees the other")
    func tenants() async throws {
        try await withProxy(Self.settings) { proxy in
            let red = try await proxy.connect(port: proxy.port(of: "RED"))
            let blue = try await proxy.connect(port: proxy.port(of: "BLUE"))
            let direct = try await proxy.connect(port: proxy.brokerPort)
            try await produce(red, "of red")
            try await produce(blue, "of blue")
            #expect(try await fetch(red) == ["of red"])
            #expect(try await fetch(blue) == ["of blue"])
            for connection in [red, blue] {
                try await commit(connection)
                let metadata = try await connection.send(MetadataRequest(topics: nil))
                #expect(metadata.topics.map(\.name) == ["orders"])
                let groups = try await connection.send(ListGroupsRequest())
                #expect(groups.groups.map(\.groupId) == ["readers"])
            }
            let all = try await direct.send(MetadataRequest(topics: nil))
            #expect(
                Set(all.topics.compactMap(\.name)).isSuperset(of: ["red.orders", "blue-orders", "__consumer_offsets"]))
            let groups = try await direct.send(ListGroupsRequest())
            #expect(Set(groups.groups.map(\.groupId)) == ["red.readers", "blue-readers"])
            let blueCluster = try await blue.send(DescribeClusterRequest())
            #expect(blueCluster.clusterId == "all-blue")
            let redCluster = try await red.send(DescribeClusterRequest())
            #expect(redCluster.clusterId.hasPrefix("red-"))
            for connection in [red, blue, direct] { connection.close() }
        }
    }

    @Test("Names of another virtual cluster do not exist, and errors do not tell of the prefix")
    func strangers() async throws {
        try await withProxy(Self.settings) { proxy in
            let red = try await proxy.connect(port: proxy.port(of: "RED"))
            let blue = try await proxy.connect(port: proxy.port(of: "BLUE"))
            try await produce(red, "of red")
            let asked = try await blue.send(
                MetadataRequest(topics: [.init(name: "orders")], allowAutoTopicCreation: false))
            #expect(asked.topics.map(\.name) == ["orders"])
            #expect(asked.topics.map(\.errorCode) == [ErrorCode.unknownTopicOrPartition.rawValue])
            let id = try #require(try await red.send(MetadataRequest(topics: nil)).topics.first?.topicId)
            let byId = try await blue.send(MetadataRequest(topics: [.init(topicId: id, name: nil)]))
            #expect(byId.topics.map(\.errorCode) == [ErrorCode.unknownTopicId.rawValue])
            #expect(byId.topics.map(\.name) == [nil])
            let again = try await red.send(
                CreateTopicsRequest(
                    topics: [.init(name: "orders", numPartitions: 1, replicationFactor: 1)], timeoutMs: 9_000))
            #expect(again.topics.map(\.errorCode) == [ErrorCode.topicAlreadyExists.rawValue])
            #expect(again.topics.first?.errorMessage?.contains("red.") == false)
            red.close()
            blue.close()
        }
    }
}
