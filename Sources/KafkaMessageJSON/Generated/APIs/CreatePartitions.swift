// Generated from protocol-specs/APIs/CreatePartitions.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension CreatePartitionsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("topics", &self.topics)
        fields.scalar("timeoutMs", &self.timeoutMs)
        fields.scalar("validateOnly", &self.validateOnly)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension CreatePartitionsRequest.CreatePartitionsTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.scalar("count", &self.count)
        fields.nullableStructures("assignments", &self.assignments)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension CreatePartitionsRequest.CreatePartitionsAssignment: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalars(.init("brokerIds", entity: .brokerId), &self.brokerIds)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension CreatePartitionsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("results", &self.results)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension CreatePartitionsResponse.CreatePartitionsTopicResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}
