import Foundation
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

@Suite struct IdempotenceTests {
    private func sequenced(
        _ values: [String], _ producerId: Int64, at sequence: Int32, epoch: Int16 = 0
    ) throws
        -> ByteBuffer
    {
        try batch(values, producerId: producerId, producerEpoch: epoch, sequence: sequence)
    }

    @Test func `a batch sent again is answered with its first offset and stored once`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            let id = try await client.call(InitProducerIdRequest(transactionalId: nil), version: 5).producerId
            for (number, offset) in zip([Int32(0), 2, 4], [Int64(0), 2, 4]) {
                let answer = try await client.produce(try sequenced(["a", "b"], id, at: number), to: "t")
                #expect(answer.errorCode == 0)
                #expect(answer.baseOffset == offset)
            }
            let again = try await client.produce(try sequenced(["a", "b"], id, at: 2), to: "t")
            #expect(again.errorCode == 0)
            #expect(again.baseOffset == 2)
            #expect(try await client.offset(of: "t", at: -1).offset == 6)
        }
    }

    @Test func `a gap in the sequence and an old epoch are refused`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            #expect(try await client.produce(try sequenced(["a"], 9, at: 0, epoch: 3), to: "t").errorCode == 0)
            let gap = try await client.produce(try sequenced(["b"], 9, at: 5, epoch: 3), to: "t")
            #expect(gap.errorCode == ErrorCode.outOfOrderSequenceNumber.rawValue)
            let old = try await client.produce(try sequenced(["b"], 9, at: 0, epoch: 2), to: "t")
            #expect(old.errorCode == ErrorCode.invalidProducerEpoch.rawValue)
            let newer = try await client.produce(try sequenced(["c"], 9, at: 0, epoch: 4), to: "t")
            #expect(newer.errorCode == 0)
        }
    }

    @Test func `a producer's past dies with the topic`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            #expect(try await client.produce(try sequenced(["a"], 9, at: 0), to: "t").errorCode == 0)
            _ = try await client.call(DeleteTopicsRequest(topicNames: ["t"]), version: 5)
            try await client.createTopic("t")
            // A batch in the middle of a sequence is taken from a producer that nothing is known of.
            let answer = try await client.produce(try sequenced(["b"], 9, at: 1), to: "t")
            #expect(answer.errorCode == 0)
            #expect(answer.baseOffset == 0)
        }
    }

    @Test func `producer ids are never given twice, also after a stop`() async throws {
        let directory = TestBroker.newDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        var seen = Set<Int64>()
        for _ in 0..<3 {
            let broker = try await TestBroker.start(in: directory, [])
            let client = try await broker.client()
            for _ in 0..<20 {
                let answer = try await client.call(InitProducerIdRequest(transactionalId: nil), version: 5)
                #expect(answer.errorCode == 0)
                #expect(seen.insert(answer.producerId).inserted)
            }
            await broker.stop()
        }
    }
}
