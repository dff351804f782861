// Generated from protocol-specs/APIs/ListOffsets.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ListOffsetsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("replicaId", entity: .brokerId), &self.replicaId)
        fields.scalar(.init("isolationLevel", from: 2), &self.isolationLevel)
        fields.structures("topics", &self.topics)
        fields.scalar(.init("timeoutMs", from: 10), &self.timeoutMs)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ListOffsetsRequest.ListOffsetsTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ListOffsetsRequest.ListOffsetsPartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar(.init("currentLeaderEpoch", from: 4), &self.currentLeaderEpoch)
        fields.scalar("timestamp", &self.timestamp)
        fields.scalar(.init("maxNumOffsets", through: 0), &self.maxNumOffsets)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ListOffsetsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("throttleTimeMs", from: 2), &self.throttleTimeMs)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ListOffsetsResponse.ListOffsetsTopicResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ListOffsetsResponse.ListOffsetsPartitionResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("errorCode", &self.errorCode)
        fields.scalars(.init("oldStyleOffsets", through: 0), &self.oldStyleOffsets)
        fields.scalar(.init("timestamp", from: 1), &self.timestamp)
        fields.scalar(.init("offset", from: 1), &self.offset)
        fields.scalar(.init("leaderEpoch", from: 4), &self.leaderEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}
