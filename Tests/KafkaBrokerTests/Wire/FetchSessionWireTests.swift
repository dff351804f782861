import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

/// Incremental fetch sessions (KIP-227) as a client meets them.
@Suite struct FetchSessionWireTests {
    private func request(
        session: Int32, epoch: Int32, _ partitions: [(topic: String, index: Int32, offset: Int64)] = [],
        forgotten: [(topic: String, index: Int32)] = []
    ) -> FetchRequest {
        FetchRequest(
            maxWaitMs: 0, minBytes: 0, maxBytes: 1 << 20, sessionId: session, sessionEpoch: epoch,
            topics: partitions.map {
                .init(
                    topic: $0.topic,
                    partitions: [.init(partition: $0.index, fetchOffset: $0.offset, partitionMaxBytes: 1 << 20)])
            },
            forgottenTopicsData: forgotten.map { .init(topic: $0.topic, partitions: [$0.index]) })
    }

    private func partitions(_ answer: FetchResponse) -> [Int32] {
        answer.responses.flatMap { $0.partitions.map(\.partitionIndex) }
    }

    @Test func `a session answers only what has changed`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t", partitions: 2)
            let first = try await client.call(
                request(session: 0, epoch: 0, [("t", 0, 0), ("t", 1, 0)]), version: 12)
            let id = first.sessionId
            #expect(id != 0)
            #expect(partitions(first) == [0, 1])
            let second = try await client.call(request(session: id, epoch: 1), version: 12)
            #expect(second.sessionId == id)
            #expect(second.responses.isEmpty)
            try await client.append(["a"], to: "t", 1)
            let third = try await client.call(request(session: id, epoch: 2), version: 12)
            #expect(partitions(third) == [1])
            #expect(try values(of: third.responses.first?.partitions.first?.records) == ["a"])
            // The client goes on behind what it read; the other partition is forgotten and stays silent.
            let fourth = try await client.call(
                request(session: id, epoch: 3, [("t", 1, 1)], forgotten: [("t", 0)]), version: 12)
            #expect(fourth.responses.isEmpty)
            try await client.append(["b"], to: "t", 0)
            try await client.append(["c"], to: "t", 1)
            let fifth = try await client.call(request(session: id, epoch: 4), version: 12)
            #expect(partitions(fifth) == [1])
        }
    }

    @Test func `a wrong epoch and an unknown session are told`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            let id = try await client.call(request(session: 0, epoch: 0, [("t", 0, 0)]), version: 12).sessionId
            let wrong = try await client.call(request(session: id, epoch: 5), version: 12)
            #expect(wrong.errorCode == ErrorCode.invalidFetchSessionEpoch.rawValue)
            let unknown = try await client.call(request(session: id &+ 1, epoch: 1), version: 12)
            #expect(unknown.errorCode == ErrorCode.fetchSessionIdNotFound.rawValue)
            #expect(unknown.responses.isEmpty)
        }
    }

    @Test func `a session that the client closes is gone`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            let id = try await client.call(request(session: 0, epoch: 0, [("t", 0, 0)]), version: 12).sessionId
            let last = try await client.call(request(session: id, epoch: -1), version: 12)
            #expect(last.sessionId == 0)
            let after = try await client.call(request(session: id, epoch: 1), version: 12)
            #expect(after.errorCode == ErrorCode.fetchSessionIdNotFound.rawValue)
        }
    }

    @Test func `closing a session while its fetch waits leaves nothing to tell`() async throws {
        try await withBroker { broker, client in
            try await client.createTopic("t")
            let id = try await client.call(request(session: 0, epoch: 0, [("t", 0, 0)]), version: 12).sessionId
            let waiter = try await broker.client()
            var parked = request(session: id, epoch: 1)
            parked.maxWaitMs = 300
            parked.minBytes = 1
            async let answer = waiter.call(parked, version: 12)
            try await Task.sleep(for: .milliseconds(50))
            _ = try await client.call(request(session: id, epoch: -1), version: 12)
            #expect(try await answer.responses.isEmpty)
        }
    }

    @Test func `a topic made anew under its name is an unknown id to an old session`() async throws {
        try await withBroker { _, client in
            let old = try await client.createTopic("t")
            var full = request(session: 0, epoch: 0)
            full.topics = [
                .init(topicId: old, partitions: [.init(partition: 0, fetchOffset: 0, partitionMaxBytes: 1 << 20)])
            ]
            let id = try await client.call(full, version: 17).sessionId
            _ = try await client.call(DeleteTopicsRequest(topicNames: ["t"]), version: 5)
            let new = try await client.createTopic("t")
            #expect(new != old)
            for epoch: Int32 in [1, 2] {
                let answer = try await client.call(request(session: id, epoch: epoch), version: 17)
                #expect(answer.errorCode == 0)
                #expect(answer.responses.map(\.topicId) == [old])
                #expect(
                    answer.responses.first?.partitions.first?.errorCode == ErrorCode.unknownTopicId.rawValue)
            }
        }
    }
}
