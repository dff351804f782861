// Generated from protocol-specs/APIs/ShareGroupHeartbeat.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ShareGroupHeartbeatRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.scalar("memberId", &self.memberId)
        fields.scalar("memberEpoch", &self.memberEpoch)
        fields.nullable("rackId", &self.rackId)
        fields.nullableScalars(.init("subscribedTopicNames", entity: .topicName), &self.subscribedTopicNames)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareGroupHeartbeatResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.nullable("memberId", &self.memberId)
        fields.scalar("memberEpoch", &self.memberEpoch)
        fields.scalar("heartbeatIntervalMs", &self.heartbeatIntervalMs)
        fields.nullableStructure("assignment", &self.assignment)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareGroupHeartbeatResponse.Assignment: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("topicPartitions", &self.topicPartitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareGroupHeartbeatResponse.TopicPartitions: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}
