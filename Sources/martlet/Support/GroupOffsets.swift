import KafkaClient
import KafkaWire

/// Gathers what a table of a group's offsets needs.
enum GroupOffsets {
    /// A row for each partition that has a committed offset or a member, sorted.
    static func rows(of group: GroupDescription, in cluster: KafkaCluster) async throws -> [GroupOffsetRow] {
        let committed = try await cluster.committedOffsets(of: group.id)
        var owners: [TopicPartition: GroupDescription.Member] = [:]
        for member in group.members {
            for partition in member.assignment { owners[partition] = member }
        }
        let partitions = Set(committed.keys).union(owners.keys).sorted()
        let ends = try await ends(of: partitions, in: cluster)
        return partitions.map { partition in
            GroupOffsetRow(
                group: group.id, partition: partition, committed: committed[partition]?.offset, end: ends[partition],
                member: owners[partition])
        }
    }

    /// The log ends of those partitions that (still) exist.
    private static func ends(
        of partitions: [TopicPartition], in cluster: KafkaCluster
    ) async throws -> [TopicPartition: Int64] {
        let existing = try await existing(partitions, in: cluster)
        return try await cluster.listOffsets(Dictionary(uniqueKeysWithValues: existing.map { ($0, .latest) }))
    }

    /// Those of the partitions that exist and have a leader.
    static func existing(_ partitions: [TopicPartition], in cluster: KafkaCluster) async throws -> [TopicPartition] {
        guard !partitions.isEmpty else { return [] }
        let topics = Set(partitions.map(\.topic)).sorted()
        let metadata = try await cluster.retrying("Asking for metadata") {
            try await cluster.refreshMetadata(topics: topics)
        }
        return partitions.filter { (metadata[$0]?.leader ?? -1) >= 0 }
    }
}
