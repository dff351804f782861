// Generated from protocol-specs/APIs/StopReplica.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension StopReplicaRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("controllerId", entity: .brokerId), &self.controllerId)
        fields.scalar(.init("isKRaftController", from: 4), &self.isKRaftController)
        fields.scalar("controllerEpoch", &self.controllerEpoch)
        fields.scalar(.init("brokerEpoch", from: 1), &self.brokerEpoch)
        fields.scalar(.init("deletePartitions", through: 2), &self.deletePartitions)
        fields.structures(.init("ungroupedPartitions", through: 0), &self.ungroupedPartitions)
        fields.structures(.init("topics", from: 1, through: 2), &self.topics)
        fields.structures(.init("topicStates", from: 3), &self.topicStates)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StopReplicaRequest.StopReplicaPartitionV0: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.scalar("partitionIndex", &self.partitionIndex)
    }
}

extension StopReplicaRequest.StopReplicaTopicV1: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.scalars("partitionIndexes", &self.partitionIndexes)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StopReplicaRequest.StopReplicaTopicState: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.structures("partitionStates", &self.partitionStates)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StopReplicaRequest.StopReplicaPartitionState: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.scalar("deletePartition", &self.deletePartition)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StopReplicaResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.structures("partitionErrors", &self.partitionErrors)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StopReplicaResponse.StopReplicaPartitionError: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("errorCode", &self.errorCode)
        fields.unknown(&self.unknownTaggedFields)
    }
}
