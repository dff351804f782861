import Glibc
import KafkaWire
import NIOCore
import Testing

@testable import KafkaLog

@Suite("A log directory")
struct LogDirectoryTests {
    let disk = MemoryDisk()
    let id = Uuid(high: 0x3268_940e_bde1_4959, low: 0x7107_5209_e42e_58a0)

    func open() throws -> LogDirectory<MemoryDisk> { try LogDirectory(disk: disk, path: "/data") }

    func load(_ directory: LogDirectory<MemoryDisk>) throws -> LoadedDirectory<MemoryDisk> {
        try directory.loadPartitions(now: 0, configuration: { _, _ in LogConfiguration() })
    }

    @Test func anOrderlyStopIsSeenOnceAndEverythingComesBack() throws {
        let first = try open()
        #expect(!first.wasClean)
        #expect(first.meta == nil)
        try first.write(MetaProperties(nodeId: 1, clusterId: "QUxvZ0RpcnNLYWZrYTM5MA", directoryId: id))
        for partition in 0..<3 {
            let log = try first.createPartition(
                topic: "a-b", partition: Int32(partition), topicId: id, configuration: LogConfiguration(), now: 0)
            for _ in 0...partition { _ = try log.append(TestBatch(count: 2).buffer, leaderEpoch: 0, now: 0) }
        }
        #expect(try first.log(of: TopicPartition(topic: "a-b", partition: 2))?.deleteRecords(before: 3) == 3)
        #expect(try first.close(brokerEpoch: 6).isEmpty)
        #expect(
            try disk.contents("/data/.kafka_cleanshutdown") == Array(#"{"version":0,"brokerEpoch":6}"#.utf8))
        #expect(
            String(decoding: try disk.contents("/data/recovery-point-offset-checkpoint"), as: UTF8.self)
                == "0\n3\na-b 0 2\na-b 1 4\na-b 2 6\n")
        #expect(
            String(decoding: try disk.contents("/data/log-start-offset-checkpoint"), as: UTF8.self)
                == "0\n1\na-b 2 3\n")

        let second = try open()
        #expect(second.wasClean)
        #expect(second.meta?.nodeId == 1)
        #expect(second.meta?.directoryId == id)
        let loaded = try load(second)
        #expect(loaded.failures.isEmpty)
        #expect(loaded.partitions.map(\.partition.partition) == [0, 1, 2])
        #expect(loaded.partitions.map(\.topicId) == [id, id, id])
        #expect(loaded.partitions.map(\.log.logEndOffset) == [2, 4, 6])
        #expect(loaded.partitions.map(\.log.logStartOffset) == [0, 0, 3])
        #expect(loaded.partitions.allSatisfy { $0.report.recoveredSegments == 0 })

        // The marker is gone: had this process died, the next start would recover.
        let third = try open()
        #expect(!third.wasClean)
        #expect(try load(third).partitions.allSatisfy { $0.report.recoveredSegments == 1 })
    }

    /// What has to follow an unclean stop is still to be done: the next start must know.
    @Test func aStopThatIsNotOrderlyLeavesNoMarker() throws {
        let first = try open()
        _ = try first.createPartition(
            topic: "a", partition: 0, topicId: id, configuration: LogConfiguration(), now: 0)
        #expect(try first.close(brokerEpoch: 1, isOrderly: false).isEmpty)
        #expect(!(try open().wasClean))
    }

    @Test func aDeletedPartitionGoesAsideAndThenAway() throws {
        let directory = try open()
        var configuration = LogConfiguration()
        configuration.fileDeleteDelayMs = 1_000
        let log = try directory.createPartition(
            topic: "t", partition: 0, topicId: id, configuration: configuration, now: 0)
        _ = try log.append(TestBatch().buffer, leaderEpoch: 0, now: 0)
        let read = try log.read(from: 0, maxBytes: 100)
        try directory.deletePartition(topic: "t", partition: 0, now: 0)
        #expect(throws: LogError.closed) { try log.append(TestBatch().buffer, leaderEpoch: 0, now: 0) }
        let names = try disk.list("/data").filter(\.isDirectory).map(\.name)
        #expect(names.count == 1)
        let aside = try #require(names.first)
        #expect(aside.hasPrefix("t-0.") && aside.hasSuffix("-delete") && aside.utf8.count == 4 + 32 + 7)
        // A new partition of that name has nothing to do with the old one.
        let again = try directory.createPartition(
            topic: "t", partition: 0, topicId: id, configuration: configuration, now: 0)
        #expect(again.logEndOffset == 0)
        try directory.removeDeletedPartitions(now: 999)
        #expect(try disk.exists("/data/" + aside))
        try directory.removeDeletedPartitions(now: 1_000)
        #expect(try !disk.exists("/data/" + aside))
        // Who was reading may finish.
        let file = try #require(read.file)
        #expect(try file.readBytes(count: read.length, at: read.position).count == read.length)
    }

    @Test func onePartitionThatCannotBeOpenedLeavesTheOthersAlone() throws {
        let directory = try open()
        for topic in ["a", "b"] {
            _ = try directory.createPartition(
                topic: topic, partition: 0, topicId: nil, configuration: LogConfiguration(), now: 0)
        }
        try disk.remove("/data/b-0/00000000000000000000.log")
        try disk.makeDirectory("/data/b-0/00000000000000000000.log")
        _ = try disk.open("/data/b-0/00000000000000000007.log", .create)
        let loaded = try load(try open())
        #expect(loaded.partitions.map(\.partition.topic).contains("a"))
        #expect(loaded.partitions.count + loaded.failures.count == 2)
    }

    @Test func aSecondProcessIsKeptOut() throws {
        let path = "/tmp/martlet-log-test-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        let real = PosixDisk()
        let held = try LogDirectory(disk: real, path: path)
        #expect(throws: LogDirectoryError.locked(path: path)) { try LogDirectory(disk: real, path: path) }
        _ = held.path
        try real.remove(path + "/.lock")
        try real.removeDirectory(path)
    }

    @Test(arguments: [
        ("t-0", "t", 0), ("a-b-12", "a-b", 12), ("__consumer_offsets-49", "__consumer_offsets", 49),
    ])
    func directoryNamesAreUnderstood(name: String, topic: String, partition: Int32) {
        let parsed = TopicPartition(directoryName: name)
        #expect(parsed == TopicPartition(topic: topic, partition: partition))
        #expect(parsed?.directoryName == name)
    }

    @Test(arguments: ["t", "-0", "t-", "t-x", "t-0.0123-delete", "t-99999999999", "t-+1"])
    func otherNamesAreNot(name: String) {
        #expect(TopicPartition(directoryName: name) == nil)
    }

    @Test func metaPropertiesOfBothKindsAreRead() {
        let old = MetaProperties(text: "#\n#Mon Nov 23\nbroker.id = 0\nversion=0\ncluster.id=bXUZ0TzdSLGBhXTxYExz8w\n")
        #expect(old == MetaProperties(version: 0, nodeId: 0, clusterId: "bXUZ0TzdSLGBhXTxYExz8w", directoryId: nil))
        let new = MetaProperties(nodeId: 1, clusterId: "c", directoryId: id)
        #expect(MetaProperties(text: new.text) == new)
        for text in ["", "version=2\nnode.id=1", "node.id=1", "\u{0}\u{0}"] {
            #expect(MetaProperties(text: text) == nil)
        }
    }

    @Test func checkpointsOfAnotherFormAreNoCheckpoints() {
        for text in [
            "", "0", "0\n1\n", "0\n1\nt 0\n", "1\n0\n", "0\n-1\n", "0\n1\nt x 5\n", "0\n1\nt 0 -5\n", "x\n0\n",
        ] {
            #expect(OffsetCheckpoint(text: text) == nil, "\(text)")
        }
        #expect(OffsetCheckpoint(text: "0\n0\n") == OffsetCheckpoint())
    }
}
