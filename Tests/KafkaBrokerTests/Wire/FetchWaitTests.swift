import Foundation
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

@Suite struct FetchWaitTests {
    private func request(
        at offset: Int64, wait: Int32, minBytes: Int32 = 1, partitions: [Int32] = [0]
    ) -> FetchRequest {
        FetchRequest(
            maxWaitMs: wait, minBytes: minBytes, maxBytes: 1 << 20,
            topics: [
                .init(
                    topic: "t",
                    partitions: partitions.map { .init(partition: $0, fetchOffset: offset, partitionMaxBytes: 1 << 20) }
                )
            ])
    }

    @Test func `an append ends the wait of every fetch of its partition`() async throws {
        try await withBroker { broker, writer in
            try await writer.createTopic("t", partitions: 2)
            let readers = [try await broker.client(), try await broker.client()]
            // Longer than a client of these tests waits: only the append can answer.
            let request = request(at: 0, wait: 60_000, partitions: [0, 1])
            async let first = readers[0].call(request, version: 12)
            async let second = readers[1].call(request, version: 12)
            try await Task.sleep(for: .milliseconds(50))
            try await writer.append(["a"], to: "t", 1)
            for answer in [try await first, try await second] {
                let partitions = try #require(answer.responses.first?.partitions)
                #expect(try partitions.flatMap { try values(of: $0.records) } == ["a"])
            }
        }
    }

    @Test func `less than the least size goes on waiting until there is more`() async throws {
        try await withBroker { broker, writer in
            try await writer.createTopic("t")
            let reader = try await broker.client()
            let request = request(at: 0, wait: 60_000, minBytes: 150)
            async let waiting = reader.call(request, version: 12)
            try await Task.sleep(for: .milliseconds(50))
            try await writer.append(["a"], to: "t")
            try await writer.append(["b"], to: "t")
            try await writer.append(["c"], to: "t")
            let data = try #require(try await waiting.responses.first?.partitions.first)
            let got = try values(of: data.records)
            #expect(got.count >= 2)
            #expect((data.records?.count ?? 0) >= 150)
        }
    }

    @Test func `time ends the wait with what there is`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            let start = ContinuousClock.now
            let empty = try await client.call(request(at: 0, wait: 200), version: 12)
            #expect(ContinuousClock.now - start >= .milliseconds(190))
            #expect(empty.responses.first?.partitions.first?.errorCode == 0)
            try await client.append(["a"], to: "t")
            let little = try await client.call(request(at: 0, wait: 100, minBytes: 100_000), version: 12)
            #expect(try values(of: little.responses.first?.partitions.first?.records) == ["a"])
        }
    }

    @Test func `an error and a fetch without partitions do not wait`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            let failed = try await client.call(request(at: 7, wait: 60_000), version: 12)
            #expect(failed.responses.first?.partitions.map(\.errorCode) == [ErrorCode.offsetOutOfRange.rawValue])
            let missing = try await client.call(request(at: 0, wait: 60_000, partitions: [8, 9]), version: 12)
            #expect(missing.responses.first?.partitions.map(\.errorCode) == [3, 3])
            let nothing = try await client.call(FetchRequest(maxWaitMs: 60_000, minBytes: 1), version: 12)
            #expect(nothing.responses.isEmpty)
        }
    }

    @Test func `a partition that is not there ends no wait for one that is`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            let start = ContinuousClock.now
            let answer = try await client.call(request(at: 0, wait: 200, partitions: [0, 9]), version: 12)
            #expect(ContinuousClock.now - start >= .milliseconds(190))
            #expect(answer.responses.first?.partitions.map(\.errorCode) == [0, 3])
        }
    }

    @Test func `deleting the topic ends the wait with an error`() async throws {
        try await withBroker { broker, client in
            try await client.createTopic("t")
            let reader = try await broker.client()
            let request = request(at: 0, wait: 60_000)
            async let waiting = reader.call(request, version: 12)
            try await Task.sleep(for: .milliseconds(50))
            _ = try await client.call(DeleteTopicsRequest(topicNames: ["t"]), version: 5)
            let code = try #require(try await waiting.responses.first?.partitions.first?.errorCode)
            #expect(
                code == ErrorCode.unknownTopicOrPartition.rawValue || code == ErrorCode.notLeaderOrFollower.rawValue)
        }
    }

    @Test func `requests behind a waiting fetch are answered after it, on the same connection`() async throws {
        try await withBroker { broker, client in
            try await client.createTopic("t")
            let reader = try await broker.client()
            let request = request(at: 0, wait: 300)
            async let waiting = reader.call(request, version: 12)
            try await Task.sleep(for: .milliseconds(20))
            async let next = reader.call(ApiVersionsRequest(), version: 0)
            // Each answer carries the correlation id of its own request, or the client throws.
            _ = try await waiting
            #expect(try await next.errorCode == 0)
        }
    }

    @Test func `stopping the broker answers those who wait`() async throws {
        let directory = TestBroker.newDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let broker = try await TestBroker.start(in: directory, [])
        let fetcher = try await broker.client()
        let member = try await broker.client()
        try await fetcher.createTopic("t")
        _ = try await fetcher.call(FindCoordinatorRequest(key: "g"), version: 0)
        // The first member is in; the second waits for it to join again.
        let first = JoinGroupRequest(
            groupId: "g", sessionTimeoutMs: 60_000, memberId: "", protocolType: "consumer",
            protocols: [.init(name: "range", metadata: ByteBuffer())])
        #expect(try await fetcher.call(first, version: 0).errorCode == 0)
        async let joining = member.call(first, version: 0)
        let request = request(at: 0, wait: 60_000)
        async let waiting = fetcher.call(request, version: 12)
        try await Task.sleep(for: .milliseconds(50))
        await broker.stop()
        #expect(try await waiting.errorCode == 0)
        #expect(try await joining.errorCode == ErrorCode.notCoordinator.rawValue)
    }
}
