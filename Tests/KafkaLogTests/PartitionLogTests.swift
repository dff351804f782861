import NIOCore
import Testing

@testable import KafkaLog

@Suite("A partition's log")
struct PartitionLogTests {
    let disk = MemoryDisk()

    func open(
        _ configuration: LogConfiguration = LogConfiguration(), on disk: MemoryDisk? = nil,
        _ options: LoadOptions = LoadOptions(isClean: true, now: 0)
    ) throws -> PartitionLog<MemoryDisk> {
        try (disk ?? self.disk).makeDirectory("/p")
        return try PartitionLog.open(
            disk: disk ?? self.disk, directory: "/p", configuration: configuration, options: options
        ).log
    }

    @Test func appendsAssignOffsetsAndLeaveTheBufferAlone() throws {
        let log = try open()
        let batch = TestBatch(count: 3).buffer
        let before = batch
        #expect(try log.append(batch, leaderEpoch: 7, now: 5).baseOffset == 0)
        let second = try log.append(batch, leaderEpoch: 7, now: 6)
        #expect(second.baseOffset == 3)
        #expect(second.lastOffset == 5)
        #expect(second.logEndOffset == 6)
        #expect(second.logAppendTime == -1)
        #expect(batch == before)
        let read = try log.readAll()
        #expect(read.map(\.head.baseOffset) == [0, 3])
        #expect(read.map(\.head.leaderEpoch) == [7, 7])
        // Behind offset, size and epoch the bytes are the producer's own.
        #expect(read.allSatisfy { $0.bytes[16...] == TestBatch(count: 3).bytes[16...] })
    }

    @Test func severalBatchesGoInWithOneCall() throws {
        let log = try open()
        let result = try log.append(
            ByteBuffer(bytes: TestBatch(count: 2).bytes + TestBatch(count: 5).bytes), leaderEpoch: 0, now: 0)
        #expect(result.baseOffset == 0)
        #expect(result.lastOffset == 6)
        #expect(try log.readAll().map(\.head.baseOffset) == [0, 2])
    }

    @Test func appendTimeIsStampedWithANewChecksum() throws {
        var configuration = LogConfiguration()
        configuration.timestampType = .logAppendTime
        let log = try open(configuration)
        #expect(try log.append(TestBatch(count: 2).buffer, leaderEpoch: 0, now: 123_456).logAppendTime == 123_456)
        let read = try log.readAll()
        #expect(read.map(\.head.maxTimestamp) == [123_456])
        #expect(read.map(\.head.isLogAppendTime) == [true])
        var walker = BatchWalker(try disk.open("/p/00000000000000000000.log", .read), from: 0, to: read[0].head.size)
        let batch = try #require(try walker.next())
        #expect(try walker.isIntact(batch))
    }

    @Test func readsGiveTheBatchThatHoldsTheOffset() throws {
        let log = try open()
        for _ in 0..<3 { _ = try log.append(TestBatch(count: 10).buffer, leaderEpoch: 0, now: 0) }
        let size = TestBatch(count: 10).bytes.count
        let inside = try log.read(from: 14, maxBytes: 1 << 20)
        #expect(inside.position == size)
        #expect(inside.length == 2 * size)
        #expect(inside.nextOffset == 30)
        // One batch comes even when it is larger than asked for, and only whole ones do.
        #expect(try log.read(from: 14, maxBytes: 1).length == size)
        #expect(try log.read(from: 14, maxBytes: 1, minOneBatch: false).length == 0)
        #expect(try log.read(from: 0, maxBytes: 2 * size + 5).length == 2 * size)
        #expect(try log.read(from: 0, maxBytes: 2 * size + 5).nextOffset == 20)
        #expect(try log.read(from: 30, maxBytes: 100).length == 0)
        #expect(throws: LogError.offsetOutOfRange(requested: 31, start: 0, end: 30)) {
            try log.read(from: 31, maxBytes: 100)
        }
        #expect(throws: LogError.offsetOutOfRange(requested: -1, start: 0, end: 30)) {
            try log.read(from: -1, maxBytes: 100)
        }
    }

    @Test func segmentsRollAndEveryReadSizeSeesEverything() throws {
        var configuration = LogConfiguration()
        configuration.segmentBytes = 2_000
        configuration.indexIntervalBytes = 150
        let log = try open(configuration)
        for index in 0..<100 {
            let batch = TestBatch(count: Int32(index % 4 + 1), timestamps: [Int64(index)], valueSize: index % 30)
            _ = try log.append(batch.buffer, leaderEpoch: 0, now: 0)
        }
        #expect(log.segmentCount > 3)
        let whole = try log.readAll()
        #expect(whole.count == 100)
        for maxBytes in [1, 100, 500, 1_999] { #expect(try log.readAll(maxBytes: maxBytes) == whole) }
        for batch in whole {
            for offset in batch.head.baseOffset...batch.head.lastOffset {
                #expect(try log.readAll(from: offset, maxBytes: 300).first == batch)
            }
        }
    }

    @Test func aBatchAboveTheBoundIsRefused() throws {
        var configuration = LogConfiguration()
        configuration.maxMessageBytes = 100
        let log = try open(configuration)
        let batch = TestBatch(valueSize: 100)
        #expect(throws: LogError.batchTooLarge(size: batch.bytes.count, limit: 100)) {
            try log.append(batch.buffer, leaderEpoch: 0, now: 0)
        }
        #expect(log.logEndOffset == 0)
    }

    @Test func bytesThatAreNoWholeBatchesAreRefused() throws {
        let log = try open()
        let good = TestBatch().bytes
        for bytes in [[], Array(good.dropLast()), good + [0], [UInt8](repeating: 0xff, count: 200)] {
            #expect(throws: LogError.self) { try log.append(ByteBuffer(bytes: bytes), leaderEpoch: 0, now: 0) }
        }
        var old = good
        old[16] = 1
        #expect(throws: LogError.unsupportedMagic(1)) {
            try log.append(ByteBuffer(bytes: old), leaderEpoch: 0, now: 0)
        }
        #expect(log.logEndOffset == 0)
    }

    @Test func anOrderlyCloseIsOpenedAsItWas() throws {
        var configuration = LogConfiguration()
        configuration.segmentBytes = 1_000
        configuration.indexIntervalBytes = 200
        let log = try open(configuration)
        for index in 0..<50 {
            _ = try log.append(
                TestBatch(count: 2, producerId: 4, epoch: 0, sequence: Int32(index * 2)).buffer, leaderEpoch: 3, now: 9)
        }
        let before = try log.readAll()
        try log.close()
        #expect(throws: LogError.closed) { try log.append(TestBatch().buffer, leaderEpoch: 0, now: 0) }
        let again = try open(configuration)
        #expect(try again.readAll() == before)
        #expect(again.offsets == LogOffsets(start: 0, end: 100, highWatermark: 100, lastStable: 100))
        #expect(again.recoveryPoint == 100)
        #expect(again.latestLeaderEpoch == 3)
        // The producer is remembered: its last batch is a duplicate, the next number goes on.
        let repeated = TestBatch(count: 2, producerId: 4, epoch: 0, sequence: 98)
        #expect(try again.append(repeated.buffer, leaderEpoch: 3, now: 9).isDuplicate)
        let next = TestBatch(count: 1, producerId: 4, epoch: 0, sequence: 100)
        #expect(try again.append(next.buffer, leaderEpoch: 3, now: 9).baseOffset == 100)
    }

    @Test func aTornTailIsCutAfterACrash() throws {
        let log = try open()
        for _ in 0..<5 { _ = try log.append(TestBatch(count: 2).buffer, leaderEpoch: 1, now: 0) }
        let size = TestBatch(count: 2).bytes.count
        for cut in 0..<size {
            let crashed = disk.afterKill()
            let file = try crashed.open("/p/00000000000000000000.log", .write)
            try file.truncate(to: 4 * size + cut)
            let (again, report) = try PartitionLog.open(
                disk: crashed, directory: "/p", configuration: LogConfiguration(), options: LoadOptions(now: 0))
            #expect(again.logEndOffset == 8)
            #expect(report.truncatedBytes == cut)
            #expect(try file.size() == 4 * size)
        }
    }

    @Test func aFullDiskRefusesTheAppendAndTheLogGoesOnLater() throws {
        let log = try open()
        _ = try log.append(TestBatch(count: 2).buffer, leaderEpoch: 0, now: 0)
        disk.fail(after: 0, code: 28, onlyWrites: true, tornBytes: 40)
        #expect(throws: LogError.self) { try log.append(TestBatch(count: 2).buffer, leaderEpoch: 0, now: 0) }
        #expect(try log.readAll().count == 1)
        disk.heal()
        #expect(try log.append(TestBatch(count: 2, fill: 0x62).buffer, leaderEpoch: 0, now: 0).baseOffset == 2)
        try log.close()
        #expect(try open().readAll().count == 2)
    }

    @Test func afterASyncThatFailedTheLogTakesNothingUntilItIsOpenedAgain() throws {
        let log = try open()
        _ = try log.append(TestBatch(count: 2).buffer, leaderEpoch: 0, now: 0)
        disk.fail(after: 0, code: 5, only: .sync)
        #expect(throws: LogError.self) { try log.flush() }
        disk.heal()
        #expect(throws: LogError.self) { try log.append(TestBatch(count: 2).buffer, leaderEpoch: 0, now: 0) }
        #expect(throws: LogError.self) { try log.flush() }
        #expect(log.recoveryPoint == 0)
        #expect(try log.readAll().count == 1)
        let again = try open(LogConfiguration(), on: disk.afterKill(), LoadOptions(now: 0))
        #expect(try again.append(TestBatch(count: 2).buffer, leaderEpoch: 0, now: 0).baseOffset == 2)
    }

    /// Found by the crash histories: the file of a failed roll hid what was appended after it.
    @Test(arguments: [true, false]) func anEmptySegmentBelowTheEndIsDropped(isClean: Bool) throws {
        let log = try open()
        for _ in 0..<3 { _ = try log.append(TestBatch(count: 2).buffer, leaderEpoch: 0, now: 0) }
        try log.close()
        _ = try disk.open("/p/00000000000000000004.log", .create)
        let options = LoadOptions(isClean: isClean, recoveryPoint: 6, now: 0)
        let again = try open(LogConfiguration(), on: disk, options)
        #expect(again.logEndOffset == 6)
        #expect(try again.readAll().map(\.head.baseOffset) == [0, 2, 4])
        #expect(try !disk.exists("/p/00000000000000000004.log"))
    }
}
