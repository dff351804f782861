import NIOCore
import Testing

@testable import KafkaLog

/// Where Kafka is careless, nothing is lost: what recovery cannot keep is put aside, what went missing is built anew.
@Suite("Recovery keeps what it can")
struct RecoveryTests {
    let disk = MemoryDisk()

    func configuration() -> LogConfiguration {
        var configuration = LogConfiguration()
        configuration.segmentBytes = 1_000
        configuration.indexIntervalBytes = 100
        configuration.retentionMs = -1
        configuration.producerIdExpirationMs = .max
        return configuration
    }

    func open(_ options: LoadOptions = LoadOptions(now: 0)) throws -> (PartitionLog<MemoryDisk>, LoadReport) {
        try disk.makeDirectory("/p")
        let opened = try PartitionLog.open(
            disk: disk, directory: "/p", configuration: configuration(), options: options)
        return (opened.log, opened.report)
    }

    /// Thirty batches in several segments, closed in order.
    func write(_ count: Int = 30) throws -> [ReadBatch] {
        let (log, _) = try open(LoadOptions(isClean: true, now: 0))
        for index in 0..<count {
            _ = try log.append(
                TestBatch(count: 2, timestamps: [Int64(index)]).buffer, leaderEpoch: 0, now: Int64(index))
        }
        let batches = try log.readAll()
        try log.close()
        return batches
    }

    var names: [String] { (try? disk.list("/p").map(\.name)) ?? [] }

    /// Each orderly stop adds the newest time to the time index, long before the offset index has an entry.
    @Test func aShortLogIsOpenedAgainAndAgainWithoutDoubt() throws {
        var configuration = configuration()
        configuration.indexIntervalBytes = 4096
        try disk.makeDirectory("/p")
        for round in 0..<5 {
            let opened = try PartitionLog.open(
                disk: disk, directory: "/p", configuration: configuration, options: LoadOptions(isClean: true, now: 0))
            #expect(opened.report.notes.isEmpty, "start \(round)")
            _ = try opened.log.append(
                TestBatch(count: 2, timestamps: [Int64(round)]).buffer, leaderEpoch: 0, now: Int64(round))
            try opened.log.close()
        }
    }

    /// Found by killing the broker under load: a segment that begins inside an epoch moved the epoch's start to itself.
    @Test func epochsThatBeganBelowTheRecoveryPointStayWhereTheyBegan() throws {
        let (log, _) = try open(LoadOptions(isClean: true, now: 0))
        for index in 0..<40 {
            let epoch: Int32 = index < 4 ? 0 : index < 36 ? 2 : 4
            _ = try log.append(TestBatch(count: 2, timestamps: [0]).buffer, leaderEpoch: epoch, now: 0)
        }
        try log.flush()
        let last = try #require(names.filter { $0.hasSuffix(".log") }.sorted().last)
        let base = try #require(SegmentFileName(last)?.baseOffset)
        try #require(base > 8 && base < 72, "the last segment begins in epoch 2")
        let again = try PartitionLog.open(
            disk: disk.afterKill(), directory: "/p", configuration: configuration(),
            options: LoadOptions(recoveryPoint: base + 1, now: 0)
        ).log
        for epoch: Int32 in [0, 2, 4] {
            #expect(again.endOffset(ofEpoch: epoch)?.endOffset == log.endOffset(ofEpoch: epoch)?.endOffset)
        }
        #expect(again.endOffset(ofEpoch: 0)?.endOffset == 8)
        #expect(again.endOffset(ofEpoch: 2)?.endOffset == 72)
    }

    @Test func wholeBatchesBehindABadOneAreKeptAside() throws {
        let batches = try write()
        let second = try #require(names.filter { $0.hasSuffix(".log") }.dropFirst().first)
        let file = try disk.open("/p/" + second, .write)
        let before = file.bytes
        let size = batches[0].bytes.count
        file.bytes[size + 70] ^= 0x55
        let (log, report) = try open()
        let base = try #require(SegmentFileName(second)?.baseOffset)
        #expect(log.logEndOffset == base + 2)
        #expect(report.quarantined.contains("\(second).\(size).quarantined"))
        var expected = Array(before[size...])
        expected[70] ^= 0x55
        #expect(try disk.contents("/p/\(second).\(size).quarantined") == expected)
        // Later segments are kept whole.
        #expect(report.droppedSegments > 0)
        #expect(report.quarantined.count == 1 + report.droppedSegments)
        // Another start finds nothing to do, and the names do not disturb it.
        #expect(try open().1.notes.isEmpty)
    }

    /// The power took the end of a segment, between two batches, and left later ones. Found by taking the power from the
    /// broker under load.
    @Test(arguments: [false, true]) func segmentsBehindAGapAreKeptAside(leavesRecords: Bool) throws {
        let batches = try write()
        let logs = names.filter { $0.hasSuffix(".log") }.sorted()
        try #require(logs.count > 2)
        let base = try #require(SegmentFileName(logs[1])?.baseOffset)
        try disk.open("/p/" + logs[1], .write).truncate(to: batches[0].bytes.count)
        if !leavesRecords { for name in logs[2...] { try disk.open("/p/" + name, .write).truncate(to: 0) } }
        let (log, report) = try open()
        #expect(log.logEndOffset == base + 2)
        #expect(report.droppedSegments == (leavesRecords ? logs.count - 2 : 1))
        #expect(report.quarantined.count == (leavesRecords ? logs.count - 2 : 0))
        _ = try log.append(TestBatch(count: 2, timestamps: [99]).buffer, leaderEpoch: 1, now: 99)
        #expect(try log.readAll().map(\.head.baseOffset) == Array(stride(from: 0, to: base + 4, by: 2)))
        #expect(try open().1.droppedSegments == 0)
    }

    /// Whose last records the cleaner took goes on where it went on.
    @Test func gapsOfACompactedLogStay() throws {
        let batches = try write()
        let logs = names.filter { $0.hasSuffix(".log") }.sorted()
        try disk.open("/p/" + logs[1], .write).truncate(to: batches[0].bytes.count)
        var compacted = configuration()
        compacted.compacts = true
        let opened = try PartitionLog.open(
            disk: disk, directory: "/p", configuration: compacted, options: LoadOptions(now: 0))
        #expect(opened.log.logEndOffset == 60)
        #expect(opened.report.droppedSegments == 0)
    }

    /// Found by killing the broker under load, in the moment after a segment began.
    @Test func aSnapshotThatAKillLeftEmptyIsWrittenAnew() throws {
        let (log, _) = try open(LoadOptions(isClean: true, now: 0))
        for sequence: Int32 in 0..<30 {
            let batch = TestBatch(producerId: 7, epoch: 0, sequence: sequence)
            _ = try log.append(batch.buffer, leaderEpoch: 0, now: 0)
        }
        let snapshots = names.filter { $0.hasSuffix(".snapshot") }
        try #require(snapshots.count > 1)
        let sound = try snapshots.map { try disk.contents("/p/" + $0) }
        for name in snapshots { try disk.open("/p/" + name, .write).bytes = [] }
        _ = try open()
        #expect(try snapshots.map { try disk.contents("/p/" + $0) } == sound)
    }

    @Test func halvesOfBatchesAreNotKept() throws {
        _ = try write(3)
        let file = try disk.open("/p/00000000000000000000.log", .write)
        file.bytes = file.bytes.dropLast(5) + [UInt8](repeating: 0, count: 300)
        let (log, report) = try open()
        #expect(log.logEndOffset == 4)
        #expect(report.quarantined.isEmpty)
        #expect(!names.contains { $0.hasSuffix(".quarantined") })
    }

    @Test(arguments: [0, 1, 3, 0x7f, 0xff])
    func aChangedFormatNumberIsPutRight(_ number: UInt8) throws {
        let batches = try write(6)
        let file = try disk.open("/p/00000000000000000000.log", .write)
        let sound = file.bytes
        file.bytes[batches[0].bytes.count * 2 + 16] = number
        let (log, report) = try open()
        #expect(report.mendedBatches == 1)
        #expect(report.truncatedBytes == 0)
        #expect(try log.readAll() == batches)
        #expect(try disk.contents("/p/00000000000000000000.log") == sound)
    }

    /// Also after an orderly stop, and below the recovery point.
    @Test(arguments: [true, false], ["missing", "empty", "odd"])
    func aTimeIndexThatIsNotWholeIsBuiltAnew(_ isClean: Bool, _ damage: String) throws {
        _ = try write()
        let sound = try disk.contents("/p/00000000000000000000.timeindex")
        let path = "/p/00000000000000000000.timeindex"
        switch damage {
        case "missing": try disk.remove(path)
        case "empty": try disk.open(path, .write).bytes = []
        default: try disk.open(path, .write).bytes.removeLast(5)
        }
        let (log, report) = try open(LoadOptions(isClean: isClean, recoveryPoint: 60, now: 0))
        #expect(report.notes.count == 1)
        #expect(try log.offset(for: .at(3))?.offset == 6)
        #expect(try disk.contents(path) == sound)
    }

    @Test func anIndexThatDoesNotFitItsSegmentIsBuiltAnew() throws {
        let batches = try write(8)
        let index = try disk.open("/p/00000000000000000000.index", .write)
        let sound = index.bytes
        // Of a log that was longer once.
        index.bytes += [0, 0, 0, 90, 0, 0, 16, 0]
        let (log, report) = try open(LoadOptions(isClean: true, now: 0))
        #expect(report.notes.count == 1)
        #expect(try log.readAll(maxBytes: 1) == batches)
        try log.close()
        #expect(try disk.contents("/p/00000000000000000000.index") == sound)
    }

    /// Aborted transactions in the first and the third segment; the second only commits.
    func writeTransactions() throws -> [AbortedTransaction] {
        let (log, _) = try open(LoadOptions(isClean: true, now: 0))
        for isCommit in [false, true, false] {
            let sequence = Int32(log.segmentCount - 1) * 4
            for step in 0..<4 {
                let batch = TestBatch(
                    producerId: 7, epoch: 0, sequence: sequence + Int32(step), isTransactional: true, valueSize: 80)
                _ = try log.append(batch.buffer, leaderEpoch: 0, now: 0)
            }
            let marker = TestBatch(producerId: 7, epoch: 0, isTransactional: true, marker: isCommit)
            _ = try log.append(marker.buffer, leaderEpoch: 0, origin: .coordinator, now: 0)
            try log.roll(now: 0)
        }
        let aborted = try log.abortedTransactions(from: 0, to: .max)
        #expect(aborted.count == 2)
        try log.close()
        return aborted
    }

    @Test(arguments: [true, false], ["missing", "empty", "odd"])
    func aLostTransactionIndexIsBuiltAnew(_ isClean: Bool, _ damage: String) throws {
        let aborted = try writeTransactions()
        let path = "/p/00000000000000000000.txnindex"
        switch damage {
        case "missing": try disk.remove(path)
        case "empty": try disk.open(path, .write).bytes = []
        default: try disk.open(path, .write).bytes.removeLast(5)
        }
        let (log, report) = try open(LoadOptions(isClean: isClean, recoveryPoint: 15, now: 0))
        #expect(try log.abortedTransactions(from: 0, to: .max) == aborted)
        #expect(report.notes.count == 1)
        #expect(!names.contains("00000000000000000005.txnindex"))
        #expect(try disk.contents(path).count == AbortedTransaction.size)
    }

    @Test func theInventoryTellsWhichTransactionIndexesWereLost() throws {
        let aborted = try writeTransactions()
        for name in names where name.hasSuffix(".txnindex") || name.hasSuffix(".snapshot") {
            try disk.remove("/p/" + name)
        }
        var options = LoadOptions(isClean: true, now: 0)
        options.transactionIndexes = TransactionIndexInventory(knownTo: 15, segments: [0, 10])
        let (log, report) = try open(options)
        #expect(try log.abortedTransactions(from: 0, to: .max) == aborted)
        #expect(report.notes.count == 2)
        #expect(log.transactionIndexInventory == options.transactionIndexes)
    }

    @Test func inventoriesComeBackFromTheirText() {
        var checkpoint = TransactionIndexCheckpoint()
        checkpoint.partitions[TopicPartition(topic: "a-b", partition: 3)] = .init(knownTo: 90, segments: [0, 40])
        checkpoint.partitions[TopicPartition(topic: "c", partition: 0)] = .init(knownTo: 7, segments: [])
        #expect(checkpoint.text == "0\n2\na-b 3 90 0 40\nc 0 7\n")
        #expect(TransactionIndexCheckpoint(text: checkpoint.text) == checkpoint)
        #expect(TransactionIndexCheckpoint(text: "0\n1\na x 1\n") == nil)
    }

    /// A write that a kill cut off at any byte costs that batch and nothing else.
    @Test func aTailTornAtAnyByteCostsOneBatch() throws {
        let batches = try write(4)
        let whole = try disk.contents("/p/00000000000000000000.log")
        let kept = whole.count - batches[3].bytes.count
        for size in kept..<whole.count {
            let copy = disk.afterKill()
            try copy.open("/p/00000000000000000000.log", .write).bytes = Array(whole[..<size])
            for isClean in [true, false] {
                let opened = try PartitionLog.open(
                    disk: copy.afterKill(), directory: "/p", configuration: configuration(),
                    options: LoadOptions(isClean: isClean, now: 0))
                #expect(try opened.log.readAll() == Array(batches[..<3]), "\(size)")
                #expect(opened.report.truncatedBytes == size - kept)
                #expect(opened.report.quarantined.isEmpty)
            }
        }
    }

    /// What a failing disk kept from being loaded is not called clean, and keeps what the checkpoints said of it.
    @Test func aPartitionThatCouldNotBeLoadedStaysUnclean() throws {
        let first = try LogDirectory(disk: disk, path: "/d")
        for name in ["a", "b"] {
            let log = try first.createPartition(
                topic: name, partition: 0, topicId: nil, configuration: configuration(), now: 0)
            for _ in 0..<4 { _ = try log.append(TestBatch(count: 2).buffer, leaderEpoch: 0, now: 0) }
            _ = try log.deleteRecords(before: 3)
        }
        #expect(try first.close(brokerEpoch: 1).isEmpty)
        let epochs = "/d/a-0/leader-epoch-checkpoint"
        try disk.remove(epochs)
        try disk.makeDirectory(epochs)
        let second = try LogDirectory(disk: disk, path: "/d")
        let loaded = try second.loadPartitions(now: 0, threads: 1, configuration: { _, _ in configuration() })
        try #require(loaded.failures.map(\.partition.topic) == ["a"])
        #expect(try second.close(brokerEpoch: 2).isEmpty)
        #expect(try !disk.exists("/d/.kafka_cleanshutdown"))
        try disk.removeDirectory(epochs)
        let third = try LogDirectory(disk: disk, path: "/d")
        let again = try third.loadPartitions(now: 0, configuration: { _, _ in configuration() })
        #expect(again.partitions.map(\.log.logStartOffset) == [3, 3])
        #expect(again.partitions.map(\.log.logEndOffset) == [8, 8])
    }
}
