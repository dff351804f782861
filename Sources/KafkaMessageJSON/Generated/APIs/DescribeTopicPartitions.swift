// Generated from protocol-specs/APIs/DescribeTopicPartitions.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DescribeTopicPartitionsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("topics", &self.topics)
        fields.scalar("responsePartitionLimit", &self.responsePartitionLimit)
        fields.nullableStructure("cursor", &self.cursor)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeTopicPartitionsRequest.TopicRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeTopicPartitionsRequest.Cursor: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeTopicPartitionsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("topics", &self.topics)
        fields.nullableStructure("nextCursor", &self.nextCursor)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeTopicPartitionsResponse.DescribeTopicPartitionsResponseTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable(.init("name", entity: .topicName), &self.name)
        fields.scalar("topicId", &self.topicId)
        fields.scalar("isInternal", &self.isInternal)
        fields.structures("partitions", &self.partitions)
        fields.scalar("topicAuthorizedOperations", &self.topicAuthorizedOperations)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeTopicPartitionsResponse.DescribeTopicPartitionsResponsePartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar(.init("leaderId", entity: .brokerId), &self.leaderId)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.scalars(.init("replicaNodes", entity: .brokerId), &self.replicaNodes)
        fields.scalars(.init("isrNodes", entity: .brokerId), &self.isrNodes)
        fields.nullableScalars(.init("eligibleLeaderReplicas", entity: .brokerId), &self.eligibleLeaderReplicas)
        fields.nullableScalars(.init("lastKnownElr", entity: .brokerId), &self.lastKnownElr)
        fields.scalars(.init("offlineReplicas", entity: .brokerId), &self.offlineReplicas)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeTopicPartitionsResponse.Cursor: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.unknown(&self.unknownTaggedFields)
    }
}
