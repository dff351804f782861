import Foundation
import Synchronization
import Testing

@testable import KafkaLog

/// Short random histories of a log under group commit, each ended by a power loss at a disk call of its own: whatever
/// was acknowledged or shown by then is there afterwards.
///
/// HISTORIES and SEED in the environment ask for more of them, or for one again; see `make simulate`.
@Suite("Group commit under power loss")
struct GroupCommitHistoryTests {
    private static let histories = number("HISTORIES") ?? 2_000
    private static let firstSeed = number("SEED") ?? 0
    private static let blocks: UInt64 = 2

    private static func number(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
    }

    @Test(arguments: 0..<blocks)
    func nothingAcknowledgedIsLost(_ block: UInt64) throws {
        var seed = Self.firstSeed + block
        var losses = 0
        while seed < Self.firstSeed + Self.histories {
            do {
                let history = try GroupCommitHistory(seed: seed)
                history.run()
                losses += try history.check() ? 1 : 0
            } catch {
                Issue.record("\(error); again by: make simulate SEED=\(seed) HISTORIES=1")
            }
            seed += Self.blocks
        }
        // A test in which nothing is ever taken away would prove nothing.
        if Self.histories > 100 { #expect(losses > 0) }
    }
}

/// One history; all that happens in it follows from its seed.
private final class GroupCommitHistory {
    struct Broken: Error, CustomStringConvertible {
        let description: String
    }

    private struct Batch {
        var offset: Int64
        var count: Int32
        var fill: UInt8
    }

    /// What is true at a moment.
    private struct Facts {
        var appended: [Batch] = []
        /// Batches below this offset have been acknowledged.
        var acknowledged: Int64 = 0
        /// Consumers have seen everything below this offset.
        var shown: Int64 = 0
        /// What a checkpoint file says.
        var checkpoint: Int64 = 0
    }

    private let seed: UInt64
    private let disk = MemoryDisk()
    private let configuration: LogConfiguration
    private let log: PartitionLog<MemoryDisk>
    private var generator: SeededGenerator
    private var facts = Facts()
    private var callsLeft: Int
    private var isSyncing = false
    private var survivor: (disk: MemoryDisk, facts: Facts)?

    init(seed: UInt64) throws {
        self.seed = seed
        generator = SeededGenerator(seed: seed)
        var configuration = LogConfiguration()
        configuration.segmentBytes = [250, 600, 1 << 20].randomElement(using: &generator) ?? 600
        configuration.indexIntervalBytes = [0, 100].randomElement(using: &generator) ?? 0
        configuration.showsOnlyDurable = true
        configuration.retentionMs = -1
        self.configuration = configuration
        callsLeft = Int.random(in: 1...90, using: &generator)
        try disk.makeDirectory("/p")
        try disk.syncDirectory("")
        log = try PartitionLog.open(
            disk: disk, directory: "/p", configuration: configuration, options: LoadOptions(isClean: true, now: 0)
        ).log
    }

    /// Appends, syncs and rolls until the power goes.
    func run() {
        // The history lives on one thread; the disk calls back on the same one.
        nonisolated(unsafe) let history = self
        disk.onCall.withLock { $0 = { @Sendable operation, path in history.called(operation, path) } }
        while survivor == nil {
            switch Int.random(in: 0..<10, using: &generator) {
            case 0..<5: append()
            case 5..<8: sync()
            case 8: try? log.roll(now: 0)
            default: look()
            }
        }
    }

    /// The power goes before the call has its effect. While a log is synced, appends go on.
    private func called(_ operation: DiskError.Operation, _ path: String) {
        guard survivor == nil else { return }
        callsLeft -= 1
        if callsLeft <= 0 {
            survivor = (disk.afterPowerLoss(using: &generator), facts)
        } else if isSyncing, operation == .sync, path.hasSuffix(".log"), Bool.random(using: &generator) {
            append()
        }
    }

    private func append() {
        guard survivor == nil else { return }
        let count = Int32.random(in: 1...3, using: &generator)
        let fill = UInt8.random(in: 1...255, using: &generator)
        let batch = TestBatch(
            count: count, timestamps: [0], valueSize: Int.random(in: 1...40, using: &generator), fill: fill)
        guard let result = try? log.append(batch.buffer, leaderEpoch: 0, now: 0), survivor == nil else { return }
        facts.appended.append(Batch(offset: result.baseOffset, count: count, fill: fill))
    }

    /// What group commit does: those who wait when a sync begins are acknowledged when it is done.
    private func sync() {
        let waiting = log.logEndOffset
        isSyncing = true
        let isDone = (try? log.flush()) != nil
        isSyncing = false
        guard isDone, survivor == nil else { return }
        facts.acknowledged = max(facts.acknowledged, waiting)
        if Bool.random(using: &generator) { facts.checkpoint = log.settle() }
    }

    private func look() {
        facts.shown = max(facts.shown, log.highWatermark)
    }

    /// Opens what the power loss left. True when it took something.
    func check() throws -> Bool {
        guard let (disk, facts) = survivor else { throw Broken(description: "seed \(seed): no power loss") }
        try disk.makeDirectory("/p")
        let found = try PartitionLog.open(
            disk: disk, directory: "/p", configuration: configuration,
            options: LoadOptions(isClean: false, recoveryPoint: facts.checkpoint, now: 0)
        ).log
        let promised = max(facts.acknowledged, facts.shown)
        guard found.logEndOffset >= promised else {
            throw Broken(description: "seed \(seed): the log ends at \(found.logEndOffset), promised was \(promised)")
        }
        let read = try found.readAll(isolation: .logEnd)
        for batch in facts.appended where batch.offset < promised {
            let isThere = read.contains {
                $0.head.baseOffset == batch.offset && $0.head.recordCount == batch.count
                    && $0.bytes.dropLast().last == batch.fill
            }
            guard isThere else { throw Broken(description: "seed \(seed): the batch at \(batch.offset) is lost") }
        }
        for (before, after) in zip(read, read.dropFirst()) where before.head.lastOffset + 1 != after.head.baseOffset {
            throw Broken(
                description: "seed \(seed): nothing between \(before.head.lastOffset) and \(after.head.baseOffset)")
        }
        let lastRead = read.last.map { $0.head.lastOffset + 1 } ?? found.logStartOffset
        guard lastRead == found.logEndOffset else {
            throw Broken(description: "seed \(seed): nothing between \(lastRead) and the end, \(found.logEndOffset)")
        }
        let end = facts.appended.last.map { $0.offset + Int64($0.count) } ?? 0
        return found.logEndOffset < end
    }
}
