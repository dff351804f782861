import KafkaProtocol
import KafkaWire

extension GroupCoordinatorCore {
    /// OffsetCommit. The group id may be empty, for old clients' sake.
    mutating func commit(
        _ token: Ticket, _ request: OffsetCommitRequest, _ apiVersion: Int16, _ turn: GroupTurn,
        _ decision: inout CoreDecision
    ) {
        if let error = unavailability ?? commitFault(request, apiVersion) {
            decision.reply(token, .offsetCommit(Self.refusal(of: request, error)))
            return
        }
        // A commit shows that the member lives.
        withGroup(request.groupId) { group in
            if group.state != .completingRebalance, let position = group.members.position(of: request.memberId) {
                group.restartSession(at: position, turn)
            }
        }
        // Before v5 a commit could carry a retention of its own.
        let expires = request.retentionTimeMs == -1 ? -1 : turn.wallAfter(request.retentionTimeMs)
        let topics = request.topics.map { topic in
            OffsetCommitResponse.OffsetCommitResponseTopic(
                name: topic.name, topicId: topic.topicId,
                partitions: topic.partitions.map { partition in
                    let error = commit(
                        partition, of: topic.name, by: request.groupId, expires: expires, turn, &decision)
                    return .init(partitionIndex: partition.partitionIndex, errorCode: error.rawValue)
                })
        }
        decision.reply(token, .offsetCommit(OffsetCommitResponse(topics: topics)), awaitsAppend: true)
    }

    private func commit(
        _ partition: OffsetCommitRequest.OffsetCommitRequestPartition, of topic: String, by groupId: String,
        expires: Int64, _ turn: GroupTurn, _ decision: inout CoreDecision
    ) -> ErrorCode {
        let metadata = partition.committedMetadata ?? ""
        guard !isTooLong(metadata) else { return .offsetMetadataTooLarge }
        let committed = CommittedOffset(
            offset: partition.committedOffset, leaderEpoch: partition.committedLeaderEpoch, metadata: metadata,
            commitTimestamp: turn.wall, expireTimestamp: expires)
        decision.records.append(
            .offsetCommit(
                OffsetCommitKey(group: groupId, topic: topic, partition: partition.partitionIndex),
                committed.record))
        return .none
    }

    /// Kafka counts the characters of a Java string; no string has more of them than bytes.
    private func isTooLong(_ metadata: String) -> Bool {
        metadata.utf8.count > configuration.offsetMetadataMaximumLength
            && metadata.utf16.count > configuration.offsetMetadataMaximumLength
    }

    /// Who may commit: a member of the current generation, or anybody without a generation while nobody is in the group.
    private func commitFault(_ request: OffsetCommitRequest, _ apiVersion: Int16) -> ErrorCode? {
        let generation = request.generationIdOrMemberEpoch
        guard let group = groups[request.groupId] else {
            if generation < 0 {
                return groups.count < configuration.maximumGroups ? nil : .coordinatorNotAvailable
            }
            return apiVersion >= 9 ? .groupIdNotFound : .illegalGeneration
        }
        if generation < 0, group.state == .empty {
            return nil
        }
        guard generation >= 0 || !request.memberId.isEmpty || request.groupInstanceId != nil else {
            return .unknownMemberId
        }
        if let error = group.fault(member: request.memberId, instance: request.groupInstanceId) {
            return error
        }
        guard generation == group.generation else { return .illegalGeneration }
        return group.state == .completingRebalance ? .rebalanceInProgress : nil
    }

    private static func refusal(of request: OffsetCommitRequest, _ error: ErrorCode) -> OffsetCommitResponse {
        OffsetCommitResponse(
            topics: request.topics.map { topic in
                .init(
                    name: topic.name, topicId: topic.topicId,
                    partitions: topic.partitions.map {
                        .init(partitionIndex: $0.partitionIndex, errorCode: error.rawValue)
                    })
            })
    }
}
