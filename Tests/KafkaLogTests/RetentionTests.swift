import NIOCore
import Testing

@testable import KafkaLog

@Suite("Retention")
struct RetentionTests {
    let disk = MemoryDisk()

    /// Ten segments of one batch with two records each, with times 1000, 2000, ….
    func open(_ configuration: (inout LogConfiguration) -> Void) throws -> PartitionLog<MemoryDisk> {
        try disk.makeDirectory("/p")
        var settings = LogConfiguration()
        settings.segmentBytes = 150
        settings.retentionMs = -1
        settings.fileDeleteDelayMs = 100
        configuration(&settings)
        let log = try PartitionLog.open(
            disk: disk, directory: "/p", configuration: settings, options: LoadOptions(isClean: true, now: 0)
        ).log
        for index in 1...10 {
            let batch = TestBatch(count: 2, timestamps: [Int64(index * 1_000)])
            _ = try log.append(batch.buffer, leaderEpoch: 0, now: 0)
        }
        #expect(log.segmentCount == 10)
        return log
    }

    @Test func oldSegmentsGoByTimeAndTheirFilesLater() throws {
        let log = try open { $0.retentionMs = 500 }
        #expect(try log.applyRetention(now: 4_600) == 4)
        #expect(log.logStartOffset == 8)
        #expect(try log.readAll().map(\.head.baseOffset) == [8, 10, 12, 14, 16, 18])
        #expect(try disk.exists("/p/00000000000000000006.log.deleted"))
        #expect(try !disk.exists("/p/00000000000000000006.log"))
        try log.removeDeletedFiles(now: 4_699)
        #expect(try disk.exists("/p/00000000000000000006.log.deleted"))
        try log.removeDeletedFiles(now: 4_700)
        #expect(try !disk.list("/p").contains { $0.name.hasSuffix(".deleted") })
    }

    @Test func aDelayWithoutEndKeepsTheFiles() throws {
        let log = try open {
            $0.retentionMs = 500
            $0.fileDeleteDelayMs = .max
        }
        #expect(try log.applyRetention(now: 4_600) == 4)
        try log.removeDeletedFiles(now: 1_000_000)
        #expect(try disk.exists("/p/00000000000000000006.log.deleted"))
    }

    @Test func whenAllIsTooOldAnEmptySegmentRemains() throws {
        let log = try open { $0.retentionMs = 500 }
        #expect(try log.applyRetention(now: 1_000_000) == 10)
        #expect(log.offsets == LogOffsets(start: 20, end: 20, highWatermark: 20, lastStable: 20))
        #expect(log.segmentCount == 1)
        #expect(try log.append(TestBatch().buffer, leaderEpoch: 0, now: 0).baseOffset == 20)
    }

    @Test func oldSegmentsGoBySize() throws {
        let size = TestBatch(count: 2, timestamps: [1_000]).bytes.count
        let log = try open { $0.retentionBytes = size * 3 + 1 }
        #expect(try log.applyRetention(now: 0) == 6)
        #expect(log.logStartOffset == 12)
    }

    @Test func deletedRecordsAreGoneAtOnceAndTheirSegmentsWithRetention() throws {
        let log = try open { $0.deletes = false }
        #expect(try log.deleteRecords(before: 7) == 7)
        #expect(try log.deleteRecords(before: 3) == 7)
        #expect(throws: LogError.offsetOutOfRange(requested: 6, start: 7, end: 20)) {
            try log.read(from: 6, maxBytes: 10)
        }
        // The batch that holds offset 7 still comes whole.
        #expect(try log.readAll().first?.head.baseOffset == 6)
        #expect(throws: LogError.offsetOutOfRange(requested: 21, start: 7, end: 20)) {
            try log.deleteRecords(before: 21)
        }
        #expect(try log.applyRetention(now: 1_000_000) == 3)
        #expect(log.segmentCount == 7)
        #expect(try log.offset(for: .earliest) == TimestampedOffset(timestamp: -1, offset: 7, leaderEpoch: 0))
        #expect(try log.offset(for: .at(0)) == TimestampedOffset(timestamp: 4_000, offset: 7, leaderEpoch: 0))
    }

    @Test func offsetsByTimeAreThoseOfTheFirstRecordAtOrAfter() throws {
        let log = try open { _ in }
        #expect(try log.offset(for: .at(3_000))?.offset == 4)
        #expect(try log.offset(for: .at(3_001))?.offset == 6)
        #expect(try log.offset(for: .at(10_001)) == nil)
        #expect(try log.offset(for: .maxTimestamp)?.offset == 18)
        #expect(try log.offset(for: .latest(.highWatermark))?.offset == 20)
        #expect(try log.offset(for: .latestTiered)?.offset == -1)
    }

    @Test func epochsAnswerWhereTheyEnd() throws {
        let log = try open { _ in }
        for epoch: Int32 in [2, 5] { _ = try log.append(TestBatch().buffer, leaderEpoch: epoch, now: 0) }
        #expect(log.endOffset(ofEpoch: 0)?.endOffset == 20)
        #expect(log.endOffset(ofEpoch: 1)?.epoch == 0)
        #expect(log.endOffset(ofEpoch: 3)?.epoch == 2)
        #expect(log.endOffset(ofEpoch: 3)?.endOffset == 21)
        #expect(log.endOffset(ofEpoch: 5)?.endOffset == 22)
        #expect(log.endOffset(ofEpoch: 6) == nil)
        #expect(log.endOffset(ofEpoch: -1) == nil)
    }
}
