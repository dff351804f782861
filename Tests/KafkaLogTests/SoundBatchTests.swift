import Testing

@testable import KafkaLog

@Suite("Sound batches beside damaged ones")
struct SoundBatchTests {
    let disk = MemoryDisk()

    /// Three batches in a segment each, or in one.
    private func open(segmentBytes: Int) throws -> PartitionLog<MemoryDisk> {
        try disk.makeDirectory("/p")
        var configuration = LogConfiguration()
        configuration.segmentBytes = segmentBytes
        let log = try PartitionLog.open(
            disk: disk, directory: "/p", configuration: configuration, options: LoadOptions(isClean: true, now: 0)
        ).log
        for _ in 0..<3 { _ = try log.append(TestBatch(count: 2).buffer, leaderEpoch: 0, now: 0) }
        return log
    }

    private func damage() throws -> DamagedStretch? {
        try PartitionLog.damageInside(disk: disk, directory: "/p")
    }

    @Test(arguments: [8, 20, 70]) func whatLiesBehindADamagedBatchIsFound(_ place: Int) throws {
        let log = try open(segmentBytes: 1 << 20)
        let size = TestBatch(count: 2).bytes.count
        #expect(try damage() == nil)
        let file = try disk.open("/p/00000000000000000000.log", .write)
        file.bytes[size + place] ^= 0x10
        var (found, damaged) = (0, [DamagedStretch]())
        try log.forEachSoundBatch { _ in
            found += 1
        } damaged: {
            damaged.append($0)
        }
        #expect(found == 2)
        #expect(damaged.map(\.bytes) == [size..<2 * size])
        #expect(try damage() == damaged.first)
        // The last batch, torn or damaged, is no such thing.
        file.bytes = Array(file.bytes.prefix(size + place + 1))
        #expect(try damage() == nil)
    }

    @Test func alsoInTheNextSegment() throws {
        let log = try open(segmentBytes: TestBatch(count: 2).bytes.count)
        #expect(log.segmentCount == 3)
        try disk.open("/p/00000000000000000002.log", .write).bytes[70] ^= 0x10
        #expect(try damage()?.segment == 2)
        var found = 0
        try log.forEachSoundBatch { _ in
            found += 1
        } damaged: { _ in
        }
        #expect(found == 2)
    }
}
