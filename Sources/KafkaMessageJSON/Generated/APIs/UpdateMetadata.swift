// Generated from protocol-specs/APIs/UpdateMetadata.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension UpdateMetadataRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("controllerId", entity: .brokerId), &self.controllerId)
        fields.scalar(.init("isKRaftController", from: 8), &self.isKRaftController)
        fields.scalar(.init("type", from: 8, tag: 0), &self.type)
        fields.scalar("controllerEpoch", &self.controllerEpoch)
        fields.scalar(.init("brokerEpoch", from: 5), &self.brokerEpoch)
        fields.structures(.init("ungroupedPartitionStates", through: 4), &self.ungroupedPartitionStates)
        fields.structures(.init("topicStates", from: 5), &self.topicStates)
        fields.structures("liveBrokers", &self.liveBrokers)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension UpdateMetadataRequest.UpdateMetadataTopicState: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.scalar(.init("topicId", from: 7), &self.topicId)
        fields.structures("partitionStates", &self.partitionStates)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension UpdateMetadataRequest.UpdateMetadataBroker: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("id", entity: .brokerId), &self.id)
        fields.scalar(.init("v0Host", through: 0), &self.v0Host)
        fields.scalar(.init("v0Port", through: 0), &self.v0Port)
        fields.structures(.init("endpoints", from: 1), &self.endpoints)
        fields.nullable(.init("rack", from: 2), &self.rack)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension UpdateMetadataRequest.UpdateMetadataEndpoint: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("port", &self.port)
        fields.scalar("host", &self.host)
        fields.scalar(.init("listener", from: 3), &self.listener)
        fields.scalar("securityProtocol", &self.securityProtocol)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension UpdateMetadataRequest.UpdateMetadataPartitionState: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", through: 4, entity: .topicName), &self.topicName)
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("controllerEpoch", &self.controllerEpoch)
        fields.scalar(.init("leader", entity: .brokerId), &self.leader)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.scalars(.init("isr", entity: .brokerId), &self.isr)
        fields.scalar("zkVersion", &self.zkVersion)
        fields.scalars(.init("replicas", entity: .brokerId), &self.replicas)
        fields.scalars(.init("offlineReplicas", from: 4, entity: .brokerId), &self.offlineReplicas)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension UpdateMetadataResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.unknown(&self.unknownTaggedFields)
    }
}
