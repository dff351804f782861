import Foundation

@testable import KafkaLog

/// A log directory that a real Kafka wrote, unpacked into a folder of its own, and what that Kafka said of it.
struct ReferenceArchive {
    static let folder = ProcessInfo.processInfo.environment["MARTLET_REFERENCE"].map { URL(fileURLWithPath: $0) }

    let path: String
    let partitions: [ExpectedPartition]
    private let unpacked: URL

    init(_ name: String) throws {
        let archives = (Self.folder ?? URL(fileURLWithPath: "/nowhere")).appendingPathComponent("log-dirs")
        let description = try Data(contentsOf: archives.appendingPathComponent("\(name).manifest.json"))
        let manifest = try JSONSerialization.jsonObject(with: description) as? [String: Any] ?? [:]
        unpacked = FileManager.default.temporaryDirectory.appendingPathComponent("log-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: unpacked, withIntermediateDirectories: true)
        let archive = archives.appendingPathComponent("\(name).tar.gz").path
        _ = try Self.run("tar", "-xzf", archive, "-C", unpacked.path)
        let inside = try FileManager.default.contentsOfDirectory(atPath: unpacked.path)
        path = unpacked.appendingPathComponent(inside.first ?? "").path
        var partitions: [ExpectedPartition] = []
        for (topic, value) in manifest["topics"] as? [String: [String: Any]] ?? [:] {
            for (number, fields) in value["partitions"] as? [String: [String: Any]] ?? [:] {
                partitions.append(
                    ExpectedPartition(
                        name: TopicPartition(topic: topic, partition: Int32(number) ?? -1),
                        configs: value["configs"] as? [String: String] ?? [:],
                        isInternal: value["internal"] as? Bool ?? false, fields: fields))
            }
        }
        self.partitions = partitions.sorted { $0.name < $1.name }
    }

    func remove() { try? FileManager.default.removeItem(at: unpacked) }

    func open() throws -> LoadedDirectory<PosixDisk> {
        let configs = Dictionary(uniqueKeysWithValues: partitions.map { ($0.name, $0.configs) })
        return try LogDirectory(disk: PosixDisk(), path: path).loadPartitions(now: 1_795_400_000_000) { name, _ in
            LogConfiguration(reference: configs[name] ?? [:])
        }
    }

    static func run(_ program: String, _ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
