import Glibc
import KafkaWire
import NIOCore
import Synchronization
import Testing

@testable import KafkaLog

/// Nothing is called durable that no sync has made so.
@Suite("Lost syncs")
struct LostSyncTests {
    let disk = MemoryDisk()

    private func open(flushMessages: Int64 = .max) throws -> PartitionLog<MemoryDisk> {
        try disk.makeDirectory("/a")
        try disk.makeDirectory("/a/t-0")
        var configuration = LogConfiguration()
        configuration.flushMessages = flushMessages
        return try PartitionLog.open(
            disk: disk, directory: "/a/t-0", configuration: configuration, options: LoadOptions(isClean: true, now: 0)
        ).log
    }

    private func append(_ log: PartitionLog<MemoryDisk>) throws {
        _ = try log.append(TestBatch(count: 2).buffer, leaderEpoch: 0, now: 0)
    }

    @Test func aLogThatWasGivenUpIsNotCalledDurable() throws {
        let log = try open()
        try append(log)
        log.abandon()
        #expect(throws: LogError.closed) { try log.flush() }
    }

    @Test(arguments: [EIO, ENOSPC, EDQUOT])
    func afterASyncThatFailedNoStopIsAnOrderlyOne(_ code: Int32) throws {
        try disk.makeDirectory("/a")
        let directory = try LogDirectory(disk: disk, path: "/a")
        let log = try directory.createPartition(
            topic: "t", partition: 0, topicId: Uuid(high: 1, low: 2), configuration: LogConfiguration(), now: 0)
        try append(log)
        disk.fail(after: 0, code: code, only: .sync)
        #expect(throws: LogError.self) { try log.flush() }
        disk.heal()
        #expect(throws: LogError.self) { try log.flush() }
        #expect(throws: LogError.self) { try append(log) }
        #expect(try directory.close(brokerEpoch: 1).count == 1)
        #expect(try !disk.exists("/a/.kafka_cleanshutdown"))
        let points = String(decoding: try disk.contents("/a/recovery-point-offset-checkpoint"), as: UTF8.self)
        #expect(points == "0\n1\nt 0 0\n")
    }

    /// Nothing of the directory was lost where there was no descriptor to sync it by.
    @Test(arguments: [EMFILE, ENFILE]) func aNewPartitionTakesRecordsOnceThereAreDescriptorsAgain(_ code: Int32) throws
    {
        try disk.makeDirectory("/a")
        let directory = try LogDirectory(disk: disk, path: "/a")
        func create(_ topic: String) throws -> PartitionLog<MemoryDisk> {
            try directory.createPartition(
                topic: topic, partition: 0, topicId: Uuid(high: 1, low: 2), configuration: LogConfiguration(), now: 0)
        }
        let old = try create("old")
        try directory.syncNames()
        let log = try create("t")
        disk.descriptorError.withLock { $0 = code }
        for _ in 0..<2 {
            #expect(throws: LogDirectoryError.self) { try directory.syncNames() }
            #expect(directory.hasRefusingLogs)
            #expect(throws: LogError.self) { try append(log) }
            try append(old)
        }
        disk.descriptorError.withLock { $0 = nil }
        try directory.syncNames()
        #expect(!directory.hasRefusingLogs)
        try append(log)
        try log.flush()
        #expect(try directory.close(brokerEpoch: 1).isEmpty)
        var generator = SeededGenerator(seed: 1)
        let again = try LogDirectory(disk: disk.afterPowerLoss(using: &generator), path: "/a")
        let loaded = try again.loadPartitions(now: 0, configuration: { _, _ in LogConfiguration() })
        #expect(loaded.partitions.map(\.log.logEndOffset) == [4, 2])
    }

    /// A sync that did fail is not made good by one that does not.
    @Test func aNewPartitionWhoseNameWasLostTakesNothing() throws {
        try disk.makeDirectory("/a")
        let directory = try LogDirectory(disk: disk, path: "/a")
        let log = try directory.createPartition(
            topic: "t", partition: 0, topicId: Uuid(high: 1, low: 2), configuration: LogConfiguration(), now: 0)
        disk.fail(after: 0, code: EIO, only: .sync)
        #expect(throws: LogDirectoryError.self) { try directory.syncNames() }
        disk.heal()
        try directory.syncNames()
        #expect(!directory.hasRefusingLogs)
        #expect(throws: LogError.self) { try append(log) }
    }

    @Test func whatWasRefusedForWantOfASyncDoesNotComeBack() throws {
        let log = try open()
        try append(log)
        try log.flush()
        let batch = TestBatch(count: 2)
        _ = try log.append(batch.buffer, leaderEpoch: 0, now: 0)
        disk.fail(after: 0, code: EIO, only: .sync)
        #expect(throws: LogError.self) { try log.flush() }
        log.takeBackLastAppend(size: batch.bytes.count)
        let again = try PartitionLog.open(
            disk: disk.afterKill(), directory: "/a/t-0", configuration: LogConfiguration(),
            options: LoadOptions(recoveryPoint: 2, now: 0)
        ).log
        #expect(again.logEndOffset == 2)
    }

    /// The log goes on in another directory while its files in the old one are synced.
    @Test func aSyncOfFilesThatTheLogHasLeftMovesNoRecoveryPoint() throws {
        let log = try open()
        try append(log)
        let isMoved = Mutex(false)
        let synced = Mutex<[String]>([])
        disk.onCall.withLock {
            $0 = { [disk] operation, path in
                guard operation == .sync else { return }
                synced.withLock { $0.append(path) }
                let isFirst = isMoved.withLock { isMoved in
                    defer { isMoved = true }
                    return !isMoved
                }
                guard isFirst else { return }
                do {
                    try disk.makeDirectory("/b")
                    try disk.makeDirectory("/b/t-0-future")
                    var copy = LogCopy(disk: disk, from: "/a/t-0", to: "/b/t-0-future")
                    try log.state.withLock { try $0.goOn(in: "/b/t-0", after: &copy, syncedEnd: 0) }
                } catch {
                    Issue.record(error)
                }
            }
        }
        try log.flush()
        #expect(log.directory == "/b/t-0")
        #expect(log.recoveryPoint == 2)
        #expect(synced.withLock { $0.contains { $0.hasPrefix("/b/") && $0.hasSuffix(".log") } })
    }

    @Test func aBatchThatCameAgainWaitsForTheSyncOfTheFirst() throws {
        let log = try open(flushMessages: 1)
        let batch = TestBatch(producerId: 3, epoch: 0, sequence: 0)
        #expect(try log.append(batch.buffer, leaderEpoch: 0, now: 0).wantsFlush)
        let again = try log.append(batch.buffer, leaderEpoch: 0, now: 0)
        #expect(again.isDuplicate && again.wantsFlush)
        try log.flush()
        #expect(try !log.append(batch.buffer, leaderEpoch: 0, now: 0).wantsFlush)
    }

    @Test func searchesByTimeEndWhereConsumersMayReadTo() throws {
        let log = try open()
        _ = try log.append(TestBatch(timestamps: [1_000]).buffer, leaderEpoch: 0, now: 0)
        let undecided = TestBatch(timestamps: [2_000], producerId: 3, epoch: 0, sequence: 0, isTransactional: true)
        _ = try log.append(undecided.buffer, leaderEpoch: 0, now: 0)
        #expect(try log.offset(for: .at(1_500))?.offset == 1)
        #expect(try log.offset(for: .maxTimestamp)?.offset == 1)
        #expect(try log.offset(for: .at(500), isolation: .committed)?.offset == 0)
        #expect(try log.offset(for: .at(1_500), isolation: .committed) == nil)
        #expect(try log.offset(for: .maxTimestamp, isolation: .committed) == nil)
    }
}
