import KafkaProtocol
import KafkaWire

/// Which offset of a partition is asked for, as ListOffsets has it.
public enum OffsetQuery: Sendable, Hashable {
    /// The first offset that is still there.
    case earliest
    /// The offset that the next record will get (below it, with read_committed, the last stable offset).
    case latest
    /// The record with the highest timestamp (KIP-734).
    case maxTimestamp
    /// The first record with this timestamp or a later one, in milliseconds since 1970.
    case timestamp(Int64)

    var wireValue: Int64 {
        switch self {
        case .latest: -1
        case .earliest: -2
        case .maxTimestamp: -3
        case .timestamp(let milliseconds): milliseconds
        }
    }
}

/// Whether records of open and aborted transactions are seen.
public enum IsolationLevel: Int8, Sendable {
    /// Everything below the high watermark.
    case readUncommitted = 0
    /// Only what is committed.
    case readCommitted = 1
}

extension KafkaCluster {
    /// The offset that answers each query; -1 where no record matches (a timestamp after the last one).
    ///
    /// Throws ``ClientError`` if any of the partitions cannot be asked.
    public func listOffsets(
        _ queries: [TopicPartition: OffsetQuery], isolation: IsolationLevel = .readUncommitted
    ) async throws -> [TopicPartition: Int64] {
        guard !queries.isEmpty else { return [:] }
        return try await retrying("Asking for offsets") { [self] in
            let leaders = try await leaders(of: Array(queries.keys))
            return try await withThrowingTaskGroup(of: [TopicPartition: Int64].self) { group in
                for (leader, partitions) in leaders {
                    group.addTask { [self] in
                        let asked = partitions.map { ($0, queries[$0]?.wireValue ?? -1) }
                        return try await listOffsets(asked, at: leader, isolation: isolation)
                    }
                }
                var all: [TopicPartition: Int64] = [:]
                for try await part in group { all.merge(part) { _, new in new } }
                return all
            }
        }
    }

    private func listOffsets(
        _ asked: [(TopicPartition, Int64)], at leader: Int32, isolation: IsolationLevel
    ) async throws -> [TopicPartition: Int64] {
        let connection = try await connection(to: .broker(leader))
        let version = try connection.version(of: ListOffsetsRequest.self)
        var request = ListOffsetsRequest(replicaId: -1)
        if version >= 2 { request.isolationLevel = isolation.rawValue }
        if version >= 10 { request.timeoutMs = Int32(clamping: configuration.requestTimeout) }
        request.topics = Dictionary(grouping: asked) { $0.0.topic }.map { topic, entries in
            .init(name: topic, partitions: entries.map { .init(partitionIndex: $0.0.partition, timestamp: $0.1) })
        }
        let response = try await connection.send(request)
        var found: [TopicPartition: Int64] = [:]
        for topic in response.topics {
            for partition in topic.partitions {
                let key = TopicPartition(topic: topic.name, partition: partition.partitionIndex)
                try check(partition.errorCode, "Partition \(key)")
                found[key] = version == 0 ? partition.oldStyleOffsets.first ?? -1 : partition.offset
            }
        }
        return found
    }

    /// The partitions of each leader, with metadata asked anew where it is missing. Throws ``ClientError``.
    func leaders(of partitions: [TopicPartition]) async throws -> [Int32: [TopicPartition]] {
        let topics = Set(partitions.map(\.topic)).sorted()
        let current = try await refreshMetadata(topics: topics)
        var leaders: [Int32: [TopicPartition]] = [:]
        for partition in partitions {
            if let error = current.topics[partition.topic]?.error {
                try check(error.rawValue, "Topic '\(partition.topic)'")
            }
            guard let known = current[partition] else {
                throw ClientError.broker(.unknownTopicOrPartition, subject: "Partition \(partition)", message: nil)
            }
            guard known.leader >= 0 else {
                throw ClientError.broker(.leaderNotAvailable, subject: "Partition \(partition)", message: nil)
            }
            leaders[known.leader, default: []].append(partition)
        }
        return leaders
    }
}
