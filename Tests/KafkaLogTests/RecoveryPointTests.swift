import Synchronization
import Testing

@testable import KafkaLog

/// After a crash a log is read from its recovery point on, and what lies below is taken from the indexes and snapshots,
/// as long as they are right.
@Suite("Recovery begins at the recovery point")
struct RecoveryPointTests {
    private let log: PartitionLog<MemoryDisk>
    private let batches: [ReadBatch]
    /// What the killed process left.
    private let disk: MemoryDisk
    /// As the checkpoint of the orderly stop has it.
    private let inventory: TransactionIndexInventory?
    private static let point: Int64 = 200
    private static let interval = 100

    private static func configuration(segmentBytes: Int) -> LogConfiguration {
        var configuration = LogConfiguration()
        configuration.segmentBytes = segmentBytes
        configuration.indexIntervalBytes = interval
        configuration.retentionMs = -1
        configuration.producerIdExpirationMs = .max
        return configuration
    }

    private let configuration: LogConfiguration

    private static func append(_ range: Range<Int32>, to log: PartitionLog<MemoryDisk>) throws {
        for index in range {
            // Times that go up and down.
            let time = Int64(index) + (index % 7 == 0 ? 20 : 0)
            let batch = TestBatch(
                count: 2, timestamps: [time], producerId: 7, epoch: 0, sequence: index * 2, isTransactional: true)
            _ = try log.append(batch.buffer, leaderEpoch: index < 50 ? 0 : 3, now: 0)
            if index % 20 == 19 {
                let marker = TestBatch(
                    timestamps: [time], producerId: 7, epoch: 0, isTransactional: true, marker: index % 40 == 39)
                _ = try log.append(marker.buffer, leaderEpoch: index < 50 ? 0 : 3, origin: .coordinator, now: 0)
            }
        }
    }

    private static func open(
        _ disk: MemoryDisk, _ configuration: LogConfiguration, _ options: LoadOptions
    ) throws -> (log: PartitionLog<MemoryDisk>, report: LoadReport) {
        try PartitionLog.open(disk: disk, directory: "/p", configuration: configuration, options: options)
    }

    private init(segmentBytes: Int) throws {
        configuration = Self.configuration(segmentBytes: segmentBytes)
        let first = MemoryDisk()
        try first.makeDirectory("/p")
        let before = try Self.open(first, configuration, LoadOptions(isClean: true, now: 0)).log
        try Self.append(0..<98, to: before)
        #expect(before.logEndOffset == Self.point)
        try before.close()
        inventory = before.transactionIndexInventory
        log = try Self.open(first, configuration, LoadOptions(isClean: true, now: 0)).log
        try Self.append(98..<170, to: log)
        batches = try log.readAll(isolation: .logEnd)
        disk = first.afterKill()
    }

    init() throws { try self.init(segmentBytes: 1 << 20) }

    private func recover(_ disk: MemoryDisk) throws -> (log: PartitionLog<MemoryDisk>, report: LoadReport) {
        var options = LoadOptions(recoveryPoint: Self.point, now: 0)
        options.transactionIndexes = inventory
        return try Self.open(disk, configuration, options)
    }

    /// Whatever can be asked of the log is answered as before the crash.
    private func expectSame(_ found: PartitionLog<MemoryDisk>, _ comment: Comment? = nil) throws {
        #expect(try found.readAll(isolation: .logEnd) == batches, comment)
        #expect(try found.readAll(maxBytes: 1, isolation: .logEnd) == batches, comment)
        #expect(found.activeProducers == log.activeProducers, comment)
        #expect(found.lastStableOffset == log.lastStableOffset, comment)
        let aborted = try log.abortedTransactions(from: 0, to: .max)
        #expect(try found.abortedTransactions(from: 0, to: .max) == aborted, comment)
        for epoch: Int32 in [0, 3] {
            #expect(found.endOffset(ofEpoch: epoch)?.endOffset == log.endOffset(ofEpoch: epoch)?.endOffset, comment)
        }
        for time: Int64 in 0...195 {
            #expect(try found.offset(for: .at(time)) == log.offset(for: .at(time)), comment)
        }
    }

    /// Where the batch begins that begins at or before the recovery point, less what may lie between two index entries.
    private func firstByte(of segment: Int64) -> Int {
        let below = batches.filter { $0.head.baseOffset >= segment && $0.head.baseOffset < Self.point }
        let sizes = below.map(\.bytes.count)
        return sizes.reduce(0, +) - Self.interval - 2 * (sizes.max() ?? 0)
    }

    @Test(arguments: [1 << 20, 3_000])
    func onlyBytesPastThePointAreRead(_ segmentBytes: Int) throws {
        let one = try RecoveryPointTests(segmentBytes: segmentBytes)
        let (found, report) = try one.recover(one.disk)
        let names = try one.disk.list("/p").map(\.name)
        let segments = names.compactMap { SegmentFileName($0) }.filter { $0.kind == .log }.map(\.baseOffset)
        let holder = try #require(segments.filter { $0 <= Self.point }.max())
        let first = one.firstByte(of: holder)
        try #require(holder < Self.point && first > 0, "the point lies well inside a segment")
        #expect((holder == 0) == (segmentBytes > 3_000))
        let reads = one.disk.reads.withLock { $0 }.filter { $0.path.hasSuffix(".log") }
        #expect(!reads.isEmpty)
        for read in reads {
            let base = try #require(SegmentFileName(String(read.path.dropFirst(3)))?.baseOffset)
            #expect(base > holder || base == holder && read.bytes.lowerBound >= first, "\(read)")
        }
        #expect(report.notes.isEmpty)
        #expect(report.recoveredBytes < one.log.sizeInBytes)
        try one.expectSame(found)
        // Again, with nothing but the old recovery point.
        try one.expectSame(try one.recover(one.disk.afterKill()).log)
        try found.close()
        try one.expectSame(try Self.open(one.disk, one.configuration, LoadOptions(isClean: true, now: 0)).log)
    }

    enum Damage: CaseIterable {
        case zeros, otherPosition, descending, shortTimes, descendingTimes
    }

    /// Damage below the point costs that everything is read, nothing else.
    @Test(arguments: Damage.allCases)
    func anIndexThatIsNotRightBelowThePointIsBuiltAnew(_ damage: Damage) throws {
        let isTime = damage == .shortTimes || damage == .descendingTimes
        let file = try disk.open("/p/00000000000000000000" + (isTime ? ".timeindex" : ".index"), .write)
        let size = isTime ? TimeIndexEntry.size : OffsetIndexEntry.size
        try #require(file.bytes.count > 10 * size)
        var bytes = file.bytes
        switch damage {
        case .zeros: bytes.replaceSubrange(5 * size..<8 * size, with: [UInt8](repeating: 0, count: 3 * size))
        case .otherPosition:
            for entry in 10..<bytes.count / size { bytes[entry * size + 7] ^= 1 }
        case .descending: bytes.swapAt(5 * size + 3, 9 * size + 3)
        case .shortTimes: bytes.removeLast(bytes.count - 3 * size)
        case .descendingTimes: bytes.swapAt(5 * size + 7, 9 * size + 7)
        }
        file.bytes = bytes
        let (found, report) = try recover(disk)
        #expect(report.notes.count == 1)
        #expect(report.recoveredBytes == log.sizeInBytes)
        try expectSame(found)
        #expect(file.bytes != bytes)
    }

    @Test func aTransactionIndexThatIsGoneIsBuiltAnew() throws {
        try disk.remove("/p/00000000000000000000.txnindex")
        try expectSame(try recover(disk).log)
    }

    /// The snapshot at the recovery point knows of batches that are gone, and must not refuse them when they come again.
    @Test func producersGoBackWithALogThatEndsBelowThePoint() throws {
        let kept = batches.prefix { $0.head.baseOffset < 190 }
        try disk.open("/p/00000000000000000000.log", .write).bytes = Array(kept.flatMap(\.bytes))
        let (found, report) = try recover(disk)
        #expect(found.logEndOffset < Self.point)
        #expect(try found.readAll(isolation: .logEnd) == Array(kept))
        #expect(report.recoveredBytes < 1_000)
        let last = try #require(kept.last)
        #expect(found.activeProducers.map(\.lastSequence) == [last.head.lastSequence])
        let again = TestBatch(
            count: 2, producerId: 7, epoch: 0, sequence: last.head.lastSequence + 1, isTransactional: true)
        #expect(try !found.append(again.buffer, leaderEpoch: 3, now: 0).isDuplicate)
    }

    @Test func aLogWithoutASnapshotAtThePointReadsHeadsForItsProducers() throws {
        try disk.remove("/p/\(SegmentFileName(Self.point, .snapshot).text)")
        let (found, report) = try recover(disk)
        #expect(report.recoveredBytes < log.sizeInBytes)
        try expectSame(found)
    }
}
