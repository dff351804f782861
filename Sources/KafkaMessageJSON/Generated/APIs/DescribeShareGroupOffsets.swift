// Generated from protocol-specs/APIs/DescribeShareGroupOffsets.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DescribeShareGroupOffsetsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("groups", &self.groups)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeShareGroupOffsetsRequest.DescribeShareGroupOffsetsRequestGroup: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.nullableStructures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeShareGroupOffsetsRequest.DescribeShareGroupOffsetsRequestTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeShareGroupOffsetsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("groups", &self.groups)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeShareGroupOffsetsResponse.DescribeShareGroupOffsetsResponseGroup: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.structures("topics", &self.topics)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeShareGroupOffsetsResponse.DescribeShareGroupOffsetsResponseTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.scalar("topicId", &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeShareGroupOffsetsResponse.DescribeShareGroupOffsetsResponsePartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("startOffset", &self.startOffset)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.scalar(.init("lag", from: 1), &self.lag)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}
