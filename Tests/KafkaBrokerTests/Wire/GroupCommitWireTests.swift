import KafkaProtocol
import KafkaWire
import Testing

@testable import KafkaBroker

/// What clients see of group commit; that answers wait for the device is tried with the real program.
@Suite struct GroupCommitWireTests {
    private static let on = "martlet.group.commit.enable=true"

    @Test func `acknowledged records are durable and shown`() async throws {
        try await withBroker(Self.on) { broker, client in
            try await client.createTopic("t", partitions: 2)
            for number: Int64 in 0..<20 {
                #expect(try await client.append(["v\(number)"], to: "t") == number)
                #expect(try await client.offset(of: "t", at: -1).offset == number + 1)
            }
            #expect(try values(of: try await client.fetch("t", at: 0).records).count == 20)
            #expect(try await client.fetch("t", at: 0).highWatermark == 20)
        }
    }

    @Test func `records of acks 1 are shown when they are durable`() async throws {
        try await withBroker(Self.on) { broker, client in
            try await client.createTopic("t")
            #expect(try await client.produce(try batch(["a"]), to: "t", acks: 1).errorCode == 0)
            let fetch = FetchRequest(
                maxWaitMs: 30_000, minBytes: 1, maxBytes: 1 << 20,
                topics: [.init(topic: "t", partitions: [.init(partition: 0, partitionMaxBytes: 1 << 20)])])
            let answer = try await client.call(fetch, version: 12)
            #expect(try values(of: answer.responses.first?.partitions.first?.records) == ["a"])
        }
    }

    @Test func `a batch that comes again is acknowledged once it is durable, too`() async throws {
        try await withBroker(Self.on) { _, client in
            try await client.createTopic("t")
            let id = try await client.call(InitProducerIdRequest(transactionalId: nil), version: 5).producerId
            let records = try batch(["a"], producerId: id, producerEpoch: 0, sequence: 0)
            #expect(try await client.produce(records, to: "t").baseOffset == 0)
            let again = try await client.produce(records, to: "t")
            #expect(again.errorCode == 0)
            #expect(again.baseOffset == 0)
        }
    }

    @Test func `offsets are committed`() async throws {
        try await withBroker(Self.on) { _, client in
            try await client.createTopic("t")
            _ = try await client.call(FindCoordinatorRequest(key: "g"), version: 0)
            let commit = OffsetCommitRequest(
                groupId: "g", topics: [.init(name: "t", partitions: [.init(partitionIndex: 0, committedOffset: 2)])])
            #expect(try await client.call(commit, version: 8).topics.first?.partitions.map(\.errorCode) == [0])
            let fetch = OffsetFetchRequest(groupId: "g", topics: [.init(name: "t", partitionIndexes: [0])])
            #expect(try await client.call(fetch, version: 5).topics.first?.partitions.first?.committedOffset == 2)
        }
    }

    @Test func `flush messages makes an answer wait for the device without group commit`() async throws {
        try await withBroker { broker, client in
            try await client.createTopic("t", ["flush.messages": "1"])
            #expect(try await client.append(["a"], to: "t") == 0)
            #expect(try await client.append(["b"], to: "t") == 1)
            let answer = try await client.produce(try batch(["c"]), to: "t", acks: 1)
            #expect(answer.errorCode == 0)
            #expect(try values(of: try await client.fetch("t", at: 0).records) == ["a", "b", "c"])
        }
    }
}
