import Testing

@testable import KafkaLog

@Suite("Files that Kafka wrote")
struct KafkaFixtureTests {
    @Test(arguments: KafkaFixture.names)
    func areServedAsKafkaServedThem(_ name: String) throws {
        let fixture = try KafkaFixture(name)
        let (log, report) = try fixture.open(try fixture.disk())
        #expect(report.notes.isEmpty)
        try fixture.expected.compare(log)
    }

    @Test(arguments: ["time-jumps-0", "tx-open-0"])
    func areWrittenAgainByteForByte(_ name: String) throws {
        let fixture = try KafkaFixture(name)
        let disk = try fixture.disk()
        try Reappending(disk: disk, folder: "/k", configuration: fixture.configuration).check(fixture.open(disk).0)
    }

    /// What can be found out from the `.log` files is, whichever other file is gone, empty or cut; only producers of
    /// whom no snapshot tells may be forgotten.
    @Test(arguments: KafkaFixture.names)
    func surviveTheLossOfAnyOtherFile(_ name: String) throws {
        let fixture = try KafkaFixture(name)
        for file in fixture.fileNames where !file.hasSuffix(".log") && !file.hasSuffix(".txnindex") {
            for damage in 0..<3 {
                let disk = try fixture.disk()
                switch damage {
                case 0: try disk.remove("/k/" + file)
                case 1: try disk.open("/k/" + file, .write).truncate(to: 0)
                default:
                    let handle = try disk.open("/k/" + file, .write)
                    handle.bytes = handle.bytes.dropLast(5) + [0xff, 0xfe]
                }
                let (log, _) = try fixture.open(disk)
                #expect(log.logEndOffset == fixture.expected.offset("end_offset"), "\(file) \(damage)")
                let whole = try fixture.open(try fixture.disk()).0.readAll(isolation: .logEnd)
                #expect(try log.readAll(isolation: .logEnd) == whole, "\(file) \(damage)")
                #expect(log.latestLeaderEpoch == 0, "\(file) \(damage)")
            }
        }
    }

    /// Any bytes at all give a log that can be read to its end, or an error; never a trap.
    @Test(arguments: 0..<150)
    func surviveDamageAnywhere(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let fixture = try KafkaFixture(KafkaFixture.names[Int(seed) % KafkaFixture.names.count])
        let disk = try fixture.disk()
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            guard let name = fixture.fileNames.randomElement(using: &generator) else { continue }
            let file = try disk.open("/k/" + name, .write)
            guard !file.bytes.isEmpty else { continue }
            let place = Int.random(in: 0..<file.bytes.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: file.bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
            case 1: try file.truncate(to: place)
            case 2: file.bytes[place...] = file.bytes[place...].map { _ in 0 }[...]
            default: file.bytes += (0..<100).map { _ in UInt8.random(in: 0...255, using: &generator) }
            }
        }
        var options = fixture.options
        options.isClean = Bool.random(using: &generator)
        options.recoveryPoint = Int64.random(in: 0...400, using: &generator)
        guard let (log, _) = try? fixture.open(disk, options) else { return }
        for offset in stride(from: log.logStartOffset, to: log.logEndOffset, by: 17) {
            _ = try? log.read(from: offset, maxBytes: 500)
            _ = try? log.offset(for: .at(1_700_000_000_000 + offset * 1_000))
        }
        _ = try? log.offset(for: .maxTimestamp)
        _ = try? log.abortedTransactions(from: 0, to: .max)
        _ = try log.append(TestBatch(count: 2).buffer, leaderEpoch: 1, now: 0)
    }
}
