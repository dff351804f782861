import Glibc
import KafkaWire
import Synchronization
import Testing

@testable import KafkaLog

/// What an earlier life of a directory left behind must not reach the logs of the next one.
@Suite("State left behind")
struct StaleStateTests {
    let disk = MemoryDisk()
    let id = Uuid(high: 5, low: 6)
    let name = TopicPartition(topic: "t", partition: 0)

    private func load(_ disk: MemoryDisk) throws -> LoadedDirectory<MemoryDisk> {
        try LogDirectory(disk: disk, path: "/data").loadPartitions(
            now: 0, configuration: { _, _ in LogConfiguration() })
    }

    private func create(_ directory: LogDirectory<MemoryDisk>) throws -> PartitionLog<MemoryDisk> {
        try directory.createPartition(
            topic: "t", partition: 0, topicId: id, configuration: LogConfiguration(), now: 0)
    }

    private func append(_ count: Int32, to log: PartitionLog<MemoryDisk>) throws {
        _ = try log.append(TestBatch(count: count).buffer, leaderEpoch: 0, now: 0)
    }

    @Test func aRecreatedTopicDoesNotInheritAStartOrARecoveryPoint() throws {
        let directory = try LogDirectory(disk: disk, path: "/data")
        let first = try create(directory)
        try append(500, to: first)
        try append(1, to: first)
        try first.flush()
        _ = try first.deleteRecords(before: 500)
        try directory.checkpoint()
        try directory.deletePartition(topic: "t", partition: 0, now: 0)
        for file in ["log-start-offset-checkpoint", "recovery-point-offset-checkpoint"] {
            #expect(String(decoding: try disk.contents("/data/" + file), as: UTF8.self) == "0\n0\n")
        }
        try append(10, to: try create(directory))
        let loaded = try #require(try load(disk.afterKill()).partitions.first)
        #expect(loaded.log.logStartOffset == 0)
        #expect(loaded.log.logEndOffset == 10)
    }

    @Test func neitherDoesOneThatTakesAStraysPlace() throws {
        let first = try LogDirectory(disk: disk, path: "/data")
        let log = try create(first)
        try append(500, to: log)
        try append(1, to: log)
        _ = try log.deleteRecords(before: 500)
        try first.checkpoint()
        let killed = disk.afterKill()
        let second = try LogDirectory(disk: killed, path: "/data")
        _ = try second.loadPartitions(now: 0, configuration: { _, _ in LogConfiguration() })
        _ = try second.putAsideStray(name)
        try append(10, to: try create(second))
        let loaded = try #require(try load(killed.afterKill()).partitions.first)
        #expect(loaded.log.logStartOffset == 0)
        #expect(loaded.log.logEndOffset == 10)
    }

    /// A directory whose only partition has records and cannot be loaded.
    private func unloadable() throws -> LogDirectory<MemoryDisk> {
        try append(10, to: try create(try LogDirectory(disk: disk, path: "/data")))
        let directory = try LogDirectory(disk: disk, path: "/data")
        disk.fail(after: 0, code: EIO, only: .read)
        defer { disk.heal() }
        let loaded = try directory.loadPartitions(now: 0, configuration: { _, _ in LogConfiguration() })
        #expect(loaded.failures.map(\.partition) == [name])
        return directory
    }

    @Test func whatCouldNotBeLoadedIsNotMadeAnewNorFoundByItsSuccessor() throws {
        let directory = try unloadable()
        #expect(throws: LogError.self) { try create(directory) }
        try directory.deletePartition(topic: "t", partition: 0, now: 0)
        #expect(try !disk.exists("/data/t-0"))
        #expect(try create(directory).logEndOffset == 0)
    }

    @Test func recordsThatNobodyClaimsAreKeptAsideWhenAPartitionIsMade() throws {
        try append(10, to: try create(try LogDirectory(disk: disk, path: "/data")))
        let directory = try LogDirectory(disk: disk, path: "/data")
        #expect(try create(directory).logEndOffset == 0)
        #expect(try disk.list("/data").contains { $0.name.hasSuffix("-stray") })
    }

    @Test func directoriesThatOnlyLookLikePartitionsAreLeftAlone() throws {
        try append(10, to: try create(try LogDirectory(disk: disk, path: "/data")))
        for other in ["t-00", "backup-20240101"] {
            try disk.makeDirectory("/data/" + other)
            _ = try disk.open("/data/" + other + "/notes", .create)
        }
        let log = try disk.open("/data/t-00/00000000000000000000.log", .create)
        try log.truncate(to: 0)
        #expect(try load(disk).partitions.map(\.partition) == [name])
        #expect(try disk.list("/data/backup-20240101").map(\.name) == ["notes"])
    }

    @Test func anOffsetThatNoSegmentCanBeginWithIsNoSegment() throws {
        try append(10, to: try create(try LogDirectory(disk: disk, path: "/data")))
        let file = try disk.open("/data/t-0/09223372036854775807.log", .create)
        try file.write(TestBatch().bytes, at: 0)
        let index = try disk.open("/data/t-0/09223372036854775807.index", .create)
        try index.write([0, 0, 0, 1, 0, 0, 0, 1], at: 0)
        let loaded = try #require(try load(disk).partitions.first)
        #expect(loaded.log.logEndOffset == 10)
        #expect(OffsetCheckpoint(text: "0\n1\nt 0 9223372036854775807\n") == nil)
    }

    @Test func whatIsFlushedInANewDirectoryIsFoundAfterAPowerLoss() throws {
        var generator = SeededGenerator(seed: 1)
        let directory = try LogDirectory(disk: disk, path: "/data")
        let log = try create(directory)
        try directory.syncNames()
        try append(10, to: log)
        try log.flush()
        let loaded = try load(disk.afterPowerLoss(using: &generator))
        #expect(loaded.partitions.map(\.log.logEndOffset) == [10])
    }

    @Test func aFullDiskPutsTheSyncOfNewDirectoriesOff() throws {
        var generator = SeededGenerator(seed: 1)
        let directory = try LogDirectory(disk: disk, path: "/data")
        _ = try create(directory)
        disk.fail(after: 0, code: ENOSPC, onlyWrites: true)
        #expect(throws: LogDirectoryError.self) { try directory.checkpoint() }
        disk.heal()
        try directory.checkpoint()
        let left = disk.afterPowerLoss(using: &generator)
        #expect(try left.contents("/data/t-0/partition.metadata") == Array(PartitionMetadata(topicId: id).text.utf8))
    }

    @Test func aStopInOrderFindsItsSpaceOnAFullDisk() throws {
        let directory = try LogDirectory(disk: disk, path: "/data")
        let log = try create(directory)
        try append(1, to: log)
        try directory.checkpoint()
        #expect(try disk.status(of: "/data/.martlet_reserve").size > 1 << 20)
        // Somebody else takes what is left, and more is appended into the last block.
        let used = disk.used
        disk.state.withLock { $0.capacity = used }
        try append(1, to: log)
        #expect(try directory.close(brokerEpoch: 1).isEmpty)
        let next = try LogDirectory(disk: disk, path: "/data")
        #expect(next.wasClean)
        let loaded = try next.loadPartitions(now: 0, configuration: { _, _ in LogConfiguration() })
        #expect(loaded.partitions.map(\.log.logEndOffset) == [2])
        // Half of what there is now is kept for the next stop.
        next.keepReserve()
        #expect(try disk.status(of: "/data/.martlet_reserve").size >= 64 << 10)
    }

    @Test func aSmallFileIsOverwrittenWhereThereIsNoRoomForASecond() throws {
        try disk.makeDirectory("/data")
        try disk.replaceFile("/data/x", in: "/data", with: Array("a long text".utf8))
        disk.state.withLock { $0.capacity = 4096 }
        try disk.replaceFile("/data/x", in: "/data", with: Array("short".utf8))
        #expect(try disk.contents("/data/x") == Array("short".utf8))
        #expect(throws: DiskError.self) {
            try disk.replaceFile("/data/x", in: "/data", with: [UInt8](repeating: 0, count: 5000))
        }
        #expect(try disk.contents("/data/x") == Array("short".utf8))
        #expect(try disk.list("/data").map(\.name) == ["x"])
    }

    @Test func locksOfJavaAreSeenAndSeeOurs() throws {
        let path = "/tmp/martlet-log-test-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        let real = PosixDisk()
        try real.makeDirectory(path)
        defer {
            try? real.remove(path + "/.lock")
            try? real.removeDirectory(path)
        }
        var region = Glibc.flock()
        region.l_type = Int16(F_WRLCK)
        let other = try real.open(path + "/.lock", .create)
        try withExtendedLifetime(other) {
            #expect(fcntl(other.descriptor, F_SETLK, &region) == 0)
            #expect(throws: LogDirectoryError.locked(path: path)) { try LogDirectory(disk: real, path: path) }
            region.l_type = Int16(F_UNLCK)
            #expect(fcntl(other.descriptor, F_SETLK, &region) == 0)
            let held = try LogDirectory(disk: real, path: path)
            region.l_type = Int16(F_WRLCK)
            #expect(fcntl(other.descriptor, F_SETLK, &region) != 0)
            _ = held.path
        }
    }
}
