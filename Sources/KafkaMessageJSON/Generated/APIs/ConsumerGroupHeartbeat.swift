// Generated from protocol-specs/APIs/ConsumerGroupHeartbeat.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ConsumerGroupHeartbeatRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.scalar("memberId", &self.memberId)
        fields.scalar("memberEpoch", &self.memberEpoch)
        fields.nullable("instanceId", &self.instanceId)
        fields.nullable("rackId", &self.rackId)
        fields.scalar("rebalanceTimeoutMs", &self.rebalanceTimeoutMs)
        fields.nullableScalars(.init("subscribedTopicNames", entity: .topicName), &self.subscribedTopicNames)
        fields.nullable(.init("subscribedTopicRegex", from: 1), &self.subscribedTopicRegex)
        fields.nullable("serverAssignor", &self.serverAssignor)
        fields.nullableStructures("topicPartitions", &self.topicPartitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ConsumerGroupHeartbeatRequest.TopicPartitions: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ConsumerGroupHeartbeatResponse: JSONStruct {
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

extension ConsumerGroupHeartbeatResponse.Assignment: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("topicPartitions", &self.topicPartitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ConsumerGroupHeartbeatResponse.TopicPartitions: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}
