import Foundation
import KafkaWire
import NIOCore
import Synchronization
import Testing

@testable import KafkaLog

/// A log moves from one directory to another while it is used.
@Suite("Moving a log")
struct LogMoveTests {
    let disk = MemoryDisk()
    let name = TopicPartition(topic: "t", partition: 0)

    func directories(_ disk: MemoryDisk) throws -> (LogDirectory<MemoryDisk>, LogDirectory<MemoryDisk>) {
        try disk.makeDirectory("/a")
        try disk.makeDirectory("/b")
        try disk.syncDirectory("")
        return (try LogDirectory(disk: disk, path: "/a"), try LogDirectory(disk: disk, path: "/b"))
    }

    func filled(_ directory: LogDirectory<MemoryDisk>) throws -> PartitionLog<MemoryDisk> {
        var configuration = LogConfiguration()
        configuration.segmentBytes = 300
        configuration.indexIntervalBytes = 50
        let log = try directory.createPartition(
            topic: "t", partition: 0, topicId: Uuid(high: 1, low: 2), configuration: configuration, now: 0)
        for index in 0..<20 as Range<Int32> { try append(index, to: log) }
        return log
    }

    func append(_ index: Int32, to log: PartitionLog<MemoryDisk>) throws {
        _ = try log.append(
            TestBatch(timestamps: [1_000 + Int64(index)], producerId: 4, epoch: 0, sequence: index).buffer,
            leaderEpoch: 1, now: 0)
    }

    @Test func everythingIsThereAndTheOldFilesGo() throws {
        let (a, b) = try directories(disk)
        let log = try filled(a)
        _ = try log.deleteRecords(before: 2)
        try a.noteCleaned(name, upTo: 5)
        let before = try log.readAll()
        var appended: Int32 = 20
        try LogMove(name, from: a, to: b).run(now: 0) { (_) throws(CleaningError) in
            guard b.futureLogs[name] != nil, appended < 26 else { return }
            do { try append(appended, to: log) } catch { throw .unavailable }
            appended += 1
        }
        #expect(appended == 26)
        #expect(a.log(of: name) == nil)
        #expect(b.log(of: name) === log)
        #expect(b.futureLogs.isEmpty)
        #expect(log.directory == "/b/t-0")
        #expect(log.offsets.start == 2)
        #expect(log.logEndOffset == 26)
        #expect(try log.readAll().prefix(before.count).map(\.bytes) == before.map(\.bytes))
        #expect(try log.offset(for: .at(1_010))?.offset == 10)
        #expect(b.cleanedOffset(of: name) == 5)
        #expect(a.cleanedOffset(of: name) == nil)
        try append(26, to: log)
        #expect(log.logEndOffset == 27)
    }

    @Test func theMovedLogOutlivesAKillAndAnOrderlyStop() throws {
        let (a, b) = try directories(disk)
        let log = try filled(a)
        try LogMove(name, from: a, to: b).run(now: 0) { (_) throws(CleaningError) in }
        try a.removeDeletedPartitions(now: 0)
        #expect(try disk.list("/a").filter(\.isDirectory).isEmpty)
        try append(20, to: log)
        var generator = SeededGenerator(seed: 1)
        for survivor in [disk.afterKill(), disk.afterPowerLoss(using: &generator)] {
            let (_, again) = try directories(survivor)
            let loaded = try again.loadPartitions(now: 0, configuration: { _, _ in LogConfiguration() })
            let found = try #require(loaded.partitions.first)
            #expect(found.topicId == Uuid(high: 1, low: 2))
            #expect(found.log.logEndOffset >= 20)
            #expect(try found.log.readAll().count >= 20)
        }
        _ = try b.close(brokerEpoch: 1)
        let (_, clean) = try directories(disk.afterKill())
        #expect(clean.wasClean)
        let loaded = try clean.loadPartitions(now: 0, configuration: { _, _ in LogConfiguration() })
        #expect(loaded.partitions.first?.log.logEndOffset == 21)
    }

    @Test func aStopAtAnyCallLeavesTheWholeLogSomewhere() throws {
        let calls = try { () throws -> Int in
            let disk = MemoryDisk()
            let (a, b) = try directories(disk)
            _ = try filled(a)
            try a.checkpoint()
            let before = disk.callCount
            try LogMove(name, from: a, to: b).run(now: 0) { (_) throws(CleaningError) in }
            return disk.callCount - before
        }()
        for call in stride(from: 0, to: calls, by: 5) {
            let disk = MemoryDisk()
            let (a, b) = try directories(disk)
            let log = try filled(a)
            try log.flush()
            try a.checkpoint()
            disk.fail(after: call, code: 5, tornBytes: call % 40)
            try? LogMove(name, from: a, to: b).run(now: 0) { (_) throws(CleaningError) in }
            var generator = SeededGenerator(seed: UInt64(call))
            for survivor in [disk.afterKill(), disk.afterPowerLoss(using: &generator)] {
                survivor.heal()
                let (first, second) = try directories(survivor)
                var ends: [Int64] = []
                for directory in [first, second] {
                    let loaded = try directory.loadPartitions(now: 0, configuration: { _, _ in LogConfiguration() })
                    #expect(loaded.failures.isEmpty, "call \(call)")
                    ends += try loaded.partitions.filter { try $0.log.readAll().count == 20 }.map(\.log.logEndOffset)
                }
                #expect(ends.contains(20), "call \(call): \(ends)")
            }
        }
    }

    /// The topic is deleted in the moment in which the copy takes its name, before the target knows of it.
    @Test(arguments: [true, false]) func aDeletionAtTheEndOfAMoveLeavesNothing(looksAtTheTargetFirst: Bool) throws {
        let (a, b) = try directories(disk)
        let log = try filled(a)
        let deleted = DispatchSemaphore(value: 0)
        let hasBegun = Mutex(false)
        @Sendable func hasBegunBefore() -> Bool {
            hasBegun.withLock { hasBegun in
                defer { hasBegun = true }
                return hasBegun
            }
        }
        disk.onCall.withLock {
            $0 = { [name] operation, path in
                let isMoment = operation == .rename && path.hasSuffix("-future")
                guard isMoment, !hasBegunBefore() else { return }
                Thread.detachNewThread {
                    log.retire()
                    for directory in looksAtTheTargetFirst ? [b, a] : [a, b] {
                        for failure in directory.deletePartitions([name], now: 0) { Issue.record(failure.error) }
                    }
                    deleted.signal()
                }
                // It may wait for the move, which has its lock.
                _ = deleted.wait(timeout: .now() + .milliseconds(300))
            }
        }
        try? LogMove(name, from: a, to: b).run(now: 0) { (_) throws(CleaningError) in }
        try #require(deleted.wait(timeout: .now() + .seconds(20)) == .success)
        disk.onCall.withLock { $0 = nil }
        #expect(a.log(of: name) == nil)
        #expect(b.log(of: name) == nil)
        for directory in [a, b] {
            try directory.removeDeletedPartitions(now: .max)
            #expect(try disk.list(directory.path).filter(\.isDirectory).isEmpty)
        }
    }

    @Test func aMoveThatIsGivenUpLeavesNothing() throws {
        let (a, b) = try directories(disk)
        let log = try filled(a)
        #expect(throws: CleaningError.interrupted) {
            try LogMove(name, from: a, to: b).run(now: 0) { (_) throws(CleaningError) in throw .interrupted }
        }
        #expect(try disk.list("/b").filter(\.isDirectory).isEmpty)
        #expect(a.log(of: name) === log)
        try append(20, to: log)
        try LogMove(name, from: a, to: b).run(now: 0) { (_) throws(CleaningError) in }
        #expect(log.logEndOffset == 21)
    }
}

extension MemoryDisk {
    /// Calls so far.
    var callCount: Int { state.withLock { $0.calls } }
}
