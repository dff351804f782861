// Generated from protocol-specs/APIs/OffsetFetch.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension OffsetFetchRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("groupId", through: 7, entity: .groupId), &self.groupId)
        fields.nullableStructures(.init("topics", through: 7, nullFrom: 2), &self.topics)
        fields.structures(.init("groups", from: 8), &self.groups)
        fields.scalar(.init("requireStable", from: 7), &self.requireStable)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetFetchRequest.OffsetFetchRequestTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.scalars("partitionIndexes", &self.partitionIndexes)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetFetchRequest.OffsetFetchRequestGroup: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.nullable(.init("memberId", from: 9), &self.memberId)
        fields.scalar(.init("memberEpoch", from: 9), &self.memberEpoch)
        fields.nullableStructures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetFetchRequest.OffsetFetchRequestTopics: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", through: 9, entity: .topicName), &self.name)
        fields.scalar(.init("topicId", from: 10), &self.topicId)
        fields.scalars("partitionIndexes", &self.partitionIndexes)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetFetchResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("throttleTimeMs", from: 3), &self.throttleTimeMs)
        fields.structures(.init("topics", through: 7), &self.topics)
        fields.scalar(.init("errorCode", from: 2, through: 7), &self.errorCode)
        fields.structures(.init("groups", from: 8), &self.groups)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetFetchResponse.OffsetFetchResponseTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetFetchResponse.OffsetFetchResponsePartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("committedOffset", &self.committedOffset)
        fields.scalar(.init("committedLeaderEpoch", from: 5), &self.committedLeaderEpoch)
        fields.nullable("metadata", &self.metadata)
        fields.scalar("errorCode", &self.errorCode)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetFetchResponse.OffsetFetchResponseGroup: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.structures("topics", &self.topics)
        fields.scalar("errorCode", &self.errorCode)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetFetchResponse.OffsetFetchResponseTopics: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", through: 9, entity: .topicName), &self.name)
        fields.scalar(.init("topicId", from: 10), &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension OffsetFetchResponse.OffsetFetchResponsePartitions: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("committedOffset", &self.committedOffset)
        fields.scalar("committedLeaderEpoch", &self.committedLeaderEpoch)
        fields.nullable("metadata", &self.metadata)
        fields.scalar("errorCode", &self.errorCode)
        fields.unknown(&self.unknownTaggedFields)
    }
}
