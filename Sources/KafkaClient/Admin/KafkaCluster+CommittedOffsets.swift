import KafkaProtocol
import KafkaWire

/// An offset as a group committed it.
public struct CommittedOffset: Sendable, Equatable {
    /// The next offset to read.
    public var offset: Int64
    /// The leader epoch of the record before it, or -1.
    public var leaderEpoch: Int32
    /// Whatever the consumer stored with it.
    public var metadata: String

    /// A committed offset.
    public init(offset: Int64, leaderEpoch: Int32 = -1, metadata: String = "") {
        self.offset = offset
        self.leaderEpoch = leaderEpoch
        self.metadata = metadata
    }
}

/// On whose behalf offsets are committed: a member of a group's generation, or an administrator.
public struct GroupMembership: Sendable, Equatable {
    /// The generation, or -1 outside of any.
    public var generation: Int32
    /// The member's id, or empty.
    public var memberId: String
    /// `group.instance.id` of a static member.
    public var instanceId: String?

    /// No member: allowed while the group is empty.
    public static let none = GroupMembership(generation: -1, memberId: "", instanceId: nil)
}

/// From version 10 on offsets are asked for and committed by topic id; names do for all that is needed here.
private let lastVersionWithNames: Int16 = 9

extension KafkaCluster {
    /// The offsets that a group committed: of the given partitions, or of all (nil). Throws ``ClientError``.
    ///
    /// Partitions without a committed offset are left out.
    public func committedOffsets(
        of group: String, partitions: [TopicPartition]? = nil
    ) async throws -> [TopicPartition: CommittedOffset] {
        try await retrying("Asking for offsets of group '\(group)'") { [self] in
            let connection = try await connection(to: .coordinator(group: group))
            let version = try connection.version(of: OffsetFetchRequest.self, atMost: lastVersionWithNames)
            let topics = partitions.map { Dictionary(grouping: $0, by: \.topic) }
            var request = OffsetFetchRequest()
            if version >= 8 {
                var asked = OffsetFetchRequest.OffsetFetchRequestGroup(groupId: group)
                asked.topics = topics?.map { .init(name: $0, partitionIndexes: $1.map(\.partition)) }
                request.groups = [asked]
            } else {
                request.groupId = group
                request.topics = topics?.map { .init(name: $0, partitionIndexes: $1.map(\.partition)) }
            }
            let response = try await connection.send(request, maxVersion: lastVersionWithNames)
            return try version >= 8
                ? offsets(in: response.groups.first, of: group) : offsets(in: response, of: group)
        }
    }

    private nonisolated func offsets(
        in answer: OffsetFetchResponse.OffsetFetchResponseGroup?, of group: String
    ) throws(ClientError) -> [TopicPartition: CommittedOffset] {
        var found: [TopicPartition: CommittedOffset] = [:]
        guard let answer else { return found }
        try check(answer.errorCode, "Group '\(group)'")
        for topic in answer.topics {
            for partition in topic.partitions {
                let key = TopicPartition(topic: topic.name, partition: partition.partitionIndex)
                try check(partition.errorCode, "Partition \(key) in group '\(group)'")
                guard partition.committedOffset >= 0 else { continue }
                found[key] = CommittedOffset(
                    offset: partition.committedOffset, leaderEpoch: partition.committedLeaderEpoch,
                    metadata: partition.metadata ?? "")
            }
        }
        return found
    }

    private nonisolated func offsets(
        in answer: OffsetFetchResponse, of group: String
    ) throws(ClientError) -> [TopicPartition: CommittedOffset] {
        var found: [TopicPartition: CommittedOffset] = [:]
        try check(answer.errorCode, "Group '\(group)'")
        for topic in answer.topics {
            for partition in topic.partitions {
                let key = TopicPartition(topic: topic.name, partition: partition.partitionIndex)
                try check(partition.errorCode, "Partition \(key) in group '\(group)'")
                guard partition.committedOffset >= 0 else { continue }
                found[key] = CommittedOffset(
                    offset: partition.committedOffset, leaderEpoch: partition.committedLeaderEpoch,
                    metadata: partition.metadata ?? "")
            }
        }
        return found
    }

    /// Commits offsets for a group. Throws ``ClientError``.
    ///
    /// - Parameter timeout: milliseconds for all attempts; the configured `operationTimeout` if nil.
    public func commitOffsets(
        _ offsets: [TopicPartition: CommittedOffset], group: String, as membership: GroupMembership = .none,
        timeout: Int64? = nil
    ) async throws {
        guard !offsets.isEmpty else { return }
        try await retrying("Committing offsets of group '\(group)'", timeout: timeout) { [self] in
            var request = OffsetCommitRequest(groupId: group)
            request.generationIdOrMemberEpoch = membership.generation
            request.memberId = membership.memberId
            request.groupInstanceId = membership.instanceId
            request.topics = Dictionary(grouping: offsets.keys, by: \.topic).map { topic, partitions in
                .init(
                    name: topic,
                    partitions: partitions.sorted().map { key in
                        .init(
                            partitionIndex: key.partition, committedOffset: offsets[key]?.offset ?? -1,
                            committedLeaderEpoch: offsets[key]?.leaderEpoch ?? -1,
                            committedMetadata: offsets[key]?.metadata ?? "")
                    })
            }
            let response = try await send(
                request, to: .coordinator(group: group), maxVersion: lastVersionWithNames)
            for topic in response.topics {
                for partition in topic.partitions {
                    try check(
                        partition.errorCode,
                        "Offset of \(topic.name)-\(partition.partitionIndex) in group '\(group)'")
                }
            }
        }
    }
}
