// Generated from protocol-specs/APIs/OffsetCommit.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension OffsetCommitRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.scalar(.init("generationIdOrMemberEpoch", from: 1), &self.generationIdOrMemberEpoch)
        fields.scalar(.init("memberId", from: 1), &self.memberId)
        fields.nullable(.init("groupInstanceId", from: 7), &self.groupInstanceId)
        fields.scalar(.init("retentionTimeMs", from: 2, through: 4), &self.retentionTimeMs)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetCommitRequest.OffsetCommitRequestTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", through: 9, entity: .topicName), &self.name)
        fields.scalar(.init("topicId", from: 10), &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetCommitRequest.OffsetCommitRequestPartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("committedOffset", &self.committedOffset)
        fields.scalar(.init("committedLeaderEpoch", from: 6), &self.committedLeaderEpoch)
        fields.scalar(.init("commitTimestamp", from: 1, through: 1), &self.commitTimestamp)
        fields.nullable("committedMetadata", &self.committedMetadata)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetCommitResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("throttleTimeMs", from: 3), &self.throttleTimeMs)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetCommitResponse.OffsetCommitResponseTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", through: 9, entity: .topicName), &self.name)
        fields.scalar(.init("topicId", from: 10), &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetCommitResponse.OffsetCommitResponsePartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("errorCode", &self.errorCode)
        fields.unknown(&self.unknownTaggedFields)
    }
}
