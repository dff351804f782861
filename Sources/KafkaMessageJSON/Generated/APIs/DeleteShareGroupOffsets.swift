// Generated from protocol-specs/APIs/DeleteShareGroupOffsets.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DeleteShareGroupOffsetsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DeleteShareGroupOffsetsRequest.DeleteShareGroupOffsetsRequestTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DeleteShareGroupOffsetsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.structures("responses", &self.responses)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DeleteShareGroupOffsetsResponse.DeleteShareGroupOffsetsResponseTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.scalar("topicId", &self.topicId)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}
