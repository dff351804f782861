// Generated from protocol-specs/APIs/ListPartitionReassignments.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ListPartitionReassignmentsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("timeoutMs", &self.timeoutMs)
        fields.nullableStructures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ListPartitionReassignmentsRequest.ListPartitionReassignmentsTopics: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.scalars("partitionIndexes", &self.partitionIndexes)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ListPartitionReassignmentsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ListPartitionReassignmentsResponse.OngoingTopicReassignment: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ListPartitionReassignmentsResponse.OngoingPartitionReassignment: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalars(.init("replicas", entity: .brokerId), &self.replicas)
        fields.scalars(.init("addingReplicas", entity: .brokerId), &self.addingReplicas)
        fields.scalars(.init("removingReplicas", entity: .brokerId), &self.removingReplicas)
        fields.unknown(&self.unknownTaggedFields)
    }
}
