import Testing

@testable import KafkaLog

/// Whole directories of real Kafka brokers, sound and damaged, against what those brokers served from them. The
/// archives are not part of the repository: these tests run where MARTLET_REFERENCE names the folder that holds them.
@Suite(.enabled(if: ReferenceArchive.folder != nil, "MARTLET_REFERENCE is not set"))
struct ReferenceDirectoryTests {
    @Test(arguments: [
        "a-codecs", "b-transactions", "c-compacted-before", "c-compacted-after", "d-groups", "e-timestamps", "f-clean",
        "f-unclean", "g-format-v0", "g-format-v1",
    ])
    func soundDirectoriesServeWhatKafkaServed(_ name: String) throws {
        let archive = try ReferenceArchive(name)
        defer { archive.remove() }
        let loaded = try archive.open()
        #expect(loaded.failures.isEmpty)
        #expect(loaded.partitions.allSatisfy { $0.report.truncatedBytes == 0 && $0.report.notes.isEmpty })
        try compare(loaded, archive)
    }

    @Test(arguments: [
        "a-codecs", "b-transactions", "c-compacted-before", "c-compacted-after", "d-groups", "e-timestamps", "f-clean",
        "f-unclean", "g-format-v0", "g-format-v1",
    ])
    func soundDirectoriesVerifyClean(_ name: String) throws {
        let archive = try ReferenceArchive(name)
        defer { archive.remove() }
        var problems: [String] = []
        try LogInspector(disk: PosixDisk()).check(archive.path) { report in
            problems += report.findings.filter {
                $0.severity == .problem || (name != "f-unclean" && $0.severity == .pending)
            }
            .map { "\(report.directory) \($0.file): \($0.text)" }
        }
        #expect(problems == [])
    }

    /// What is damaged is seen; mended, the directory is sound and holds at least what Kafka kept of it.
    @Test(arguments: [
        ("01-truncated-log", LogFinding.Severity.pending), ("02-flip-last-batch", .pending),
        ("03-flip-middle-batch", .problem), ("04-zero-tail", .pending), ("05-missing-index", .problem),
        ("06-bad-timeindex", .problem), ("07-garbage-snapshot", .pending), ("08-empty-leader-epoch", .problem),
        ("09-no-recovery-point", .pending), ("10-leftover-cleaned-swap", .pending), ("11-cleaned-below-swap", .pending),
        ("12-flip-old-segment", .problem), ("13-flip-older-past-recovery-point", .problem),
        ("14-garbage-leader-epoch", .problem), ("15-no-partition-metadata", .problem), ("16-flip-magic-byte", .problem),
    ])
    func damagesAreSeenAndMended(_ name: String, _ severity: LogFinding.Severity) throws {
        let archive = try ReferenceArchive("damaged/" + name)
        defer { archive.remove() }
        let inspector = LogInspector(disk: PosixDisk())
        var worst = LogFinding.Severity.note
        try inspector.repair(archive.path) { worst = max(worst, $0.severity ?? .note) }
        #expect(worst == severity)
        var left: [String] = []
        try inspector.check(archive.path) { report in
            left += report.findings.filter { $0.severity == .problem && $0.file != "partition.metadata" }
                .map { "\(report.directory) \($0.file): \($0.text)" }
        }
        #expect(left == [])
        let loaded = try archive.open()
        for expected in archive.partitions where !expected.isInternal {
            let log = try #require(loaded.partitions.first { $0.partition == expected.name }).log
            #expect(log.logEndOffset >= expected.offset("end_offset"), "\(expected.name)")
        }
    }

    @Test(arguments: [
        "01-truncated-log", "02-flip-last-batch", "03-flip-middle-batch", "04-zero-tail", "05-missing-index",
        "06-bad-timeindex", "07-garbage-snapshot", "08-empty-leader-epoch", "09-no-recovery-point",
        "10-leftover-cleaned-swap", "11-cleaned-below-swap", "12-flip-old-segment",
        "13-flip-older-past-recovery-point",
    ])
    func damagedDirectoriesComeBackAsKafkaBroughtThemBack(_ name: String) throws {
        let archive = try ReferenceArchive("damaged/" + name)
        defer { archive.remove() }
        let loaded = try archive.open()
        #expect(loaded.failures.isEmpty)
        try compare(loaded, archive, isDamaged: true)
    }

    /// Here Kafka gives up (14: the whole directory goes offline), starts empty (15: a stray directory), cuts a sound batch
    /// off (16) or serves aborted records (05).
    @Test(arguments: [
        "05-missing-index", "14-garbage-leader-epoch", "15-no-partition-metadata", "16-flip-magic-byte",
    ])
    func whereKafkaIsCarelessNothingIsLost(_ name: String) throws {
        let damaged = try ReferenceArchive("damaged/" + name)
        let whole = try ReferenceArchive("f-unclean")
        defer {
            damaged.remove()
            whole.remove()
        }
        let loaded = try damaged.open()
        let before = try whole.open()
        #expect(loaded.failures.isEmpty)
        #expect(loaded.partitions.map(\.partition) == before.partitions.map(\.partition))
        for (one, other) in zip(loaded.partitions, before.partitions) {
            #expect(one.log.logEndOffset == other.log.logEndOffset, "\(one.partition.directoryName)")
            let all = try other.log.readAll(isolation: .logEnd)
            #expect(
                try one.log.readAll(isolation: .logEnd)
                    == all.filter { $0.head.lastOffset >= one.log.logStartOffset }, "\(one.partition.directoryName)")
            #expect(one.log.latestLeaderEpoch == other.log.latestLeaderEpoch)
            #expect(
                try one.log.abortedTransactions(from: 0, to: .max) == other.log.abortedTransactions(from: 0, to: .max))
        }
    }

    private func compare(
        _ loaded: LoadedDirectory<PosixDisk>, _ archive: ReferenceArchive, isDamaged: Bool = false
    ) throws {
        let logs = Dictionary(uniqueKeysWithValues: loaded.partitions.map { ($0.partition, $0.log) })
        for expected in archive.partitions where !expected.isInternal {
            let log = try #require(logs[expected.name])
            try expected.compare(log, isDamaged: isDamaged)
        }
    }
}
