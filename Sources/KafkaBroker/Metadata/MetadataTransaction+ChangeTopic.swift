import KafkaProtocol
import KafkaWire

extension MetadataTransaction {
    /// Deletes a topic given by name, or by id where the name is absent (KIP-516); answers what it was.
    mutating func deleteTopic(name: String?, id: Uuid) throws(Refusal) -> TopicImage {
        let topic = try find(name: name, id: id)
        guard settings.deleteTopicEnabled else {
            throw Refusal(.topicDeletionDisabled, "Topic deletion is disabled.")
        }
        append(.removeTopic(RemoveTopicRecord(topicId: topic.id)))
        return topic
    }

    private func find(name: String?, id: Uuid) throws(Refusal) -> TopicImage {
        switch (name, id) {
        case (nil, .zero):
            throw Refusal(.invalidRequest, "Neither topic name nor id were specified.")
        case (.some(let name), .zero):
            guard let topic = image.topics[name] else {
                throw Refusal(.unknownTopicOrPartition, "This server does not host this topic-partition.")
            }
            return topic
        case (nil, let id):
            guard let topic = image.topic(id) else {
                throw Refusal(.unknownTopicId, "This server does not host this topic ID.")
            }
            return topic
        default:
            throw Refusal(.invalidRequest, "You may not specify both topic name and topic id.")
        }
    }

    /// Grows a topic to `count` partitions (KIP-195); existing partitions stay as they are.
    mutating func createPartitions(
        _ request: CreatePartitionsRequest.CreatePartitionsTopic
    ) throws(Refusal) {
        guard let topic = image.topics[request.name] else { throw Refusal(.unknownTopicOrPartition) }
        let existing = Int32(clamping: topic.partitions.count)
        if request.count == existing {
            throw Refusal(.invalidPartitions, "Topic already has \(existing) partition(s).")
        }
        if request.count < existing {
            throw Refusal(
                .invalidPartitions,
                "The topic \(request.name) currently has \(existing) partition(s); "
                    + "\(request.count) would not be an increase.")
        }
        let added = request.count - existing
        if let assignments = request.assignments {
            guard assignments.count == Int(added) else {
                throw Refusal(
                    .invalidReplicaAssignment,
                    "Attempted to add \(added) additional partition(s), but only \(assignments.count) "
                        + "assignment(s) were specified.")
            }
            for assignment in assignments { try checkReplicas(assignment.brokerIds) }
        }
        guard records.count + Int(added) <= Self.maximumRecordsPerRequest else {
            throw Refusal(.policyViolation, "Unable to perform excessively large batch operation.")
        }
        for index in existing..<request.count { append(newPartition(index, topicId: topic.id)) }
    }

    /// Starts a new leader epoch for every partition of this node, as a restart after a crash needs it: consumers
    /// that read past what survived notice by the epoch (KIP-320).
    mutating func startNewLeaderEpochs(where wanted: (TopicImage, PartitionImage) -> Bool) {
        for name in image.topics.keys.sorted() {
            guard let topic = image.topics[name] else { continue }
            for partition in topic.partitions where wanted(topic, partition) {
                append(
                    .partitionChange(
                        PartitionChangeRecord(
                            partitionId: partition.index, topicId: topic.id, leader: settings.nodeId)))
            }
        }
    }
}
