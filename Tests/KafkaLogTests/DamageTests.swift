import NIOCore
import Testing

@testable import KafkaLog

/// Batches that were on the device and are damaged now take no others with them.
@Suite("Damage below the recovery point")
struct DamageTests {
    let disk = MemoryDisk()
    private let name = "00000000000000000000.log"

    /// A length that is too large, one that is too small, the format's number, checksum, attributes, offset delta, records.
    static let places: [(place: Int, bits: UInt8)] = [
        (9, 0x10), (11, 0x05), (16, 0x40), (16, 0x02), (17, 0x11), (22, 0x20), (24, 0x40), (26, 0x01), (70, 0x10),
    ]

    private func open(
        _ options: LoadOptions, segmentBytes: Int = 1 << 20
    ) throws -> (
        log: PartitionLog<MemoryDisk>, report: LoadReport
    ) {
        var configuration = LogConfiguration()
        configuration.segmentBytes = segmentBytes
        configuration.indexIntervalBytes = 400
        configuration.producerIdExpirationMs = .max
        try disk.makeDirectory("/p")
        let opened = try PartitionLog.open(
            disk: disk, directory: "/p", configuration: configuration, options: options)
        return (opened.log, opened.report)
    }

    /// Ten batches of two records in one segment, closed in order.
    private func write() throws -> [ReadBatch] {
        let (log, _) = try open(LoadOptions(isClean: true, now: 0))
        for sequence in 0..<10 as Range<Int32> {
            let batch = TestBatch(count: 2, producerId: 3, epoch: 0, sequence: sequence * 2)
            _ = try log.append(batch.buffer, leaderEpoch: 0, now: 0)
        }
        let batches = try log.readAll()
        try log.close()
        return batches
    }

    private func damage(_ batch: Int, _ damage: (place: Int, bits: UInt8), of batches: [ReadBatch]) throws {
        try disk.open("/p/" + name, .write).bytes[batch * batches[0].bytes.count + damage.place] ^= damage.bits
    }

    /// The batch that a read of an offset begins with.
    private func read(_ offset: Int64, of log: PartitionLog<MemoryDisk>) throws -> ReadBatch? {
        let read = try log.read(from: offset, maxBytes: 1)
        guard let file = read.file else { return nil }
        let bytes = try file.readBytes(count: read.length, at: read.position)
        return ReadBatch(head: try bytes.withUnsafeBytes { try StoredBatch(parsing: $0) }, bytes: bytes)
    }

    /// The batches that `forEachSoundBatch` finds, by their first offsets.
    private func sound(_ log: PartitionLog<MemoryDisk>) throws -> [Int64] {
        var found: [Int64] = []
        try log.forEachSoundBatch { buffer in
            found.append(buffer.getInteger(at: buffer.readerIndex) ?? -1)
        } damaged: { _ in
        }
        return found
    }

    /// Whatever is damaged in any batch but the last of the active segment, all others are found after an orderly stop,
    /// and the log goes on where it ended.
    @Test(arguments: 0..<9, DamageTests.places.indices) func anOrderlyStopLosesNothingBehindDamage(
        _ batch: Int, _ kind: Int
    ) throws {
        let batches = try write()
        let damaged = Self.places[kind]
        try damage(batch, damaged, of: batches)
        let (log, report) = try open(LoadOptions(isClean: true, recoveryPoint: 20, now: 0))
        #expect(log.logEndOffset == 20)
        #expect(report.truncatedBytes == 0)
        let found = try sound(log)
        for (index, other) in batches.enumerated() where index != batch {
            #expect(found.contains(other.head.baseOffset))
        }
        if damaged.place == 16 { #expect(found.count == 10) }
        // An offset delta in a part that no start reads hides the batches behind it, as in a closed segment.
        let isHidden = damaged.place == 24 && report.excisedBytes == 0
        for (index, other) in batches.enumerated() where index != batch && !isHidden {
            #expect(try read(other.head.baseOffset, of: log)?.bytes == other.bytes, "\(index)")
        }
        #expect(
            report.excisedBytes + report.mendedBatches > 0 || batch < 5 || [17, 22, 26, 70].contains(damaged.place))
        #expect(report.notes.count <= 1)
        #expect(report.quarantined.count == (report.excisedBytes > 0 ? 1 : 0))
        let next = try log.append(
            TestBatch(count: 2, producerId: 3, epoch: 0, sequence: 20).buffer, leaderEpoch: 0, now: 0)
        #expect(next.baseOffset == 20)
        try log.close()
        let again = try open(LoadOptions(isClean: true, recoveryPoint: 22, now: 0))
        #expect(again.report.excisedBytes == 0)
        #expect(again.log.logEndOffset == 22)
    }

    /// The bytes that were taken out are kept, and consumers go on behind them.
    @Test func whatIsTakenOutIsKept() throws {
        let batches = try write()
        let size = batches[0].bytes.count
        try damage(8, (9, 0x10), of: batches)
        let before = try disk.contents("/p/" + name)
        let (log, report) = try open(LoadOptions(isClean: true, recoveryPoint: 20, now: 0))
        #expect(report.quarantined == ["\(name).\(8 * size).quarantined"])
        #expect(report.notes.count == 1)
        #expect(try disk.contents("/p/" + report.quarantined[0]) == Array(before[8 * size..<9 * size]))
        #expect(try log.readAll().map(\.head.baseOffset) == [0, 2, 4, 6, 8, 10, 12, 14, 18])
        #expect(log.sizeInBytes == 9 * size)
        let positions = try disk.contents("/p/00000000000000000000.index").count
        #expect(positions > 0)
    }

    /// A size that leads to a later batch takes none of those between with it.
    @Test func aSizeThatLeadsPastSoundBatches() throws {
        let batches = try write()
        let size = batches[0].bytes.count
        let file = try disk.open("/p/" + name, .write)
        let length = UInt32(3 * size - 12)
        for byte in 0..<4 {
            file.bytes[6 * size + 8 + byte] = UInt8(truncatingIfNeeded: length >> (24 - 8 * UInt32(byte)))
        }
        // Without indexes all of the segment is read.
        try disk.remove("/p/00000000000000000000.index")
        let (log, report) = try open(LoadOptions(recoveryPoint: 20, now: 0))
        #expect(try log.readAll().map(\.head.baseOffset) == [0, 2, 4, 6, 8, 10, 14, 16, 18])
        #expect(report.excisedBytes == size)
    }

    /// What is damaged may have been a marker: then nothing may show records that it aborted.
    @Test func logsWithTransactionsEndBeforeDamage() throws {
        let (log, _) = try open(LoadOptions(isClean: true, now: 0))
        var ends: [Int] = [0]
        for number in 0..<8 as Range<Int32> {
            if number == 4 {
                let marker = TestBatch(producerId: 3, epoch: 0, isTransactional: true, marker: false)
                _ = try log.append(marker.buffer, leaderEpoch: 0, origin: .coordinator, now: 0)
            } else {
                let batch = TestBatch(
                    count: 2, producerId: 3, epoch: 0, sequence: (number > 4 ? number - 1 : number) * 2,
                    isTransactional: true)
                _ = try log.append(batch.buffer, leaderEpoch: 0, now: 0)
            }
            ends.append(log.sizeInBytes)
        }
        let end = log.logEndOffset
        try log.close()
        try disk.open("/p/" + name, .write).bytes[ends[4] + 9] ^= 0x10
        try disk.remove("/p/00000000000000000000.index")
        let (again, report) = try open(LoadOptions(recoveryPoint: end, now: 0))
        #expect(report.excisedBytes == 0)
        #expect(again.logEndOffset == 8)
        #expect(again.lastStableOffset == 0)
    }

    /// Several places, and the last batch as well: that one is cut, and kept because it was no torn write.
    @Test func damageInManyPlaces() throws {
        let batches = try write()
        for batch in [6, 8, 9] { try damage(batch, (9, 0x10), of: batches) }
        let (log, report) = try open(LoadOptions(isClean: true, recoveryPoint: 20, now: 0))
        #expect(log.logEndOffset == 16)
        #expect(try log.readAll().map(\.head.baseOffset) == [0, 2, 4, 6, 8, 10, 14])
        #expect(report.quarantined.count == 2)
    }

    /// After a crash only what lies below the recovery point was on the device.
    @Test(arguments: [8, 14, 20]) func aCrashCutsOnlyWhatMayBeTorn(_ recoveryPoint: Int64) throws {
        let batches = try write()
        // Without indexes all of the segment is read.
        try disk.remove("/p/00000000000000000000.index")
        try damage(6, (9, 0x10), of: batches)
        let (log, report) = try open(LoadOptions(recoveryPoint: recoveryPoint, now: 0))
        #expect(log.logEndOffset == (recoveryPoint < 14 ? 12 : 20))
        #expect(report.quarantined.count == 1)
        let left: [Int64] = recoveryPoint < 14 ? [0, 2, 4, 6, 8, 10] : [0, 2, 4, 6, 8, 10, 14, 16, 18]
        #expect(try log.readAll().map(\.head.baseOffset) == left)
    }

    /// The segment before the recovery point is looked at for what a failed write left at its end.
    @Test func whatIsTrimmedBelowTheRecoveryPointIsNoRecord() throws {
        let batches = try write()
        let size = batches[0].bytes.count
        let (log, _) = try open(LoadOptions(isClean: true, recoveryPoint: 20, now: 0))
        try log.roll(now: 0)
        _ = try log.append(TestBatch(count: 2).buffer, leaderEpoch: 0, now: 0)
        try log.close()
        try damage(8, (9, 0x10), of: batches)
        let again = try open(LoadOptions(recoveryPoint: 20, now: 0))
        #expect(again.log.logEndOffset == 22)
        #expect(again.log.sizeInBytes == 10 * size)
        #expect(try sound(again.log) == [0, 2, 4, 6, 8, 10, 12, 14, 18, 20])
    }

    /// Closed segments are not read at a start: a read that meets the damage says so, others are none the worse for it.
    @Test func readsGoOnBehindDamageInAClosedSegment() throws {
        let batches = try write()
        let (log, _) = try open(LoadOptions(isClean: true, recoveryPoint: 20, now: 0))
        try log.roll(now: 0)
        _ = try log.append(TestBatch(count: 2).buffer, leaderEpoch: 0, now: 0)
        try log.close()
        try damage(3, (9, 0x10), of: batches)
        try damage(9, (9, 0x10), of: batches)
        let again = try open(LoadOptions(isClean: true, recoveryPoint: 22, now: 0)).log
        #expect(again.logEndOffset == 22)
        for offset: Int64 in [6, 7, 18] { #expect(throws: LogError.self) { try read(offset, of: again) } }
        for index in [2, 4, 5, 8] {
            #expect(try read(batches[index].head.baseOffset, of: again)?.bytes == batches[index].bytes)
        }
        #expect(try read(20, of: again)?.head.baseOffset == 20)
        let most = try again.read(from: 0, maxBytes: batches[0].bytes.count * 4 + 10)
        #expect(most.length == batches[0].bytes.count * 3)
        #expect(most.nextOffset == 6)
    }

    /// A kill at any moment of the repair leaves all that is sound.
    @Test func aKillInTheMiddleOfTakingOut() throws {
        let batches = try write()
        try damage(8, (9, 0x10), of: batches)
        var calls = 0
        while true {
            let copy = disk.afterKill()
            copy.fail(after: calls, code: 5)
            func open(_ disk: MemoryDisk) throws -> PartitionLog<MemoryDisk> {
                try PartitionLog.open(
                    disk: disk, directory: "/p", configuration: LogConfiguration(),
                    options: LoadOptions(recoveryPoint: 20, now: 0)
                ).log
            }
            let isDone = (try? open(copy)) != nil
            var generator = SeededGenerator(seed: UInt64(calls))
            for left in [copy.afterKill(), copy.afterPowerLoss(using: &generator)] {
                left.heal()
                let log = try open(left)
                #expect(log.logEndOffset == 20, "\(calls)")
                #expect(try sound(log) == [0, 2, 4, 6, 8, 10, 12, 14, 18], "\(calls)")
            }
            if isDone { break }
            calls += 1
        }
        #expect(calls > 20)
    }
}
