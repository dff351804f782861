import KafkaWire
import NIOCore
import Testing

@testable import KafkaLog

/// What is cleaned when, and what the checkpoint file says of it.
@Suite("Cleaning schedule")
struct CleaningScheduleTests {
    let disk = MemoryDisk()

    func compacting(_ change: (inout LogConfiguration) -> Void = { _ in }) -> LogConfiguration {
        var configuration = LogConfiguration()
        configuration.compacts = true
        configuration.deletes = false
        configuration.segmentBytes = 150
        change(&configuration)
        return configuration
    }

    func fill(_ log: PartitionLog<MemoryDisk>, _ count: Int, timestamp: Int64 = 1_000) throws {
        for _ in 0..<count {
            _ = try log.append(TestBatch(count: 2, timestamps: [timestamp]).buffer, leaderEpoch: 0, now: 0)
        }
    }

    @Test func theDirtiestLogThatIsDueComesFirst() throws {
        let directory = try LogDirectory(disk: disk, path: "/data")
        let schedule = CleaningSchedule<MemoryDisk>()
        let logs = try (0..<4).map { index in
            try directory.createPartition(
                topic: "t", partition: Int32(index), topicId: nil,
                configuration: compacting { $0.compacts = index != 3 }, now: 0)
        }
        #expect(schedule.take(from: [directory], now: 0)?.partition == nil)
        for log in logs { try fill(log, 12) }
        func name(_ index: Int32) -> TopicPartition { TopicPartition(topic: "t", partition: index) }
        try directory.noteCleaned(name(0), upTo: 16)
        try directory.noteCleaned(name(1), upTo: 8)
        // Partition 2 is all dirty, 1 two thirds, 0 less than half, 3 is not compacted.
        let first = try #require(schedule.take(from: [directory], now: 0))
        #expect(first.partition == name(2))
        #expect(first.plan.dirtyRatio == 1)
        let second = try #require(schedule.take(from: [directory], now: 0))
        #expect(second.partition == name(1))
        #expect(schedule.take(from: [directory], now: 0)?.partition == nil)
        try schedule.finish(first, cleanedUpTo: 22)
        try schedule.finish(second, cleanedUpTo: nil)
        #expect(schedule.take(from: [directory], now: 0)?.partition == name(1))
        #expect(
            String(decoding: try disk.contents("/data/cleaner-offset-checkpoint"), as: UTF8.self)
                == "0\n3\nt 0 16\nt 1 8\nt 2 22\n")
    }

    @Test func lagsDecideWhatMayAndMustBeCleaned() throws {
        let directory = try LogDirectory(disk: disk, path: "/data")
        let log = try directory.createPartition(
            topic: "t", partition: 0, topicId: nil,
            configuration: compacting {
                $0.minCompactionLagMs = 100
                $0.maxCompactionLagMs = 10_000
                $0.minCleanableDirtyRatio = 1
            }, now: 0)
        for timestamp in [1_000, 2_000, 3_000, 4_000] as [Int64] { try fill(log, 1, timestamp: timestamp) }
        try log.roll(now: 0)
        func plan(_ now: Int64) throws -> CleaningPlan {
            try #require(try log.cleaningPlan(lastCleaned: nil, now: now))
        }
        #expect(try plan(3_050).firstUncleanableOffset == 4)
        #expect(try plan(3_101).firstUncleanableOffset == 6)
        #expect(try plan(5_000).firstUncleanableOffset == 8)
        #expect(try !plan(11_000).isOverdue)
        #expect(try plan(11_001).isOverdue)
        let schedule = CleaningSchedule<MemoryDisk>()
        // All of it is dirty, which is no more than the ratio asks.
        #expect(schedule.take(from: [directory], now: 11_000)?.partition == nil)
        #expect(schedule.take(from: [directory], now: 11_001)?.partition.topic == "t")
    }

    @Test func aCompactedTopicRollsSoonEnoughForItsLag() throws {
        let directory = try LogDirectory(disk: disk, path: "/data")
        let log = try directory.createPartition(
            topic: "t", partition: 0, topicId: nil,
            configuration: compacting {
                $0.segmentBytes = 1 << 20
                $0.maxCompactionLagMs = 500
            }, now: 0)
        try fill(log, 1, timestamp: 1_000)
        try fill(log, 1, timestamp: 1_500)
        #expect(log.segmentCount == 1)
        try fill(log, 1, timestamp: 1_501)
        #expect(log.segmentCount == 2)
    }

    @Test func aDeletedPartitionLeavesNoCheckpointToItsSuccessor() throws {
        let directory = try LogDirectory(disk: disk, path: "/data")
        let name = TopicPartition(topic: "t", partition: 0)
        _ = try directory.createPartition(
            topic: "t", partition: 0, topicId: nil, configuration: compacting(), now: 0)
        try directory.noteCleaned(name, upTo: 5)
        try directory.deletePartition(topic: "t", partition: 0, now: 0)
        #expect(directory.cleanedOffset(of: name) == nil)
        #expect(String(decoding: try disk.contents("/data/cleaner-offset-checkpoint"), as: UTF8.self) == "0\n0\n")
    }

    @Test func aCleaningThatIsOvertakenByADeletionLeavesTheSuccessorAlone() throws {
        let directory = try LogDirectory(disk: disk, path: "/data")
        let configuration = compacting()
        func create() throws -> PartitionLog<MemoryDisk> {
            try directory.createPartition(
                topic: "t", partition: 0, topicId: nil, configuration: configuration, now: 0)
        }
        let log = try create()
        try fill(log, 5)
        try log.roll(now: 0)
        let plan = try #require(try log.cleaningPlan(lastCleaned: nil, now: 1_000_000))
        var isDeleted = false
        #expect(throws: CleaningError.self) {
            _ = try LogCleaner().clean(log, plan, now: 0) { bytes throws(CleaningError) in
                // The last word before the cleaned segment takes its place.
                guard bytes == 0, !isDeleted, (try? disk.exists("/data/t-0/00000000000000000000.log.cleaned")) == true
                else { return }
                isDeleted = true
                try? directory.deletePartition(topic: "t", partition: 0, now: 0)
                if let successor = try? create() { try? fill(successor, 1) }
            }
        }
        #expect(isDeleted)
        #expect(try disk.exists("/data/t-0/00000000000000000000.log"))
        #expect(try !disk.exists("/data/t-0/00000000000000000000.log.deleted"))
    }

    @Test func aCheckpointPastTheEndOfARecoveredLogDoesNotCount() throws {
        let first = try LogDirectory(disk: disk, path: "/data")
        let log = try first.createPartition(
            topic: "t", partition: 0, topicId: nil, configuration: compacting(), now: 0)
        try fill(log, 3)
        try first.noteCleaned(TopicPartition(topic: "t", partition: 0), upTo: 400)
        let second = try LogDirectory(disk: disk.afterKill(), path: "/data")
        #expect(second.cleanedOffset(of: TopicPartition(topic: "t", partition: 0)) == 400)
        let configuration = compacting()
        _ = try second.loadPartitions(now: 0, configuration: { _, _ in configuration })
        #expect(second.cleanedOffset(of: TopicPartition(topic: "t", partition: 0)) == nil)
    }

    @Test func groupsKeepToSizesAndOffsets() {
        func segment(_ base: Int64, _ size: Int, _ index: Int = 8) -> GroupedSegment {
            GroupedSegment(baseOffset: base, size: size, offsetIndexSize: index, timeIndexSize: index)
        }
        func ranges(_ segments: [GroupedSegment], end: Int64 = 1_000) -> [Range<Int>] {
            SegmentGroups.ranges(segments, segmentBytes: 100, indexBytes: 40, endOffset: end)
        }
        #expect(ranges([segment(0, 50), segment(1, 50), segment(2, 1)]) == [0..<2, 2..<3])
        #expect(ranges([segment(0, 1, 30), segment(1, 1, 30), segment(2, 1, 10)]) == [0..<1, 1..<3])
        let far = Int64(Int32.max)
        #expect(ranges([segment(0, 1), segment(far, 1)], end: far + 1) == [0..<2])
        #expect(ranges([segment(0, 1), segment(far, 1)], end: far + 2) == [0..<1, 1..<2])
        #expect(ranges([segment(0, 1), segment(far, 0)], end: far + 2) == [0..<2])
        #expect(ranges([]) == [])
    }
}
