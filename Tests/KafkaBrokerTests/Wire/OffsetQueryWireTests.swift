import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

/// ListOffsets, OffsetForLeaderEpoch and DeleteRecords: where records are, and where they were.
@Suite struct OffsetQueryWireTests {
    @Test func `offsets by time are the first at or after it`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t", ["retention.ms": "-1"])
            for step in [Int64(0), 1000, 500] {
                let answer = try await client.produce(try batch(["a", "b"], timestamp: someTime + step), to: "t")
                #expect(answer.errorCode == 0)
            }
            let found = [
                (someTime - 5, Int64(0)), (someTime, 0), (someTime + 1, 1), (someTime + 2, 2), (someTime + 1000, 2),
                (someTime + 1001, 3), (someTime + 1002, -1), (-2, 0), (-1, 6),
            ]
            for (time, offset) in found {
                let answer = try await client.offset(of: "t", at: time)
                #expect(answer.offset == offset, "at \(time)")
                #expect(answer.errorCode == 0)
            }
            let greatest = try await client.offset(of: "t", at: -3)
            #expect(greatest.offset == 3)
            #expect(greatest.timestamp == someTime + 1001)
            #expect(greatest.leaderEpoch == 0)
        }
    }

    @Test func `special times are for the versions that have them`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            let unsupported = ErrorCode.unsupportedVersion.rawValue
            #expect(try await client.offset(of: "t", at: -3, version: 6).errorCode == unsupported)
            #expect(try await client.offset(of: "t", at: -3, version: 7).errorCode == 0)
            #expect(try await client.offset(of: "t", at: -4, version: 7).errorCode == unsupported)
            #expect(try await client.offset(of: "t", at: -9, version: 9).errorCode == unsupported)
        }
    }

    @Test func `a partition asked for twice is an invalid request`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t", partitions: 2)
            let request = ListOffsetsRequest(
                replicaId: -1,
                topics: [
                    .init(
                        name: "t",
                        partitions: [0, 0, 1].map { .init(partitionIndex: $0, timestamp: -1) })
                ])
            let answer = try await client.call(request, version: 7)
            let invalid = ErrorCode.invalidRequest.rawValue
            #expect(answer.topics.first?.partitions.map(\.errorCode) == [invalid, invalid, 0])
        }
    }

    @Test func `an epoch ends where the next began`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            try await client.append(["a", "b"], to: "t")
            func end(of epoch: Int32, current: Int32 = -1) async throws -> OffsetForLeaderEpochResponse.EpochEndOffset {
                let request = OffsetForLeaderEpochRequest(
                    topics: [
                        .init(
                            topic: "t",
                            partitions: [
                                .init(partition: 0, currentLeaderEpoch: current, leaderEpoch: epoch)
                            ])
                    ])
                return try #require(try await client.call(request, version: 4).topics.first?.partitions.first)
            }
            let known = try await end(of: 0, current: 0)
            #expect(known.leaderEpoch == 0)
            #expect(known.endOffset == 2)
            #expect(try await end(of: 5).endOffset == -1)
            #expect(try await end(of: 0, current: 4).errorCode == ErrorCode.unknownLeaderEpoch.rawValue)
        }
    }

    @Test func `deleted records are gone from the start on`() async throws {
        try await withBroker { _, client in
            try await client.createTopic("t")
            try await client.createTopic("compacted", ["cleanup.policy": "compact"])
            for value in ["a", "b", "c"] { try await client.append([value], to: "t") }
            func delete(
                _ topic: String, before offset: Int64
            ) async throws
                -> DeleteRecordsResponse.DeleteRecordsPartitionResult
            {
                let request = DeleteRecordsRequest(
                    topics: [.init(name: topic, partitions: [.init(partitionIndex: 0, offset: offset)])],
                    timeoutMs: 1000)
                return try #require(try await client.call(request, version: 2).topics.first?.partitions.first)
            }
            #expect(try await delete("t", before: 2).lowWatermark == 2)
            #expect(try await client.offset(of: "t", at: -2).offset == 2)
            #expect(try await client.fetch("t", at: 1).errorCode == ErrorCode.offsetOutOfRange.rawValue)
            #expect(try values(of: try await client.fetch("t", at: 2).records) == ["c"])
            #expect(try await delete("t", before: 9).errorCode == ErrorCode.offsetOutOfRange.rawValue)
            #expect(try await delete("t", before: -1).lowWatermark == 3)
            #expect(try await delete("compacted", before: 0).errorCode == ErrorCode.policyViolation.rawValue)
            #expect(try await delete("none", before: 0).errorCode == 3)
        }
    }
}
