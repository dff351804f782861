// Generated from protocol-specs/APIs/LeaderAndIsr.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension LeaderAndIsrRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("controllerId", entity: .brokerId), &self.controllerId)
        fields.scalar(.init("isKRaftController", from: 7), &self.isKRaftController)
        fields.scalar("controllerEpoch", &self.controllerEpoch)
        fields.scalar(.init("brokerEpoch", from: 2), &self.brokerEpoch)
        fields.scalar(.init("type", from: 5), &self.type)
        fields.structures(.init("ungroupedPartitionStates", through: 1), &self.ungroupedPartitionStates)
        fields.structures(.init("topicStates", from: 2), &self.topicStates)
        fields.structures("liveLeaders", &self.liveLeaders)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension LeaderAndIsrRequest.LeaderAndIsrTopicState: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.scalar(.init("topicId", from: 5), &self.topicId)
        fields.structures("partitionStates", &self.partitionStates)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension LeaderAndIsrRequest.LeaderAndIsrLiveLeader: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("brokerId", entity: .brokerId), &self.brokerId)
        fields.scalar("hostName", &self.hostName)
        fields.scalar("port", &self.port)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension LeaderAndIsrRequest.LeaderAndIsrPartitionState: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", through: 1, entity: .topicName), &self.topicName)
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("controllerEpoch", &self.controllerEpoch)
        fields.scalar(.init("leader", entity: .brokerId), &self.leader)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.scalars(.init("isr", entity: .brokerId), &self.isr)
        fields.scalar("partitionEpoch", &self.partitionEpoch)
        fields.scalars(.init("replicas", entity: .brokerId), &self.replicas)
        fields.scalars(.init("addingReplicas", from: 3, entity: .brokerId), &self.addingReplicas)
        fields.scalars(.init("removingReplicas", from: 3, entity: .brokerId), &self.removingReplicas)
        fields.scalar(.init("isNew", from: 1), &self.isNew)
        fields.scalar(.init("leaderRecoveryState", from: 6), &self.leaderRecoveryState)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension LeaderAndIsrResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.structures(.init("partitionErrors", through: 4), &self.partitionErrors)
        fields.structures(.init("topics", from: 5), &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension LeaderAndIsrResponse.LeaderAndIsrTopicError: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.structures("partitionErrors", &self.partitionErrors)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension LeaderAndIsrResponse.LeaderAndIsrPartitionError: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", through: 4, entity: .topicName), &self.topicName)
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("errorCode", &self.errorCode)
        fields.unknown(&self.unknownTaggedFields)
    }
}
