import Foundation
import KafkaRecords
import NIOCore
import Testing

@testable import KafkaLog

/// What a real Kafka said of a partition, as its manifest keeps it.
struct ExpectedPartition {
    var name: TopicPartition
    var configs: [String: String]
    var isInternal = false
    var fields: [String: Any]

    func offset(_ field: String) -> Int64 { Self.number(fields[field]) }

    private static func number(_ value: Any?) -> Int64 { (value as? NSNumber)?.int64Value ?? -1 }

    /// Expects the log to give the same offsets, records and times.
    func compare<D: Disk>(_ log: PartitionLog<D>, isDamaged: Bool = false) throws {
        let label = Comment(rawValue: name.directoryName)
        #expect(log.logStartOffset == offset("log_start_offset"), label)
        #expect(log.logEndOffset == offset("end_offset"), label)
        #expect(log.lastStableOffset == offset("last_stable_offset"), label)
        for (field, isolation) in [("read_uncommitted", FetchIsolation.highWatermark), ("read_committed", .committed)] {
            let reading = fields[field] as? [String: Any] ?? [:]
            // A reader that met a bad batch stopped there; a lost transaction index shows aborted records.
            guard reading["sha256"] != nil, reading["error"] == nil, !(isDamaged && isolation == .committed) else {
                continue
            }
            let records = try log.consume(isolation: isolation)
            #expect(Int64(records.count) == Self.number(reading["count"]), label)
            #expect(try RecordHash.of(records) == reading["sha256"] as? String, label)
        }
        if !isDamaged { try compareTimes(log, label) }
    }

    private func compareTimes<D: Disk>(_ log: PartitionLog<D>, _ label: Comment) throws {
        for asked in fields["offsets_for_times"] as? [[String: Any]] ?? [] where Self.number(asked["error"]) == 0 {
            // Kafka's lookup gets lost in segments before the log's start; a restarted one finds the start.
            if name.topic.hasSuffix("-trimmed") { continue }
            let found = try log.offset(for: .at(Self.number(asked["timestamp"])))
            #expect(found?.offset ?? -1 == Self.number(asked["offset"]), label)
            #expect(found?.timestamp ?? -1 == Self.number(asked["found_timestamp"]), label)
            #expect(found?.leaderEpoch ?? -1 == Self.number(asked["leader_epoch"]), label)
        }
        guard let most = fields["max_timestamp"] as? [String: Any], Self.number(most["error"]) == 0 else { return }
        let found = try log.offset(for: .maxTimestamp)
        #expect(found?.offset ?? -1 == Self.number(most["offset"]), label)
        #expect(found?.timestamp ?? -1 == Self.number(most["found_timestamp"]), label)
    }
}

extension LogConfiguration {
    /// The configs that the manifests use; the brokers ran with an index bound of 128 KiB.
    init(reference configs: [String: String]) {
        self.init()
        segmentIndexBytes = 131_072
        retentionMs = -1
        maxMessageBytes = 64 << 20
        if let value = configs["segment.bytes"].flatMap({ Int($0) }) { segmentBytes = value }
        if let value = configs["segment.ms"].flatMap({ Int64($0) }) { segmentMs = value }
        if let value = configs["index.interval.bytes"].flatMap({ Int($0) }) { indexIntervalBytes = value }
    }
}

extension PartitionLog {
    /// What a consumer sees: every record but those of control batches; read-committed ones leave out aborted ones.
    func consume(isolation: FetchIsolation) throws -> [Record] {
        let start = logStartOffset
        let aborted =
            isolation == .committed ? try abortedTransactions(from: start, to: lastStableOffset) : []
        var records: [Record] = []
        for batch in try readAll(maxBytes: 3_000, isolation: isolation) where !batch.head.isControl {
            let isAborted = aborted.contains {
                $0.producerId == batch.head.producerId && $0.firstOffset <= batch.head.baseOffset
                    && $0.lastOffset > batch.head.baseOffset
            }
            if batch.head.isTransactional, isAborted { continue }
            let bytes = ByteBuffer(bytes: batch.bytes)
            if batch.head.isCurrentFormat {
                var reader = try RecordBatchReader(bytes, decompressionLimit: 1 << 26)
                records += try reader.readAll()
            } else {
                var set = LegacyMessageSet(bytes, decompressionLimit: 1 << 26)
                records += try set.readAll()
            }
        }
        return records.filter { $0.offset >= start }
    }
}
