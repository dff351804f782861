import KafkaLog
import KafkaProtocol
import KafkaServer
import KafkaWire

/// DescribeLogDirs, versions 1 to 5 (KIP-113, KIP-827, KIP-1066): what lies in `log.dirs`, and the space there.
extension BrokerEngine {
    func describeLogDirs(_ message: DescribeLogDirsRequest, _ origin: Request.Origin) async -> DescribeLogDirsResponse {
        let wanted = message.topics.map { topics in
            Dictionary(topics.map { ($0.topic, Set($0.partitions)) }, uniquingKeysWith: { $0.union($1) })
        }
        let table = broker.topics.current
        let opened = broker.directories.all.map { Self.result($0, wanted: wanted, table) }
        let unopened = broker.directories.unopened.map { Self.offline($0.path) }
        return DescribeLogDirsResponse(errorCode: 0, results: opened + unopened)
    }

    private static func result(
        _ directory: LogDirectory<PosixDisk>, wanted: [String: Set<Int32>]?, _ table: TopicTable
    ) -> DescribeLogDirsResponse.DescribeLogDirsResult {
        var result = DescribeLogDirsResponse.DescribeLogDirsResult(
            logDir: LogDirectories.absolutePath(directory.path))
        let space: (total: Int64, usable: Int64)
        guard !directory.isOffline else { return offline(directory.path) }
        do throws(DiskError) {
            space = try directory.disk.space(at: directory.path)
        } catch {
            return offline(directory.path)
        }
        (result.totalBytes, result.usableBytes) = space
        var topics: [String: [DescribeLogDirsResponse.DescribeLogDirsPartition]] = [:]
        for (partition, log) in directory.logs {
            if let wanted, wanted[partition.topic]?.contains(partition.partition) != true { continue }
            topics[partition.topic, default: []].append(
                .init(
                    partitionIndex: partition.partition, partitionSize: Int64(log.sizeInBytes),
                    // A log that belongs to no topic has nothing that it could lag behind.
                    offsetLag: table.partition(partition.topic, partition.partition) == nil ? -1 : 0,
                    isFutureKey: false))
        }
        for (partition, future) in directory.futureLogs {
            if let wanted, wanted[partition.topic]?.contains(partition.partition) != true { continue }
            topics[partition.topic, default: []].append(
                .init(
                    partitionIndex: partition.partition, partitionSize: Int64(future.size),
                    offsetLag: future.offsetLag, isFutureKey: true))
        }
        result.topics = topics.sorted { $0.key < $1.key }.map { name, partitions in
            .init(name: name, partitions: partitions.sorted { $0.partitionIndex < $1.partitionIndex })
        }
        return result
    }

    /// A directory that has failed tells nothing but that.
    private static func offline(_ path: String) -> DescribeLogDirsResponse.DescribeLogDirsResult {
        .init(errorCode: ErrorCode.kafkaStorageError.rawValue, logDir: LogDirectories.absolutePath(path))
    }
}
