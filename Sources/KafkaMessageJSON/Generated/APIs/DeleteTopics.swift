// Generated from protocol-specs/APIs/DeleteTopics.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DeleteTopicsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures(.init("topics", from: 6), &self.topics)
        fields.scalars(.init("topicNames", through: 5, entity: .topicName), &self.topicNames)
        fields.scalar("timeoutMs", &self.timeoutMs)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DeleteTopicsRequest.DeleteTopicState: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable(.init("name", entity: .topicName), &self.name)
        fields.scalar("topicId", &self.topicId)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DeleteTopicsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("throttleTimeMs", from: 1), &self.throttleTimeMs)
        fields.structures("responses", &self.responses)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DeleteTopicsResponse.DeletableTopicResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable(.init("name", nullFrom: 6, entity: .topicName), &self.name)
        fields.scalar(.init("topicId", from: 6), &self.topicId)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable(.init("errorMessage", from: 5), &self.errorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}
