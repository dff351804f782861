// Generated from protocol-specs/APIs/OffsetForLeaderEpoch.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension OffsetForLeaderEpochRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("replicaId", from: 3, entity: .brokerId), &self.replicaId)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetForLeaderEpochRequest.OffsetForLeaderTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topic", entity: .topicName), &self.topic)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetForLeaderEpochRequest.OffsetForLeaderPartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partition", &self.partition)
        fields.scalar(.init("currentLeaderEpoch", from: 2), &self.currentLeaderEpoch)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetForLeaderEpochResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("throttleTimeMs", from: 2), &self.throttleTimeMs)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetForLeaderEpochResponse.OffsetForLeaderTopicResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topic", entity: .topicName), &self.topic)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetForLeaderEpochResponse.EpochEndOffset: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar("partition", &self.partition)
        fields.scalar(.init("leaderEpoch", from: 1), &self.leaderEpoch)
        fields.scalar("endOffset", &self.endOffset)
        fields.unknown(&self.unknownTaggedFields)
    }
}
