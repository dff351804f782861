import Testing

@testable import KafkaLog

/// Appending the batches of a real Kafka's partition again, one call each as its producers did, gives its files.
@Suite(.enabled(if: ReferenceArchive.folder != nil, "MARTLET_REFERENCE is not set"))
struct ReferenceAppendTests {
    @Test(arguments: ["a-codecs", "b-transactions", "e-timestamps", "f-clean"])
    func filesAreTheSameByteForByte(_ name: String) throws {
        let archive = try ReferenceArchive(name)
        defer { archive.remove() }
        let loaded = try archive.open()
        for expected in archive.partitions where !expected.isInternal && expected.offset("log_start_offset") == 0 {
            let source = try #require(loaded.partitions.first { $0.partition == expected.name }).log
            let folder = archive.path + "/" + expected.name.directoryName
            let configuration = LogConfiguration(reference: expected.configs)
            try Reappending(disk: PosixDisk(), folder: folder, configuration: configuration).check(source)
        }
    }
}
