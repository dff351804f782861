import NIOCore
import Testing

@testable import KafkaLog

/// Short random histories of one partition, with kills, power losses and a failing disk, against a simple model: a list
/// of the batches that were acknowledged.
@Suite("Crash histories")
struct CrashHistoryTests {
    @Test(arguments: 0..<40)
    func nothingAcknowledgedIsLost(_ block: UInt64) throws {
        for seed in block * 50..<(block + 1) * 50 {
            var history = CrashHistory(seed: seed)
            do { try history.run() } catch { Issue.record("seed \(seed): \(error)") }
        }
    }
}

/// One history. A failing one runs again by its seed.
struct CrashHistory {
    private var generator: SeededGenerator
    private let seed: UInt64
    private var disk = MemoryDisk()
    private var configuration = LogConfiguration()
    private var log: PartitionLog<MemoryDisk>
    /// Acknowledged batches, by base offset.
    private var model: [(offset: Int64, count: Int32, fill: UInt8)] = []
    private var end: Int64 = 0
    /// What a checkpoint file would hold.
    private var checkpointed: Int64 = 0
    private var startOffset: Int64 = 0
    /// Below this nothing may be lost, even without power.
    private var durable: Int64 = 0
    private var producer: Int64 = 9
    private var sequence: Int32 = 0
    private var isClean = true

    init(seed: UInt64) {
        self.seed = seed
        generator = SeededGenerator(seed: seed)
        configuration.segmentBytes = [300, 700, 2_000, 1 << 20][Int(seed) % 4]
        configuration.indexIntervalBytes = [0, 100, 500][Int(seed) % 3]
        configuration.retentionMs = -1
        configuration.fileDeleteDelayMs = 0
        let opened = Result { [disk, configuration] in
            try disk.makeDirectory("/p")
            try disk.syncDirectory("")
            return try PartitionLog.open(
                disk: disk, directory: "/p", configuration: configuration, options: LoadOptions(isClean: true, now: 0)
            ).log
        }
        guard case .success(let log) = opened else { preconditionFailure("an empty log opens") }
        self.log = log
    }

    mutating func run() throws {
        for _ in 0..<Int.random(in: 5...40, using: &generator) {
            switch Int.random(in: 0..<20, using: &generator) {
            case 0..<12: try append()
            case 12, 13: try flush()
            case 14: try? log.roll(now: 0)
            case 15: try deleteRecords()
            case 16: try restart()
            case 17: try kill()
            case 18: try losePower()
            default: try failingDisk()
            }
        }
        try kill()
    }

    private mutating func append() throws {
        let fill = UInt8.random(in: 1...255, using: &generator)
        let count = Int32.random(in: 1...4, using: &generator)
        let batch = TestBatch(
            count: count, timestamps: [Int64.random(in: 0...1_000, using: &generator)], producerId: producer, epoch: 0,
            sequence: sequence, valueSize: Int.random(in: 1...60, using: &generator), fill: fill)
        guard let result = try? log.append(batch.buffer, leaderEpoch: 2, now: 0) else { return }
        #expect(!result.isDuplicate, "seed \(seed)")
        #expect(result.baseOffset == end, "seed \(seed)")
        model.append((end, count, fill))
        end += Int64(count)
        sequence += count
    }

    private mutating func flush() throws {
        guard (try? log.flush()) != nil else { return }
        durable = max(durable, log.recoveryPoint)
        if Bool.random(using: &generator) { checkpointed = log.settle() }
    }

    private mutating func deleteRecords() throws {
        guard end > 0 else { return }
        startOffset = try log.deleteRecords(before: Int64.random(in: 0...end, using: &generator))
        _ = try? log.applyRetention(now: 0)
        try? log.removeDeletedFiles(now: 0)
        startOffset = log.logStartOffset
    }

    private mutating func restart() throws {
        guard (try? log.close()) != nil else { return try kill() }
        (durable, checkpointed, isClean) = (end, end, true)
        try reopen(disk.afterKill())
    }

    private mutating func kill() throws {
        isClean = false
        try reopen(disk.afterKill())
    }

    /// What was not flushed may be gone from some batch on; what was is there.
    private mutating func losePower() throws {
        isClean = false
        try disk.syncDirectory("")
        let survivor = disk.afterPowerLoss(using: &generator)
        try reopen(survivor, mayLoseFrom: durable)
    }

    /// A few calls fail, some in the middle of a write; what was acknowledged before and after stays.
    private mutating func failingDisk() throws {
        disk.fail(
            after: Int.random(in: 0...6, using: &generator), code: Bool.random(using: &generator) ? 28 : 5,
            onlyWrites: Bool.random(using: &generator), tornBytes: Int.random(in: 0...80, using: &generator))
        for _ in 0..<3 { try append() }
        try flush()
        disk.heal()
    }

    private mutating func reopen(_ survivor: MemoryDisk, mayLoseFrom: Int64? = nil) throws {
        survivor.heal()
        disk = survivor
        try disk.makeDirectory("/p")
        log = try PartitionLog.open(
            disk: disk, directory: "/p", configuration: configuration,
            options: LoadOptions(
                isClean: isClean, recoveryPoint: checkpointed, logStartOffset: startOffset, now: 0)
        ).log
        isClean = false
        let found = log.logEndOffset
        if let mayLoseFrom {
            #expect(found >= mayLoseFrom && found <= end, "seed \(seed): \(found) of \(mayLoseFrom)...\(end)")
            try acceptLosses(from: mayLoseFrom)
            end = found
        }
        #expect(found == end, "seed \(seed)")
        #expect(log.logStartOffset >= startOffset, "seed \(seed)")
        startOffset = log.logStartOffset
        checkpointed = min(checkpointed, found)
        durable = min(durable, found)
        // What the producer wrote last is known, or it could write it twice.
        if mayLoseFrom == nil, sequence > 0, let last = model.last, last.offset >= startOffset {
            #expect(log.activeProducers.last?.lastSequence == sequence - 1, "seed \(seed)")
        }
        try compare()
    }

    /// Every segment keeps a prefix of what was not flushed; a later one may keep more than an earlier one, as in Kafka.
    /// What the producer had in flight then is not known to it: it begins anew.
    private mutating func acceptLosses(from mayLoseFrom: Int64) throws {
        let offsets = Set(try log.readAll(from: log.logStartOffset).map(\.head.baseOffset))
        let start = log.logStartOffset
        model.removeAll { batch in
            let end = batch.offset + Int64(batch.count)
            return end > mayLoseFrom && end > start && !offsets.contains(batch.offset)
        }
        (producer, sequence) = (producer + 1, 0)
    }

    private func compare() throws {
        let visible = model.filter { $0.offset + Int64($0.count) > startOffset }
        let read = try log.readAll(maxBytes: [1, 200, 100_000][Int(seed) % 3])
        #expect(read.map(\.head.baseOffset) == visible.map(\.offset), "seed \(seed)")
        #expect(read.map(\.head.recordCount) == visible.map(\.count), "seed \(seed)")
        for (one, other) in zip(read, visible) {
            #expect(one.bytes.dropLast().last == other.fill, "seed \(seed)")
        }
    }
}
