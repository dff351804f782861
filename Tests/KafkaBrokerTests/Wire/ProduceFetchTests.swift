import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

@Suite struct ProduceFetchTests {
    @Test func `what every version produces every version fetches`() async throws {
        try await withBroker { _, client in
            let id = try await client.createTopic("t")
            for version in Int16(3)...13 {
                let answer = try await client.produce(
                    try batch(["v\(version)"]), to: version < 13 ? "t" : "", version: version, topicId: id)
                #expect(answer.errorCode == 0)
                #expect(answer.baseOffset == Int64(version - 3))
                #expect(answer.logAppendTimeMs == -1)
                #expect(answer.logStartOffset == (version >= 5 ? 0 : -1))
            }
            let expected = (3...13).map { "v\($0)" }
            for version in Int16(4)...18 {
                let data = try await client.fetch(version < 13 ? "t" : "", at: 0, version: version, topicId: id)
                #expect(try values(of: data.records) == expected, "version \(version)")
                #expect(data.highWatermark == 11)
                #expect(data.lastStableOffset == 11)
            }
        }
    }

    @Test(arguments: CompressionType.allCases)
    func `every codec comes back as it went in`(codec: CompressionType) async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            let sent = try batch((0..<50).map { "value \($0)" }, compression: codec)
            #expect(try await client.produce(sent, to: "t").errorCode == 0)
            let data = try await client.fetch("t", at: 0)
            let stored = try #require(try batches(of: data.records).first)
            #expect(try RecordBatchHeader(parsing: stored).compression == codec)
            #expect(try values(of: data.records) == (0..<50).map { "value \($0)" })
        }
    }

    @Test func `a fetch inside a batch returns the whole batch`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            try await client.append(["a", "b", "c"], to: "t")
            try await client.append(["d"], to: "t")
            let data = try await client.fetch("t", at: 2)
            #expect(try values(of: data.records) == ["a", "b", "c", "d"])
            let end = try await client.fetch("t", at: 4)
            #expect(end.errorCode == 0)
            #expect((end.records?.count ?? 0) == 0)
            for outside: Int64 in [-1, 5] {
                let data = try await client.fetch("t", at: outside)
                #expect(data.errorCode == ErrorCode.offsetOutOfRange.rawValue)
                #expect(data.highWatermark == -1)
            }
        }
    }

    @Test func `the first batch comes whole however small the limits, and only the first`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t", partitions: 2)
            let value = String(repeating: "x", count: 500)
            for index: Int32 in [0, 1] {
                for _ in 0..<3 { try await client.append([value], to: "t", index) }
            }
            for limit: Int32 in [0, 1] {
                let one = try await client.fetch("t", at: 0, maxBytes: limit)
                #expect(try batches(of: one.records).count == 1)
            }
            // The limit of the whole answer: the second partition waits for its turn.
            let request = FetchRequest(
                maxWaitMs: 0, minBytes: 0, maxBytes: 10,
                topics: [
                    .init(
                        topic: "t",
                        partitions: [0, 1].map { .init(partition: $0, fetchOffset: 0, partitionMaxBytes: 1 << 20) })
                ])
            let both = try await client.call(request, version: 12)
            let sizes = both.responses.first?.partitions.map { $0.records?.count ?? 0 }
            #expect(sizes?.first ?? 0 > 500)
            #expect(sizes?.last == 0)
        }
    }

    @Test func `a produce without acknowledgement is stored, and closes the connection when it fails`() async throws {
        try await withBroker { broker, client in
            try await client.createTopic("t")
            func request(_ index: Int32) throws -> ProduceRequest {
                ProduceRequest(
                    acks: 0, timeoutMs: 10,
                    topicData: [
                        .init(name: "t", partitionData: [.init(index: index, records: .bytes(try batch(["a"])))])
                    ])
            }
            try await client.send(try request(0), version: 9)
            let data = try await client.fetch("t", at: 0)
            #expect(try values(of: data.records) == ["a"])
            let other = try await broker.client()
            try await other.send(try request(7), version: 9)
            try await other.waitForClose()
        }
    }

    @Test func `a fetch by a leader epoch of the past or the future is refused`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            try await client.append(["a"], to: "t")
            let request = FetchRequest(
                maxWaitMs: 5000, minBytes: 1,
                topics: [
                    .init(
                        topic: "t",
                        partitions: [
                            .init(partition: 0, currentLeaderEpoch: 3, fetchOffset: 0, partitionMaxBytes: 1 << 20)
                        ])
                ])
            let answer = try await client.call(request, version: 12)
            #expect(
                answer.responses.first?.partitions.first?.errorCode == ErrorCode.unknownLeaderEpoch.rawValue)
        }
    }

    @Test func `a last fetched epoch that never was tells where to go back to`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            try await client.append(["a", "b"], to: "t")
            let request = FetchRequest(
                maxWaitMs: 5000, minBytes: 1,
                topics: [
                    .init(
                        topic: "t",
                        partitions: [
                            .init(
                                partition: 0, currentLeaderEpoch: 0, fetchOffset: 5, lastFetchedEpoch: 0,
                                partitionMaxBytes: 1 << 20)
                        ])
                ])
            let data = try #require(try await client.call(request, version: 12).responses.first?.partitions.first)
            #expect(data.errorCode == 0)
            #expect(data.divergingEpoch.epoch == 0)
            #expect(data.divergingEpoch.endOffset == 2)
        }
    }
}
