import NIOCore
import Synchronization
import Testing

@testable import KafkaLog

/// `martlet log verify` and `repair` underneath: every damage is seen, nothing is changed by looking, and what is mended
/// loses nothing but the bytes that were damaged, which are kept.
@Suite("Checking and mending a directory")
struct InspectorTests {
    /// A fixture as a whole log directory, as an orderly stop leaves it.
    func directory(_ name: String) throws -> MemoryDisk {
        let fixture = try KafkaFixture(name)
        let disk = MemoryDisk()
        try disk.makeDirectory("/d")
        try disk.makeDirectory("/d/" + name)
        let source = try fixture.disk()
        for file in fixture.fileNames {
            try disk.open("/d/\(name)/\(file)", .create).bytes = try source.contents("/k/" + file)
        }
        // A start after the kill mends what that left, and an orderly stop writes the rest down.
        let log = try LogDirectory(disk: disk, path: "/d")
        try log.write(MetaProperties(nodeId: 1, clusterId: "c", directoryId: nil))
        let configuration = fixture.configuration
        _ = try log.loadPartitions(now: fixture.options.now, configuration: { _, _ in configuration })
        _ = try log.close(brokerEpoch: 1)
        return disk
    }

    func inspector(_ disk: MemoryDisk) -> LogInspector<MemoryDisk> {
        var inspector = LogInspector(disk: disk)
        inspector.indexInterval = 1_000
        return inspector
    }

    func findings(_ disk: MemoryDisk) throws -> [LogFinding] {
        var found: [LogFinding] = []
        let before = disk.snapshot
        try inspector(disk).check("/d") { found += $0.findings }
        #expect(disk.snapshot == before)
        return found.filter { $0.severity != .note }
    }

    @Test(arguments: KafkaFixture.names)
    func whatKafkaWroteIsSound(_ name: String) throws {
        #expect(try findings(try directory(name)) == [])
    }

    @Test(arguments: KafkaFixture.names)
    func everyLostOrDamagedFileIsSeenAndMended(_ name: String) throws {
        let sound = try directory(name)
        let files = try sound.list("/d/" + name).map(\.name).filter { SegmentFileName($0) != nil }
        for file in files where try !sound.contents("/d/\(name)/\(file)").isEmpty {
            for damage in 0..<3 {
                let disk = sound.afterKill()
                let path = "/d/\(name)/\(file)"
                // Nobody can tell that a snapshot is gone, nor a segment from its start or end.
                if damage == 0, file.hasSuffix(".snapshot") || file.hasSuffix(".log") { continue }
                switch damage {
                case 0: try disk.remove(path)
                case 1: try disk.open(path, .write).bytes.removeLast(3)
                default: try disk.open(path, .write).bytes[20 % (try disk.contents(path).count)] ^= 0x40
                }
                let found = try findings(disk)
                #expect(found.contains { $0.severity == .problem && $0.repair != nil }, "\(file) \(damage)")
                try inspector(disk).repair("/d") { _ in }
                #expect(try findings(disk).filter { $0.severity == .problem } == [], "\(file) \(damage)")
            }
        }
    }

    @Test func aBadBatchInTheMiddleIsTakenOutAndKept() throws {
        let disk = try directory("time-jumps-0")
        let whole = try open(disk)
        let victim = whole[whole.count / 2]
        let base = try #require(
            try disk.list("/d/time-jumps-0").compactMap { SegmentFileName($0.name) }
                .filter { $0.kind == .log && $0.baseOffset <= victim.head.baseOffset }.map(\.baseOffset).max())
        let name = SegmentFileName(base, .log).text
        let file = try disk.open("/d/time-jumps-0/" + name, .write)
        let start = try #require(
            (0..<file.bytes.count).first { Array(file.bytes[$0...].prefix(victim.bytes.count)) == victim.bytes })
        file.bytes[start + victim.bytes.count - 2] ^= 0x10
        let found = try findings(disk)
        #expect(
            found.map(\.repair).contains(
                .takeOut(segment: base, from: start, to: start + victim.bytes.count)))
        try inspector(disk).repair("/d/time-jumps-0") { _ in }
        #expect(try findings(disk) == [])
        #expect(try open(disk) == whole.filter { $0 != victim })
        let kept = try disk.contents("/d/time-jumps-0/\(name).\(start).quarantined")
        #expect(kept.count == victim.bytes.count)
    }

    private func open(_ disk: MemoryDisk) throws -> [ReadBatch] {
        let opened = try PartitionLog.open(
            disk: disk.afterKill(), directory: "/d/time-jumps-0", configuration: LogConfiguration(),
            options: LoadOptions(isClean: true, now: 0))
        #expect(opened.report.notes.isEmpty)
        return try opened.log.readAll()
    }

    @Test func aGarbledEpochFileAndCheckpointAreSetAside() throws {
        let disk = try directory("time-jumps-0")
        let epochs = "/d/time-jumps-0/leader-epoch-checkpoint"
        let sound = try disk.contents(epochs)
        try disk.open(epochs, .write).bytes = Array("0\n1\n0 zero\n".utf8)
        try disk.open("/d/recovery-point-offset-checkpoint", .write).bytes = [0xff, 0x00]
        #expect(try findings(disk).filter { $0.severity == .problem }.count == 2)
        try inspector(disk).repair("/d") { _ in }
        #expect(try findings(disk) == [])
        #expect(try disk.contents(epochs) == sound)
        #expect(try disk.exists("/d/recovery-point-offset-checkpoint.quarantined"))
        #expect(try disk.exists(epochs + ".quarantined"))
    }

    /// A disk that fails while it mends leaves something that another attempt mends.
    @Test(arguments: 0..<30)
    func aRepairThatIsCutShortCanBeDoneAgain(_ calls: Int) throws {
        let disk = try directory("time-jumps-0")
        let whole = try open(disk)
        let files = try disk.list("/d/time-jumps-0").map(\.name).filter { $0.hasSuffix(".log") }
        let largest = try files.max {
            try disk.contents("/d/time-jumps-0/" + $0).count < disk.contents("/d/time-jumps-0/" + $1).count
        }
        let file = try disk.open("/d/time-jumps-0/" + (try #require(largest)), .write)
        let bytes = file.bytes
        let first = try bytes.withUnsafeBytes { try StoredBatch(parsing: $0) }
        let victim = try bytes.withUnsafeBytes { try StoredBatch(parsing: .init(rebasing: $0[first.size...])) }
        file.bytes[first.size + victim.size - 2] ^= 1
        disk.fail(after: 60 + calls * 3, code: 5, onlyWrites: false, tornBytes: 10)
        try? inspector(disk).repair("/d/time-jumps-0") { _ in }
        disk.heal()
        let survivor = disk.afterKill()
        try inspector(survivor).repair("/d/time-jumps-0") { _ in }
        #expect(try findings(survivor).filter { $0.severity == .problem } == [])
        #expect(try open(survivor) == whole.filter { $0.head.baseOffset != victim.baseOffset })
    }

    @Test func itemsOfFilesComeInOrder() throws {
        let disk = try directory("tx-open-0")
        var batches: [LogFileBatch] = []
        var others: [String] = []
        for name in try disk.list("/d/tx-open-0").map(\.name).sorted() where SegmentFileName(name) != nil {
            var reader = LogFileReader(disk: disk, path: "/d/tx-open-0/" + name)
            reader.readsRecords = true
            try reader.forEach { item in
                if case .batch(let batch) = item { batches.append(batch) } else { others.append("\(item)") }
            }
        }
        let log = try PartitionLog.open(
            disk: disk, directory: "/d/tx-open-0", configuration: LogConfiguration(),
            options: LoadOptions(isClean: true, now: 0)
        ).log
        let expected = try log.readAll(isolation: .logEnd)
        #expect(batches.map(\.baseOffset) == expected.map(\.head.baseOffset))
        #expect(batches.allSatisfy { $0.isValid && $0.recordError == nil && $0.records.count == Int($0.count ?? -1) })
        #expect(others.contains { $0.hasPrefix("producer(") })
        #expect(!others.contains { $0.hasPrefix("mismatch") })
        #expect(throws: LogFileError.unknownKind) {
            try LogFileReader(disk: disk, path: "/d/meta.properties").forEach { _ in }
        }
    }
}

extension MemoryDisk {
    /// Every file's bytes.
    var snapshot: [String: [UInt8]] {
        state.withLock { state in state.names.compactMapValues { $0?.bytes } }
    }
}
