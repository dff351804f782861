import KafkaRecords
import NIOCore
import Testing

@testable import KafkaLog

/// What Kafka's cleaner does, rule by rule.
@Suite("Compaction")
struct CompactionTests {
    @Test func theNewestValueOfEveryKeyStaysAtItsOffset() throws {
        var compacted = try CompactedLog()
        for round in 0..<20 { for key in ["a", "b", "c"] { try compacted.put(key, "\(key)\(round)") } }
        try compacted.log.roll(now: 0)
        let report = try compacted.clean()
        #expect(report.cleanedUpTo == 60)
        #expect(report.recordsRead == 60)
        #expect(report.recordsKept == 3)
        let left = try compacted.records()
        #expect(left.map(\.offset) == [57, 58, 59])
        #expect(left.map { compacted.text($0.record.value) } == ["a19", "b19", "c19"])
        #expect(compacted.log.offsets.start == 0)
        #expect(compacted.log.logEndOffset == 60)
        // A consumer from the start gets what is left.
        #expect(try compacted.log.readAll(from: 0).first?.head.baseOffset == 57)
    }

    @Test func segmentsThatFitTogetherBecomeOneAndTheOldFilesGo() throws {
        var compacted = try CompactedLog { $0.segmentBytes = 1000 }
        for round in 0..<100 { try compacted.put("k\(round % 7)", "value \(round)") }
        try compacted.log.roll(now: 0)
        let before = compacted.log.segmentCount
        let report = try compacted.clean()
        #expect(report.segmentsBefore == before - 1)
        _ = try compacted.clean(from: report.cleanedUpTo)
        #expect(compacted.log.segmentCount == 2)
        #expect(compacted.files.contains { $0.hasSuffix(".deleted") })
        try compacted.log.removeDeletedFiles(now: compacted.clock)
        #expect(
            !compacted.files.contains { $0.hasSuffix(".deleted") || $0.hasSuffix(".cleaned") || $0.hasSuffix(".swap") })
        #expect(compacted.files.filter { $0.hasSuffix(".log") }.count == 2)
        try compacted.log.close()
        try compacted.reopen(compacted.disk.afterKill(), isClean: true)
        #expect(compacted.log.logStartOffset == 0)
        #expect(try compacted.records().count == 7)
    }

    @Test func aBatchThatLosesNothingKeepsItsBytes() throws {
        var compacted = try CompactedLog()
        for codec in CompressionType.allCases {
            try compacted.append(
                [("\(codec)-1", "x"), ("\(codec)-2", String(repeating: "y", count: 30))], compression: codec)
        }
        try compacted.log.roll(now: 0)
        let before = try compacted.log.readAll()
        try compacted.clean()
        #expect(try compacted.log.readAll() == before)
    }

    @Test(arguments: CompressionType.allCases)
    func aBatchThatLosesRecordsStaysInItsCodec(codec: CompressionType) throws {
        var compacted = try CompactedLog()
        try compacted.append(
            [("a", "1"), ("b", "2"), ("c", "3"), ("d", "4")], compression: codec, producerId: 7, sequence: 0)
        try compacted.append([("a", "5"), ("c", "6")], compression: codec, producerId: 7, sequence: 4)
        try compacted.log.roll(now: 0)
        try compacted.clean()
        let batches = try compacted.log.readAll()
        #expect(batches.map(\.head.baseOffset) == [0, 4])
        let head = try #require(batches.first?.head)
        #expect(head.recordCount == 2)
        #expect(head.lastOffset == 3)
        #expect(head.lastSequence == 3)
        #expect(head.attributes & 7 == Int16(codec.rawValue))
        #expect(head.leaderEpoch == 3)
        let records = try compacted.records()
        #expect(records.map(\.offset) == [1, 3, 4, 5])
        for (offset, record) in records { #expect(record.timestamp == compacted.written[offset]?.timestamp) }
        // Deltas count from the first record that stays.
        #expect(head.baseTimestamp == compacted.written[1]?.timestamp)
    }

    @Test func timesThatTheBrokerStampedStay() throws {
        var compacted = try CompactedLog { $0.timestampType = .logAppendTime }
        try compacted.append([("a", "1"), ("b", "2")])
        let stamp = try #require(try compacted.log.readAll().first?.head.maxTimestamp)
        try compacted.put("a", "3")
        try compacted.log.roll(now: 0)
        try compacted.clean()
        let first = try #require(try compacted.records().first)
        #expect(first.offset == 1)
        #expect(first.record.timestamp == stamp)
    }

    @Test func aTombstoneStaysUntilItsHorizonAndThenGoes() throws {
        var compacted = try CompactedLog { $0.deleteRetentionMs = 500 }
        try compacted.put("a", "1")
        try compacted.put("b", "1")
        let tombstone = try compacted.append([("a", nil)])
        try compacted.log.roll(now: 0)
        let first = try compacted.clean(now: 2_000_000)
        #expect(try compacted.records().map(\.offset) == [1, tombstone])
        let head = try #require(try compacted.log.readAll().last?.head)
        #expect(head.hasDeleteHorizon)
        #expect(head.baseTimestamp == 2_000_500)
        #expect(try compacted.records().last?.record.timestamp == compacted.written[tombstone]?.timestamp)
        #expect(head.maxTimestamp == compacted.written[tombstone]?.timestamp)
        // Not yet, and the horizon stays what it was.
        try compacted.clean(from: first.cleanedUpTo, now: 2_000_499)
        #expect(try compacted.records().map(\.offset) == [1, tombstone])
        #expect(try compacted.log.readAll().last?.head.baseTimestamp == 2_000_500)
        try compacted.put("c", "1")
        try compacted.log.roll(now: 0)
        try compacted.clean(from: first.cleanedUpTo, now: 2_000_500)
        #expect(try compacted.records().map(\.offset) == [1, 3])
    }

    @Test func recordsWithoutKeyGo() throws {
        var compacted = try CompactedLog()
        try compacted.append([(nil, "lost"), ("a", "1"), (nil, "lost too")])
        try compacted.put("b", "1")
        try compacted.log.roll(now: 0)
        try compacted.clean()
        #expect(try compacted.records().map(\.offset) == [1, 3])
    }

    @Test func anEmptyHeadKeepsTheSequenceOfAnIdleProducer() throws {
        var compacted = try CompactedLog()
        try compacted.append([("a", "1")], producerId: 5, sequence: 0)
        try compacted.append([("a", "2")], producerId: 5, sequence: 1)
        try compacted.append([("a", "3")], producerId: 6, sequence: 0)
        try compacted.append([("a", "4")])
        try compacted.append([("a", "5")])
        try compacted.log.roll(now: 0)
        try compacted.clean()
        let heads = try compacted.log.readAll().map(\.head)
        #expect(heads.map(\.baseOffset) == [1, 2, 4])
        #expect(heads.map(\.recordCount) == [0, 0, 1])
        #expect(heads.first?.size == 61)
        #expect(heads.first?.baseTimestamp == -1)
        // After a recovery from nothing the producers still go on where they were.
        try compacted.reopen(compacted.disk.afterKill())
        try compacted.append([("b", "1")], producerId: 5, sequence: 2)
        #expect(throws: LogError.outOfOrderSequence(producerId: 6, expectedAfter: 0, received: 2)) {
            try compacted.append([("b", "1")], producerId: 6, sequence: 2)
        }
    }

    @Test func theLastBatchOfARoundKeepsTheEndOfItsOffsets() throws {
        var compacted = try CompactedLog()
        try compacted.put("a", "1")
        try compacted.append([(nil, "no key")])
        try compacted.log.roll(now: 0)
        try compacted.clean()
        let heads = try compacted.log.readAll().map(\.head)
        #expect(heads.map(\.baseOffset) == [0, 1])
        #expect(heads.map(\.recordCount) == [1, 0])
    }

    @Test func theActiveSegmentAndUndecidedRecordsStay() throws {
        var compacted = try CompactedLog()
        try compacted.put("a", "1")
        try compacted.put("a", "2")
        try compacted.log.roll(now: 0)
        try compacted.append([("a", "3")], producerId: 9, sequence: 0, isTransactional: true)
        try compacted.log.roll(now: 0)
        try compacted.put("a", "4")
        let report = try compacted.clean()
        #expect(report.cleanedUpTo == 2)
        #expect(try compacted.records().map(\.offset) == [1, 2, 3])
    }

    @Test func recordsOfAbortedTransactionsGoAndTheirMarkerLater() throws {
        var compacted = try CompactedLog { $0.deleteRetentionMs = 100 }
        try compacted.put("a", "kept")
        try compacted.append([("a", "aborted")], producerId: 1, sequence: 0, isTransactional: true)
        try compacted.end(1, commit: false)
        try compacted.append([("b", "committed")], producerId: 2, sequence: 0, isTransactional: true)
        try compacted.end(2, commit: true)
        // Newer batches, so that nobody's sequence hangs on those.
        try compacted.append([("x", "1")], producerId: 1, sequence: 1)
        try compacted.append([("b", "2")], producerId: 2, sequence: 1)
        try compacted.log.roll(now: 0)
        let first = try compacted.clean(now: 2_000_000)
        var heads = try compacted.log.readAll().map(\.head)
        #expect(heads.map(\.baseOffset) == [0, 2, 4, 5, 6])
        #expect(try compacted.records().map(\.offset) == [0, 5, 6])
        // The marker still ended a transaction whose batches were seen: it gets its horizon in the next round.
        #expect(heads.filter(\.hasDeleteHorizon).isEmpty)
        #expect(try compacted.log.abortedTransactions(from: 0, to: 7).map(\.lastOffset) == [2])
        try compacted.clean(from: first.cleanedUpTo, now: 2_000_010)
        heads = try compacted.log.readAll().map(\.head)
        #expect(heads.filter(\.hasDeleteHorizon).map(\.baseOffset) == [2, 4])
        #expect(heads.filter(\.hasDeleteHorizon).map(\.baseTimestamp) == [2_000_110, 2_000_110])
        #expect(try compacted.log.abortedTransactions(from: 0, to: 7).isEmpty)
        try compacted.clean(from: first.cleanedUpTo, now: 2_000_110)
        #expect(try compacted.log.readAll().map(\.head.baseOffset) == [0, 5, 6])
    }

    @Test func aMapTooSmallForAllKeysCleansAsFarAsItGoes() throws {
        var compacted = try CompactedLog()
        for round in 0..<2 { for key in 0..<40 { try compacted.put("key \(key)", "\(round)") } }
        try compacted.log.roll(now: 0)
        var cleaned: Int64?
        var rounds = 0
        let limits = CleanerLimits(mapBytes: 24 * 20, loadFactor: 0.5)
        while cleaned != 80, rounds < 40 {
            let report = try compacted.clean(from: cleaned, limits: limits)
            #expect(report.keyLimit == 10)
            #expect(report.cleanedUpTo > cleaned ?? -1)
            cleaned = report.cleanedUpTo
            rounds += 1
            // Nothing that is the newest was lost on the way.
            let values = Dictionary(
                try compacted.records().map { ($0.record.key, $0.offset) }, uniquingKeysWith: { _, last in last })
            #expect(values.values.sorted() == Array(40..<80))
        }
        #expect(rounds == 8)
        #expect(try compacted.records().map(\.offset) == Array(40..<80))
    }

    @Test(arguments: [CompressionType.none, .lz4]) func aBatchWithMoreKeysThanTheMapTakesIsCleanedPieceByPiece(
        _ compression: CompressionType
    ) throws {
        var compacted = try CompactedLog { $0.segmentBytes = 4_000 }
        for round in 0..<2 {
            try compacted.append((0..<40).map { ("key \($0)", "\(round)") }, compression: compression)
        }
        try compacted.log.roll(now: 0)
        var cleaned: Int64?
        var rounds = 0
        while cleaned != 80, rounds < 40 {
            let report = try compacted.clean(from: cleaned, limits: CleanerLimits(mapBytes: 24 * 20, loadFactor: 0.5))
            try #require(report.cleanedUpTo > cleaned ?? 0)
            cleaned = report.cleanedUpTo
            rounds += 1
        }
        #expect(rounds == 8)
        #expect(try compacted.records().map(\.offset) == Array(40..<80))
    }

    @Test func aDamagedBatchStopsTheCleaningAndNothingIsLost() throws {
        var compacted = try CompactedLog()
        for round in 0..<30 { try compacted.put("k\(round % 3)", "\(round)") }
        try compacted.log.roll(now: 0)
        let file = try compacted.disk.open("/p/00000000000000000000.log", .write)
        file.bytes[70] ^= 0x10
        let names = compacted.files
        #expect(throws: CleaningError.unreadable(.checksum, segment: 0, position: 0)) { try compacted.clean() }
        #expect(compacted.files == names)
        #expect(compacted.log.isUncleanable)
        #expect(try compacted.log.cleaningPlan(lastCleaned: nil, now: 0) == nil)
        // Retention goes on.
        #expect(try compacted.log.applyRetention(now: compacted.clock) == 0)
    }

    @Test func whoeverAsksItToStopFindsTheLogAsItWas() throws {
        var compacted = try CompactedLog()
        for round in 0..<60 { try compacted.put("k\(round % 3)", "\(round)") }
        try compacted.log.roll(now: 0)
        let (names, batches) = (compacted.files, try compacted.log.readAll())
        let plan = try #require(try compacted.log.cleaningPlan(lastCleaned: nil, now: 0))
        #expect(throws: CleaningError.interrupted) {
            try LogCleaner().clean(compacted.log, plan, now: 0) { (_) throws(CleaningError) in throw .interrupted }
        }
        #expect(compacted.files == names)
        #expect(try compacted.log.readAll() == batches)
        try compacted.clean()
        #expect(try compacted.records().count == 3)
    }

    @Test func readersGoOnWhileSegmentsAreReplaced() throws {
        var compacted = try CompactedLog()
        for round in 0..<60 { try compacted.put("k\(round % 3)", "value \(round)") }
        try compacted.log.roll(now: 0)
        // A consumer in the middle of the log, whose next position is remembered.
        let read = try compacted.log.read(from: 0, maxBytes: 200)
        let file = try #require(read.file)
        let before = try file.readBytes(count: read.length, at: read.position)
        try compacted.clean()
        #expect(try file.readBytes(count: read.length, at: read.position) == before)
        #expect(try compacted.log.readAll(from: read.nextOffset).map(\.head.baseOffset) == [57, 58, 59])
        for offset in 0...60 {
            let next = try compacted.log.readAll(from: Int64(offset)).first?.head.baseOffset
            #expect(next == (offset == 60 ? nil : max(57, Int64(offset))))
        }
    }

    @Test func retentionAndDeletedRecordsHoldOnCompactedTopicsToo() throws {
        var compacted = try CompactedLog { $0.deletes = true }
        for round in 0..<60 { try compacted.put("k\(round)", "value \(round)") }
        try compacted.log.roll(now: 0)
        try compacted.clean()
        #expect(try compacted.log.deleteRecords(before: 30) == 30)
        #expect(try compacted.log.applyRetention(now: compacted.clock) > 0)
        #expect(compacted.log.logStartOffset == 30)
        // What the checkpoint says lies before the log now.
        let plan = try #require(try compacted.log.cleaningPlan(lastCleaned: 10, now: 0))
        #expect(plan.correctsCheckpoint)
        #expect(plan.firstDirtyOffset == 30)
    }
}
