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
        "01-truncated-log", "02-flip-last-batch", "03-flip-middle-batch", "04-zero-tail", "05-missing-index",
        "06-bad-timeindex", "07-garbage-snapshot", "08-empty-leader-epoch", "09-no-recovery-point",
        "10-leftover-cleaned-swap", "11-cleaned-below-swap", "12-flip-old-segment",
        "13-flip-older-past-recovery-point", "16-flip-magic-byte",
    ])
    func damagedDirectoriesComeBackAsKafkaBroughtThemBack(_ name: String) throws {
        let archive = try ReferenceArchive("damaged/" + name)
        defer { archive.remove() }
        let loaded = try archive.open()
        #expect(loaded.failures.isEmpty)
        try compare(loaded, archive, isDamaged: true)
    }

    /// Here Kafka gives up (14: the whole directory goes offline) or starts empty (15: a stray directory).
    @Test(arguments: ["14-garbage-leader-epoch", "15-no-partition-metadata"])
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
