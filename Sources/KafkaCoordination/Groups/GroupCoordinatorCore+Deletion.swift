import KafkaProtocol
import KafkaWire

extension GroupCoordinatorCore {
    /// OffsetDelete: not for topics that members may be reading.
    mutating func deleteOffsets(
        _ token: Ticket, _ request: OffsetDeleteRequest, _ decision: inout CoreDecision
    ) {
        if let error = unavailability ?? offsetDeletionFault(request.groupId) {
            decision.reply(token, .offsetDelete(OffsetDeleteResponse(errorCode: error.rawValue)))
            return
        }
        decision.isDivisible = true
        let before = decision.records.count
        let topics = request.topics.map { topic in
            let isRead = groups[request.groupId]?.isSubscribed(to: topic.name) ?? false
            let error: ErrorCode = isRead ? .groupSubscribedToTopic : .none
            if !isRead {
                for partition in topic.partitions
                where offsets.offset(request.groupId, topic.name, partition.partitionIndex) != nil
                    || pendingTransactions.touches(request.groupId, topic.name, partition.partitionIndex)
                {
                    decision.entomb(request.groupId, topic.name, partition.partitionIndex)
                }
            }
            return OffsetDeleteResponse.OffsetDeleteResponseTopic(
                name: topic.name,
                partitions: topic.partitions.map {
                    .init(partitionIndex: $0.partitionIndex, errorCode: error.rawValue)
                })
        }
        if decision.records.count > before { entombIfBare(request.groupId, &decision) }
        decision.reply(token, .offsetDelete(OffsetDeleteResponse(topics: topics)), awaitsAppend: true)
    }

    /// An empty group ends with its last offset.
    private func entombIfBare(_ groupId: String, _ decision: inout CoreDecision) {
        guard let group = groups[groupId], group.state == .empty, group.pendingMembers.isEmpty,
            !pendingTransactions.touches(groupId)
        else { return }
        let entombed = decision.entombed(groupId)
        let isBare = offsets.topics(groupId).allSatisfy { topic in
            offsets.partitions(groupId, topic).allSatisfy { entombed[topic]?.contains($0) == true }
        }
        if isBare { decision.records.append(.groupMetadata(GroupMetadataKey(group: groupId), nil)) }
    }

    private func offsetDeletionFault(_ groupId: String) -> ErrorCode? {
        guard !groupId.isEmpty else { return .invalidGroupId }
        guard let group = groups[groupId] else { return .groupIdNotFound }
        return group.state != .empty && !group.isConsumerGroup ? .nonEmptyGroup : nil
    }

    /// DeleteGroups: only groups without members.
    mutating func deleteGroups(
        _ token: Ticket, _ request: DeleteGroupsRequest, _ decision: inout CoreDecision
    ) {
        decision.isDivisible = true
        var answered: Set<String> = []
        var results: [DeleteGroupsResponse.DeletableGroupResult] = []
        for groupId in request.groupsNames where answered.insert(groupId).inserted {
            let error = unavailability ?? groupDeletionFault(groupId)
            if error == nil {
                entombGroup(groupId, &decision)
            }
            results.append(.init(groupId: groupId, errorCode: (error ?? .none).rawValue))
        }
        decision.reply(token, .deleteGroups(DeleteGroupsResponse(results: results)), awaitsAppend: true)
    }

    private func groupDeletionFault(_ groupId: String) -> ErrorCode? {
        guard let group = groups[groupId] else { return .groupIdNotFound }
        return group.state == .empty ? nil : .nonEmptyGroup
    }

    private func entombGroup(_ groupId: String, _ decision: inout CoreDecision) {
        for topic in offsets.topics(groupId) {
            for partition in offsets.partitions(groupId, topic) {
                decision.entomb(groupId, topic, partition)
            }
        }
        for (topic, partition) in pendingTransactions.partitions(groupId)
        where offsets.offset(groupId, topic, partition) == nil {
            decision.entomb(groupId, topic, partition)
        }
        decision.records.append(.groupMetadata(GroupMetadataKey(group: groupId), nil))
    }

    /// The topic is deleted: no group can go on from an offset of it.
    mutating func forgetTopic(_ topic: String, _ decision: inout CoreDecision) {
        guard isActive else {
            if isLoading { topicsToForget.append(topic) }
            return
        }
        decision.isDivisible = true
        for groupId in offsets.groupIds {
            for partition in offsets.partitions(groupId, topic) {
                decision.entomb(groupId, topic, partition)
            }
        }
    }
}

// Offsets that nobody asked for in a long time (KIP-211).
extension GroupCoordinatorCore {
    mutating func expireOffsets(_ turn: GroupTurn, _ decision: inout CoreDecision) {
        decision.isDivisible = true
        for groupId in groups.keys.sorted() {
            guard let group = groups[groupId] else { continue }
            let allGone = expireOffsets(of: group, turn, &decision)
            if allGone, group.state == .empty, group.pendingMembers.isEmpty,
                !pendingTransactions.touches(groupId)
            {
                decision.records.append(.groupMetadata(GroupMetadataKey(group: groupId), nil))
            }
        }
    }

    /// Writes tombstones for what expired; true if no offset is left.
    private func expireOffsets(
        of group: ClassicGroup, _ turn: GroupTurn, _ decision: inout CoreDecision
    ) -> Bool {
        guard offsets.hasOffsets(group.id) else { return true }
        let base: Int64?
        switch group.state {
        case _ where group.protocolType == nil:
            // Offsets of programs that assign partitions themselves live on from the last commit of each.
            base = nil
        case .empty:
            base = group.stateTimestamp
        case .stable where group.isConsumerGroup && group.subscribedTopics != nil:
            base = nil
        default:
            return false
        }
        var allGone = true
        for topic in offsets.topics(group.id) {
            guard !group.isSubscribed(to: topic) else {
                allGone = false
                continue
            }
            for partition in offsets.partitions(group.id, topic) {
                guard let offset = offsets.offset(group.id, topic, partition),
                    offset.isExpired(at: turn.wall, countingFrom: base, retention: configuration.offsetsRetentionMs),
                    !pendingTransactions.touches(group.id, topic, partition)
                else {
                    allGone = false
                    continue
                }
                decision.entomb(group.id, topic, partition)
            }
        }
        return allGone
    }
}

extension CoreDecision {
    /// The offsets of a group that are deleted by this decision: partitions by topic.
    func entombed(_ groupId: String) -> [String: Set<Int32>] {
        var found: [String: Set<Int32>] = [:]
        for case .offsetCommit(let key, nil) in records where key.group == groupId {
            found[key.topic, default: []].insert(key.partition)
        }
        return found
    }

    mutating func entomb(_ groupId: String, _ topic: String, _ partition: Int32) {
        records.append(
            .offsetCommit(OffsetCommitKey(group: groupId, topic: topic, partition: partition), nil))
    }
}
