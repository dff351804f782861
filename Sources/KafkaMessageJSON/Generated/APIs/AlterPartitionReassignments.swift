// Generated from protocol-specs/APIs/AlterPartitionReassignments.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension AlterPartitionReassignmentsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("timeoutMs", &self.timeoutMs)
        fields.scalar(.init("allowReplicationFactorChange", from: 1), &self.allowReplicationFactorChange)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterPartitionReassignmentsRequest.ReassignableTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterPartitionReassignmentsRequest.ReassignablePartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.nullableScalars(.init("replicas", entity: .brokerId), &self.replicas)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterPartitionReassignmentsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar(.init("allowReplicationFactorChange", from: 1), &self.allowReplicationFactorChange)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.structures("responses", &self.responses)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterPartitionReassignmentsResponse.ReassignableTopicResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterPartitionReassignmentsResponse.ReassignablePartitionResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}
