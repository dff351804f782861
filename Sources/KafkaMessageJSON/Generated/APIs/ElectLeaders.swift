// Generated from protocol-specs/APIs/ElectLeaders.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ElectLeadersRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("electionType", from: 1), &self.electionType)
        fields.nullableStructures("topicPartitions", &self.topicPartitions)
        fields.scalar("timeoutMs", &self.timeoutMs)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ElectLeadersRequest.TopicPartitions: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topic", entity: .topicName), &self.topic)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ElectLeadersResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar(.init("errorCode", from: 1), &self.errorCode)
        fields.structures("replicaElectionResults", &self.replicaElectionResults)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ElectLeadersResponse.ReplicaElectionResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topic", entity: .topicName), &self.topic)
        fields.structures("partitionResult", &self.partitionResult)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ElectLeadersResponse.PartitionResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionId", &self.partitionId)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}
