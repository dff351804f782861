// Generated from protocol-specs/APIs/TxnOffsetCommit.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension TxnOffsetCommitRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("transactionalId", entity: .transactionalId), &self.transactionalId)
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.scalar(.init("producerId", entity: .producerId), &self.producerId)
        fields.scalar("producerEpoch", &self.producerEpoch)
        fields.scalar(.init("generationId", from: 3), &self.generationId)
        fields.scalar(.init("memberId", from: 3), &self.memberId)
        fields.nullable(.init("groupInstanceId", from: 3), &self.groupInstanceId)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension TxnOffsetCommitRequest.TxnOffsetCommitRequestTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension TxnOffsetCommitRequest.TxnOffsetCommitRequestPartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("committedOffset", &self.committedOffset)
        fields.scalar(.init("committedLeaderEpoch", from: 2), &self.committedLeaderEpoch)
        fields.nullable("committedMetadata", &self.committedMetadata)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension TxnOffsetCommitResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension TxnOffsetCommitResponse.TxnOffsetCommitResponseTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension TxnOffsetCommitResponse.TxnOffsetCommitResponsePartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("errorCode", &self.errorCode)
        fields.unknown(&self.unknownTaggedFields)
    }
}
