import Foundation
import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

/// Compaction and deletion as a client sees them: by what is set, and changed, while the broker runs.
@Suite struct CompactionWireTests {
    private static let eager = [
        "log.cleaner.backoff.ms=50", "log.retention.check.interval.ms=200", "log.initial.task.delay.ms=0",
        "log.segment.delete.delay.ms=0",
    ]

    /// Waits, for ten seconds at most, until something holds.
    private func eventually(_ body: () async throws -> Bool) async throws -> Bool {
        for _ in 0..<100 {
            if try await body() { return true }
            try await Task.sleep(for: .milliseconds(100))
        }
        return false
    }

    private func keyed(_ key: String, _ value: String) throws -> ByteBuffer { try batch([value], key: key) }

    private func left(_ client: WireClient, _ topic: String) async throws -> [String] {
        var offset: Int64 = 0
        var found: [String] = []
        while true {
            let data = try await client.fetch(topic, at: offset)
            guard let last = try batches(of: data.records).last else { return found }
            found += try values(of: data.records)
            offset = try RecordBatchHeader(parsing: last).nextOffset
        }
    }

    @Test func `a topic that becomes compacted is compacted, and one that becomes deleted is deleted`() async throws {
        try await withBroker(Self.eager[0], Self.eager[1], Self.eager[2], Self.eager[3]) { broker, client in
            try await client.createTopic(
                "t", ["segment.bytes": "400", "retention.ms": "-1", "min.cleanable.dirty.ratio": "0.01"])
            for round in 0..<30 {
                for key in ["a", "b"] { _ = try await client.produce(try keyed(key, "\(key)\(round)"), to: "t") }
            }
            #expect(try await left(client, "t").count == 60)
            #expect(try await client.setConfig("t", "cleanup.policy", "compact") == 0)
            #expect(try await eventually { try await left(client, "t").count < 12 })
            let kept = try await left(client, "t")
            #expect(kept.suffix(2) == ["a29", "b29"])
            #expect(try await client.offset(of: "t", at: -2).offset == 0)
            #expect(try await client.offset(of: "t", at: -1).offset == 60)
            let path = broker.directory + "/cleaner-offset-checkpoint"
            #expect(
                try await eventually { (try? String(contentsOfFile: path, encoding: .utf8))?.contains("t 0 ") ?? false }
            )

            #expect(try await client.setConfig("t", "cleanup.policy", "compact,delete") == 0)
            #expect(try await client.setConfig("t", "retention.ms", "1000") == 0)
            #expect(try await eventually { try await client.offset(of: "t", at: -2).offset == 60 })
        }
    }

    @Test func `a tombstone goes once delete.retention.ms is over`() async throws {
        try await withBroker(Self.eager[0], Self.eager[1], Self.eager[2], Self.eager[3]) { _, client in
            var tombstone = RecordBatchBuilder()
            try tombstone.append(timestamp: someTime, key: ByteBuffer(string: "a"), value: nil)
            for topic in ["keeping", "dropping"] {
                try await client.createTopic(
                    topic,
                    [
                        "segment.bytes": "200", "retention.ms": "-1", "min.cleanable.dirty.ratio": "0.01",
                        "cleanup.policy": "compact", "delete.retention.ms": "3600000",
                    ])
            }
            #expect(try await client.setConfig("dropping", "delete.retention.ms", "0") == 0)
            for topic in ["keeping", "dropping"] {
                _ = try await client.produce(try keyed("a", "1"), to: topic)
                _ = try await client.produce(try tombstone.build(), to: topic)
            }
            func first(_ topic: String) async throws -> Int64? {
                // More for the cleaner to do: one cleaning gives a tombstone its horizon, a later one takes it.
                for round in 0..<4 { _ = try await client.produce(try keyed("b", "\(round)"), to: topic) }
                let batch = try batches(of: try await client.fetch(topic, at: 0).records).first
                return try batch.map { try RecordBatchHeader(parsing: $0).baseOffset }
            }
            #expect(try await eventually { try await first("keeping") == 1 })
            #expect(try await eventually { try await first("dropping") ?? 0 > 1 })
            #expect(try await first("keeping") == 1)
        }
    }

    @Test func `min.compaction.lag.ms and the cleaner's own settings hold at once`() async throws {
        try await withBroker(Self.eager[0], Self.eager[1], Self.eager[2], Self.eager[3]) { _, client in
            try await client.createTopic(
                "t",
                [
                    "segment.bytes": "400", "retention.ms": "-1", "min.cleanable.dirty.ratio": "0.01",
                    "cleanup.policy": "compact", "min.compaction.lag.ms": "9000000000000",
                ])
            for round in 0..<40 { _ = try await client.produce(try keyed("a", "\(round)"), to: "t") }
            try await Task.sleep(for: .milliseconds(400))
            #expect(try await left(client, "t").count == 40)
            let threads = IncrementalAlterConfigsRequest(
                resources: [
                    .init(
                        resourceType: 4, resourceName: "",
                        configs: [.init(name: "log.cleaner.threads", configOperation: 0, value: "2")])
                ])
            #expect(try await client.call(threads, version: 1).responses.map(\.errorCode) == [0])
            #expect(try await client.setConfig("t", "min.compaction.lag.ms", "0") == 0)
            #expect(try await eventually { try await left(client, "t").count < 10 })
        }
    }

    @Test func `file.delete.delay.ms keeps files, renamed, for as long as it says`() async throws {
        try await withBroker(Self.eager[0], Self.eager[1], Self.eager[2]) { broker, client in
            try await client.createTopic(
                "t", ["segment.bytes": "400", "retention.ms": "1", "file.delete.delay.ms": "3600000"])
            for round in 0..<20 { _ = try await client.produce(try keyed("a", "\(round)"), to: "t") }
            func deleted() -> Int {
                let names = (try? FileManager.default.contentsOfDirectory(atPath: broker.directory + "/t-0")) ?? []
                return names.count { $0.hasSuffix(".deleted") }
            }
            #expect(try await eventually { deleted() > 0 })
            try await Task.sleep(for: .milliseconds(2_500))
            #expect(deleted() > 0)
        }
    }
}
