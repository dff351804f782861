// Generated from protocol-specs/APIs/AlterShareGroupOffsets.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension AlterShareGroupOffsetsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterShareGroupOffsetsRequest.AlterShareGroupOffsetsRequestTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterShareGroupOffsetsRequest.AlterShareGroupOffsetsRequestPartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("startOffset", &self.startOffset)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterShareGroupOffsetsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.structures("responses", &self.responses)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterShareGroupOffsetsResponse.AlterShareGroupOffsetsResponseTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.scalar("topicId", &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterShareGroupOffsetsResponse.AlterShareGroupOffsetsResponsePartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}
