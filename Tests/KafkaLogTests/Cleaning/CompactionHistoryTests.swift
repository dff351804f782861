import KafkaRecords
import NIOCore
import Synchronization
import Testing

@testable import KafkaLog

/// Short random histories of a compacted log, cleaned again and again, some of them with a disk that fails or a machine
/// that stops at any call, against a simple model: what was appended, by offset.
@Suite("Compaction histories")
struct CompactionHistoryTests {
    @Test(arguments: 0..<8)
    func theNewestOfEveryKeyIsThereAndNothingElseChanges(_ block: UInt64) throws {
        for seed in block * 12..<(block + 1) * 12 {
            var history = try CompactionHistory(seed: seed)
            do { try history.run() } catch { Issue.record("seed \(seed): \(error)") }
        }
    }

    @Test(arguments: 0..<5)
    func aStopAtAnyCallOfACleaningLosesNothing(_ seed: UInt64) throws {
        let calls = try callsOfACleaning(seed)
        #expect(calls > 50)
        for call in stride(from: Int(seed), to: calls + 2, by: 9) {
            var history = try CompactionHistory(seed: seed)
            do { try history.stopCleaning(atCall: call, losingPower: false) } catch {
                Issue.record("seed \(seed), kill at call \(call): \(error)")
            }
            history = try CompactionHistory(seed: seed)
            do { try history.stopCleaning(atCall: call, losingPower: true) } catch {
                Issue.record("seed \(seed), power loss at call \(call): \(error)")
            }
        }
    }

    private func callsOfACleaning(_ seed: UInt64) throws -> Int {
        var history = try CompactionHistory(seed: seed)
        return try history.countCalls()
    }
}

/// One history. A failing one runs again by its seed.
struct CompactionHistory {
    private var generator: SeededGenerator
    private let seed: UInt64
    private var compacted: CompactedLog
    private var cleanedUpTo: Int64?
    private var sequences: [Int64: Int32] = [:]
    private var open: [Int64: [Int64]] = [:]

    init(seed: UInt64) throws {
        self.seed = seed
        generator = SeededGenerator(seed: seed)
        compacted = try CompactedLog { configuration in
            configuration.segmentBytes = [350, 700, 1_500][Int(seed) % 3]
            configuration.indexIntervalBytes = [0, 100, 300][Int(seed / 3) % 3]
            configuration.deleteRetentionMs = [0, 50, 1_000][Int(seed / 9) % 3]
        }
        try compacted.disk.syncDirectory("")
    }

    mutating func run() throws {
        for _ in 0..<Int.random(in: 4...10, using: &generator) {
            for _ in 0..<Int.random(in: 3...25, using: &generator) { try append() }
            if Bool.random(using: &generator) { try compacted.log.roll(now: compacted.clock) }
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: try failDuringCleaning()
            case 1: try compacted.reopen(compacted.disk.afterKill())
            case 2:
                try compacted.log.close()
                try compacted.reopen(compacted.disk.afterKill(), isClean: true)
            default: try clean()
            }
            try check()
        }
        for producer in open.keys.sorted() { try end(producer) }
        try compacted.log.roll(now: compacted.clock)
        try clean()
        try check()
        try checkClean()
    }

    /// Calls to the disk that one cleaning makes.
    mutating func countCalls() throws -> Int {
        try fill()
        let before = compacted.disk.state.withLock { $0.calls }
        try clean(limits: CleanerLimits(mapBytes: 1 << 16))
        return compacted.disk.state.withLock { $0.calls } - before
    }

    /// A disk that fails from one call on, then a start on what is left.
    mutating func stopCleaning(atCall call: Int, losingPower: Bool) throws {
        try fill()
        compacted.disk.fail(after: call, code: 5, tornBytes: call % 70)
        try? clean(limits: CleanerLimits(mapBytes: 1 << 16))
        let survivor =
            losingPower ? compacted.disk.afterPowerLoss(using: &generator) : compacted.disk.afterKill()
        let end = compacted.log.logEndOffset
        try compacted.reopen(survivor, recoveryPoint: end)
        #expect(compacted.log.logEndOffset == end, "seed \(seed), call \(call)")
        try check()
        // And the log can be cleaned and appended to as ever.
        try append()
        try compacted.log.roll(now: compacted.clock)
        cleanedUpTo = nil
        try clean(limits: CleanerLimits(mapBytes: 1 << 16))
        try check()
        try checkClean()
        #expect(!compacted.files.contains { $0.hasSuffix(".swap") || $0.hasSuffix(".cleaned") }, "call \(call)")
    }

    private mutating func fill() throws {
        for _ in 0..<60 { try append() }
        for producer in open.keys.sorted() { try end(producer) }
        try compacted.log.roll(now: compacted.clock)
        try append()
        for producer in open.keys.sorted() { try end(producer) }
        try compacted.log.flush()
        try compacted.disk.syncDirectory("/p")
    }

    private mutating func append() throws {
        let producer = Int64.random(in: -3...3, using: &generator)
        if producer > 0, open[producer] != nil, Int.random(in: 0..<3, using: &generator) == 0 {
            return try end(producer)
        }
        var records: [(key: String?, value: String?)] = []
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let key = "key \(Int.random(in: 0..<12, using: &generator))"
            let value = String(repeating: "v", count: Int.random(in: 0...20, using: &generator))
            records.append((key, Int.random(in: 0..<6, using: &generator) == 0 ? nil : value))
        }
        let codec = CompressionType.allCases.randomElement(using: &generator) ?? .none
        guard producer > 0 else {
            try compacted.append(records, compression: Bool.random(using: &generator) ? .none : codec)
            return
        }
        let isTransactional = open[producer] != nil || Bool.random(using: &generator)
        let sequence = sequences[producer] ?? 0
        let base = try compacted.append(
            records, producerId: producer, sequence: sequence, isTransactional: isTransactional)
        sequences[producer] = sequence + Int32(records.count)
        if isTransactional { open[producer, default: []] += (0..<Int64(records.count)).map { base + $0 } }
    }

    private mutating func end(_ producer: Int64) throws {
        let records = open.removeValue(forKey: producer) ?? []
        try compacted.end(producer, commit: Bool.random(using: &generator), records: records)
    }

    private mutating func clean(limits: CleanerLimits? = nil) throws {
        compacted.clock += Int64.random(in: 0...100, using: &generator)
        let small = CleanerLimits(
            mapBytes: 24 * Int.random(in: 4...30, using: &generator), loadFactor: 0.75, bufferBytes: 4096)
        let chosen =
            limits ?? (Int.random(in: 0..<3, using: &generator) == 0 ? small : CleanerLimits(mapBytes: 1 << 14))
        cleanedUpTo = try compacted.clean(from: cleanedUpTo, limits: chosen).cleanedUpTo
        if Bool.random(using: &generator) { try compacted.log.removeDeletedFiles(now: compacted.clock) }
    }

    private mutating func failDuringCleaning() throws {
        compacted.disk.fail(
            after: Int.random(in: 0...120, using: &generator), code: Bool.random(using: &generator) ? 28 : 5,
            onlyWrites: Bool.random(using: &generator), tornBytes: Int.random(in: 0...90, using: &generator))
        try? clean()
        compacted.disk.heal()
    }

    /// Records are those that were written, in order; of every key the newest is there, or it was a tombstone and
    /// nothing older is there either.
    private func check() throws {
        let found = try compacted.records()
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.offset < $1.offset }, "seed \(seed)")
        for (offset, record) in found {
            let expected = try #require(compacted.written[offset], "seed \(seed): offset \(offset)")
            #expect(compacted.text(record.key) == expected.key, "seed \(seed): offset \(offset)")
            #expect(compacted.text(record.value) == expected.value, "seed \(seed): offset \(offset)")
            #expect(record.timestamp == expected.timestamp, "seed \(seed): offset \(offset)")
        }
        let undecided = Set(open.values.joined())
        let aborted = Set(
            try compacted.log.abortedTransactions(from: 0, to: compacted.log.logEndOffset).map(\.lastOffset))
        let offsets = Set(found.map(\.offset))
        var newest: [String: Int64] = [:]
        for (offset, record) in compacted.written where !record.isAborted && !undecided.contains(offset) {
            if let key = record.key { newest[key] = max(newest[key] ?? -1, offset) }
        }
        for (key, offset) in newest where !offsets.contains(offset) {
            #expect(compacted.written[offset]?.value == nil, "seed \(seed): \(key) at \(offset) is gone")
            let older = found.contains {
                compacted.text($0.record.key) == key && $0.offset < offset
                    && compacted.written[$0.offset]?.isAborted == false
            }
            #expect(!older, "seed \(seed): \(key) rose again")
        }
        // A reader that goes by the index of aborted transactions must not be shown their records.
        let shown = found.contains { compacted.written[$0.offset]?.isAborted == true }
        #expect(!shown || !aborted.isEmpty, "seed \(seed)")
        for offset in stride(from: compacted.log.logStartOffset, to: compacted.log.logEndOffset, by: 41) {
            let next = found.first { $0.offset >= offset }?.offset
            let read = try compacted.log.readAll(from: offset).filter { !$0.head.isControl && $0.head.recordCount > 0 }
            #expect((read.first?.head.lastOffset ?? .max) >= offset || next == nil, "seed \(seed)")
        }
    }

    /// Below what has been cleaned every key is there once, and nothing of aborted transactions.
    private mutating func checkClean() throws {
        let limits = CleanerLimits(mapBytes: 1 << 16)
        cleanedUpTo = nil
        try clean(limits: limits)
        var keys: Set<String> = []
        for (offset, record) in try compacted.records() where offset < cleanedUpTo ?? 0 {
            #expect(compacted.written[offset]?.isAborted == false, "seed \(seed): \(offset) was aborted")
            let key = compacted.text(record.key) ?? ""
            #expect(keys.insert(key).inserted, "seed \(seed): \(key) is there twice")
        }
    }
}
