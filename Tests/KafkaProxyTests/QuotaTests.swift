import Foundation
import KafkaClient
import KafkaProtocol
import KafkaWire
import NIOCore
import NIOPosix
import Testing

@testable import KafkaProxy

@Suite("Quotas of a proxy", .timeLimit(.minutes(1)))
struct QuotaTests {
    /// A proxy with such a file of quotas, looked at over two samples.
    private func withQuotas(
        _ lines: String, _ settings: [String] = [], body: (TestProxy) async throws -> Void
    ) async throws {
        let file = NSTemporaryDirectory() + "martlet-quotas-" + UUID().uuidString
        try lines.write(toFile: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let own = ["martlet.proxy.quotas.file=\(file)", "quota.window.num=2", "controller.quota.window.num=2"]
        try await withProxy(own + settings, body: body)
    }

    private func create(
        _ connection: KafkaConnection, _ names: [String], partitions: Int32 = 1, maxVersion: Int16 = 7
    )
        async throws -> CreateTopicsResponse
    {
        try await connection.send(
            CreateTopicsRequest(
                topics: names.map { .init(name: $0, numPartitions: partitions, replicationFactor: 1) },
                timeoutMs: 9_000),
            maxVersion: maxVersion)
    }

    private func produce(_ connection: KafkaConnection, bytes: Int, maxVersion: Int16) async throws -> ProduceResponse {
        let batch = try TestBatches.batch([("k", String(repeating: "v", count: bytes))])
        return try await connection.send(
            ProduceRequest(
                acks: -1, timeoutMs: 5_000,
                topicData: [.init(name: "t", partitionData: [.init(index: 0, records: .bytes(batch))])]),
            maxVersion: maxVersion)
    }

    private func fetch(_ connection: KafkaConnection, maxVersion: Int16) async throws -> FetchResponse {
        try await connection.send(
            FetchRequest(
                maxWaitMs: 100, minBytes: 1,
                topics: [.init(topic: "t", partitions: [.init(partition: 0, partitionMaxBytes: 1_000_000)])]),
            maxVersion: maxVersion)
    }

    @Test(
        "Whoever is above a rate of bytes hears for how long, and others do not",
        arguments: [(Int16(9), Int16(11)), (12, 12)])
    func bytes(produceVersion: Int16, fetchVersion: Int16) async throws {
        try await withQuotas("client-id=slow producer_byte_rate=40000 consumer_byte_rate=40000") { proxy in
            let quick = try await proxy.connect()
            _ = try await create(quick, ["t"])
            let slow = try await proxy.connect(clientId: "slow")
            let sent = try await produce(slow, bytes: 60_000, maxVersion: produceVersion)
            #expect(sent.responses.first?.partitionResponses.first?.errorCode == 0)
            #expect(sent.throttleTimeMs > 0)
            #expect(try await produce(quick, bytes: 60_000, maxVersion: produceVersion).throttleTimeMs == 0)
            let got = try await fetch(slow, maxVersion: fetchVersion)
            #expect(got.throttleTimeMs > 0)
            // What the cluster gave cannot be kept back.
            #expect(try TestBatches.records(got.responses.first?.partitions.first?.records).count == 2)
            #expect(try await fetch(quick, maxVersion: fetchVersion).throttleTimeMs == 0)
        }
    }

    @Test("Whoever is above a share of time hears for how long, whatever it asks")
    func time() async throws {
        try await withQuotas("client-id=slow request_percentage=0.0001") { proxy in
            let slow = try await proxy.connect(clientId: "slow")
            #expect(try await slow.send(ListGroupsRequest()).throttleTimeMs > 0)
            #expect(try await slow.send(MetadataRequest(topics: [])).throttleTimeMs > 0)
            #expect(try await proxy.connect().send(ListGroupsRequest()).throttleTimeMs == 0)
        }
    }

    @Test("Topics beyond the rate of changes are refused where clients know the error, and else paid for afterwards")
    func mutations() async throws {
        try await withQuotas("client-id=slow controller_mutation_rate=1") { proxy in
            let slow = try await proxy.connect(clientId: "slow")
            let first = try await create(slow, ["a", "b"], partitions: 10)
            #expect(first.topics.map(\.errorCode).sorted() == [0, ErrorCode.throttlingQuotaExceeded.rawValue])
            #expect(first.throttleTimeMs > 0)
            let taken = try #require(first.topics.first { $0.errorCode == 0 }).name
            let other = try await proxy.connect()
            #expect(try await create(other, ["c"], partitions: 10).topics.map(\.errorCode) == [0])
            let metadata = try await other.send(MetadataRequest(topics: nil))
            #expect(metadata.topics.compactMap(\.name).sorted() == [taken, "c"].sorted())
        }
        try await withQuotas("client-id=slow controller_mutation_rate=1") { proxy in
            let slow = try await proxy.connect(clientId: "slow")
            // Before version 6.
            let all = try await create(slow, ["a", "b"], partitions: 2, maxVersion: 5)
            #expect(all.topics.map(\.errorCode) == [0, 0])
            #expect(all.throttleTimeMs > 0)
        }
    }

    @Test("Connections above the rate of their address are closed unanswered")
    func connections() async throws {
        try await withQuotas("ip=127.0.0.1 connection_creation_rate=1") { proxy in
            let threads = NIOThreadPool(numberOfThreads: 1)
            threads.start()
            var asked = ByteBuffer()
            // ApiVersions, version 0, from a client without a name.
            asked.writeMultipleIntegers(Int32(10), Int16(18), Int16(0), Int32(7), Int16(-1))
            let request = asked
            let answered = try await threads.runIfActive {
                (0..<6).map { _ in
                    (try? Sockets.correlationIds(ofAnswers: 1, to: request, port: proxy.port)) ?? []
                }
            }
            try await threads.shutdownGracefully()
            #expect(answered.first == [7])
            #expect(answered.contains([]))
        }
    }
}
