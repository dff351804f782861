import Foundation

@testable import KafkaLog

/// A partition directory that a real Kafka wrote, with what that Kafka said of it. Three small ones are part of the
/// repository: times in disorder and `segment.ms` (`time-jumps-0`), open transactions (`tx-open-0`), and a broker killed
/// in the middle of transactions, whose last index files still have the zeros that it allocated ahead (`ld-tx-1`).
struct KafkaFixture {
    static let names = ["time-jumps-0", "tx-open-0", "ld-tx-1"]

    let expected: ExpectedPartition
    let options: LoadOptions
    private let files: [String: [UInt8]]

    init(_ name: String) throws {
        let folder =
            try Bundle.module.url(forResource: "Fixtures", withExtension: nil)
            ?? { throw CocoaError(.fileNoSuchFile) }()
        let json = try JSONSerialization.jsonObject(
            with: Data(contentsOf: folder.appendingPathComponent("expected.json")))
        let fields = (json as? [String: [String: Any]])?[name] ?? [:]
        expected = ExpectedPartition(
            name: TopicPartition(directoryName: name) ?? TopicPartition(topic: name, partition: -1),
            configs: fields["configs"] as? [String: String] ?? [:], fields: fields)
        options = LoadOptions(
            isClean: fields["clean"] as? Bool ?? false, recoveryPoint: expected.offset("recovery_point"),
            now: 1_795_400_000_000)
        let directory = folder.appendingPathComponent(name)
        var files: [String: [UInt8]] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: directory.path) {
            files[file] = Array(try Data(contentsOf: directory.appendingPathComponent(file)))
        }
        self.files = files
    }

    var configuration: LogConfiguration { LogConfiguration(reference: expected.configs) }
    var fileNames: [String] { files.keys.sorted() }

    /// The directory on a disk in memory.
    func disk() throws -> MemoryDisk {
        let disk = MemoryDisk()
        try disk.makeDirectory("/k")
        for (name, bytes) in files { try disk.open("/k/" + name, .create).bytes = bytes }
        return disk
    }

    func open(_ disk: MemoryDisk, _ options: LoadOptions? = nil) throws -> (PartitionLog<MemoryDisk>, LoadReport) {
        let opened = try PartitionLog.open(
            disk: disk, directory: "/k", configuration: configuration, options: options ?? self.options)
        return (opened.log, opened.report)
    }
}
