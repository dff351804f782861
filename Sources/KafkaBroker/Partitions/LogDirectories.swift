import Glibc
import KafkaLog
import KafkaWire

/// All entries of `log.dirs`: a new partition goes where the fewest are, as in Kafka.
struct LogDirectories: Sendable {
    /// At least one; the first one holds the metadata log unless `metadata.log.dir` says otherwise.
    let all: [LogDirectory<PosixDisk>]
    /// Entries that could not be opened at the start, and why.
    var unopened: [(path: String, error: LogDirectoryError)] = []
    /// Path of the directory with the metadata log.
    var metadataPath = ""

    /// Those that have not failed.
    var online: [LogDirectory<PosixDisk>] { all.filter { !$0.isOffline } }

    /// Whether partitions may lie in a directory that nobody can look into.
    var someAreOffline: Bool { !unopened.isEmpty || all.contains { $0.isOffline } }

    func createPartition(
        topic: String, partition: Int32, topicId: Uuid, configuration: LogConfiguration, now: Int64
    ) throws(LogError) -> BrokerLog {
        let usable = online
        let counted = usable.map { (directory: $0, count: usable.count == 1 ? 0 : $0.logs.count) }
        guard let emptiest = counted.min(by: { $0.count < $1.count }) else {
            throw .damagedDirectory("there is no log directory")
        }
        return try emptiest.directory.createPartition(
            topic: topic, partition: partition, topicId: topicId, configuration: configuration, now: now)
    }

    /// Takes partitions out of every directory, those that could not be loaded too.
    func deletePartitions(
        _ partitions: [TopicPartition], now: Int64
    ) -> [(partition: TopicPartition, error: LogError)] {
        online.flatMap { $0.deletePartitions(partitions, now: now) }
    }

    /// The directory of a path; nil for one that is not configured.
    func directory(at path: String) -> LogDirectory<PosixDisk>? {
        all.first { Self.absolutePath($0.path) == path }
    }

    /// A path as clients see it: from the root, without a slash at its end.
    static func absolutePath(_ path: String) -> String {
        var path = path
        while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
        guard !path.hasPrefix("/") else { return path }
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
        guard getcwd(&bytes, bytes.count) != nil else { return path }
        let current = String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return current + (current.hasSuffix("/") ? "" : "/") + path
    }

    /// Every open log.
    var logs: [BrokerLog] { all.flatMap { $0.logs.values } }
}
