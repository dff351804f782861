// Generated from protocol-specs/APIs/CreateTopics.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension CreateTopicsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("topics", &self.topics)
        fields.scalar("timeoutMs", &self.timeoutMs)
        fields.scalar(.init("validateOnly", from: 1), &self.validateOnly)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension CreateTopicsRequest.CreatableTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.scalar("numPartitions", &self.numPartitions)
        fields.scalar("replicationFactor", &self.replicationFactor)
        fields.structures("assignments", &self.assignments)
        fields.structures("configs", &self.configs)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension CreateTopicsRequest.CreatableReplicaAssignment: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalars(.init("brokerIds", entity: .brokerId), &self.brokerIds)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension CreateTopicsRequest.CreatableTopicConfig: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.nullable("value", &self.value)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension CreateTopicsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("throttleTimeMs", from: 2), &self.throttleTimeMs)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension CreateTopicsResponse.CreatableTopicResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.scalar(.init("topicId", from: 7), &self.topicId)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable(.init("errorMessage", from: 1), &self.errorMessage)
        fields.scalar(.init("topicConfigErrorCode", from: 5, tag: 0), &self.topicConfigErrorCode)
        fields.scalar(.init("numPartitions", from: 5), &self.numPartitions)
        fields.scalar(.init("replicationFactor", from: 5), &self.replicationFactor)
        fields.nullableStructures(.init("configs", from: 5), &self.configs)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension CreateTopicsResponse.CreatableTopicConfigs: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.nullable("value", &self.value)
        fields.scalar("readOnly", &self.readOnly)
        fields.scalar("configSource", &self.configSource)
        fields.scalar("isSensitive", &self.isSensitive)
        fields.unknown(&self.unknownTaggedFields)
    }
}
