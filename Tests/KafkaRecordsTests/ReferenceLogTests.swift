import Foundation
import KafkaRecords
import NIOCore
import Testing

/// Whole log directories that real Kafka brokers wrote (formats v0, v1 and v2, every codec, compacted, transactional),
/// against the hashes of what a real consumer read from them. The archives are not part of the repository: these tests
/// run where MARTLET_REFERENCE names the folder that holds them.
@Suite(.enabled(if: ReferenceLogs.folder != nil, "MARTLET_REFERENCE is not set"))
struct ReferenceLogTests {
    @Test(arguments: [
        "a-codecs", "b-transactions", "c-compacted-before", "c-compacted-after", "e-timestamps", "f-clean",
        "g-format-v0", "g-format-v1",
    ])
    func readsWhatAConsumerRead(_ name: String) throws {
        let logs = try ReferenceLogs(name)
        defer { logs.remove() }
        var partitions = 0
        for (topic, description) in logs.manifest.topics where !(description.internal ?? false) {
            for (partition, expected) in description.partitions {
                guard expected.read_uncommitted.error == nil else { continue }
                let records = try logs.records(of: "\(topic)-\(partition)").filter {
                    $0.offset >= expected.log_start_offset && $0.offset < expected.end_offset
                }
                #expect(records.count == expected.read_uncommitted.count, "\(topic)-\(partition)")
                #expect(try logs.hash(of: records) == expected.read_uncommitted.sha256, "\(topic)-\(partition)")
                partitions += 1
            }
        }
        #expect(partitions > 0)
    }

    @Test(arguments: ["g-format-v0", "g-format-v1"])
    func oldLogsBecomeTheSameRecordsInFormat2(_ name: String) throws {
        let logs = try ReferenceLogs(name)
        defer { logs.remove() }
        for (topic, description) in logs.manifest.topics where !(description.internal ?? false) {
            for partition in description.partitions.keys {
                let log = try logs.log(of: "\(topic)-\(partition)")
                let converted = try LegacyMessageSet.converted(log, decompressionLimit: 1 << 26)
                #expect(RecordBatches(converted).allSatisfy { $0.magic == 2 })
                #expect(try ReferenceLogs.records(in: converted) == ReferenceLogs.records(in: log))
            }
        }
    }
}

/// One archive, unpacked into a folder of its own.
struct ReferenceLogs {
    struct Manifest: Decodable {
        struct Topic: Decodable {
            var `internal`: Bool?
            var partitions: [String: Partition]
        }

        // The names are those of the manifests.
        // swift-format-ignore: AlwaysUseLowerCamelCase
        struct Partition: Decodable {
            var log_start_offset: Int64
            var end_offset: Int64
            var read_uncommitted: Reading
        }

        struct Reading: Decodable {
            var count: Int
            var sha256: String
            var error: String?
        }

        var topics: [String: Topic]
    }

    static let folder = ProcessInfo.processInfo.environment["MARTLET_REFERENCE"].map { URL(fileURLWithPath: $0) }

    let manifest: Manifest
    private let name: String
    private let unpacked: URL

    init(_ name: String) throws {
        let archives = try #require(ReferenceLogs.folder).appendingPathComponent("log-dirs")
        let description = try Data(contentsOf: archives.appendingPathComponent("\(name).manifest.json"))
        manifest = try JSONDecoder().decode(Manifest.self, from: description)
        self.name = name
        unpacked = FileManager.default.temporaryDirectory.appendingPathComponent("records-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: unpacked, withIntermediateDirectories: true)
        let archive = archives.appendingPathComponent("\(name).tar.gz").path
        _ = try ReferenceLogs.run("tar", "-xzf", archive, "-C", unpacked.path)
    }

    func remove() {
        try? FileManager.default.removeItem(at: unpacked)
    }

    /// All segments of a partition, joined.
    func log(of partition: String) throws -> ByteBuffer {
        let folder = unpacked.appendingPathComponent(name).appendingPathComponent(partition)
        var log = ByteBuffer()
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        for file in files.filter({ $0.hasSuffix(".log") }).sorted() {
            log.writeBytes(try Data(contentsOf: folder.appendingPathComponent(file)))
        }
        return log
    }

    func records(of partition: String) throws -> [Record] {
        try ReferenceLogs.records(in: try log(of: partition))
    }

    /// What a consumer sees of a log: every record but those of control batches.
    static func records(in log: ByteBuffer) throws -> [Record] {
        var records: [Record] = []
        var walk = RecordBatches(log)
        while let entry = walk.next() {
            let bytes = try #require(walk.slice(of: entry))
            if entry.magic < 2 {
                var set = LegacyMessageSet(bytes, decompressionLimit: 1 << 26)
                records += try set.readAll()
            } else {
                var reader = try RecordBatchReader(bytes, decompressionLimit: 1 << 26)
                if !reader.header.isControl { records += try reader.readAll() }
            }
        }
        #expect(walk.position == log.readableBytes)
        return records
    }

    /// The hash that the manifests explain: offset, timestamp, key, value, headers, all with their lengths.
    func hash(of records: [Record]) throws -> String {
        var bytes = ByteBuffer()
        func field(_ field: ByteBuffer?) {
            bytes.writeInteger(Int32(field?.readableBytes ?? -1))
            if let field { bytes.writeImmutableBuffer(field) }
        }
        for record in records {
            bytes.writeMultipleIntegers(record.offset, record.timestamp)
            field(record.key)
            field(record.value)
            bytes.writeInteger(Int32(record.headers.count))
            for header in record.headers {
                field(header.keyBytes)
                field(header.value)
            }
        }
        let file = unpacked.appendingPathComponent("canonical")
        try Data(bytes.readableBytesView).write(to: file)
        return String(try ReferenceLogs.run("sha256sum", file.path).prefix(64))
    }

    private static func run(_ program: String, _ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }
}
