// Generated from protocol-specs/APIs/AlterPartition.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension AlterPartitionRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("brokerId", entity: .brokerId), &self.brokerId)
        fields.scalar("brokerEpoch", &self.brokerEpoch)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterPartitionRequest.TopicData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", through: 1, entity: .topicName), &self.topicName)
        fields.scalar(.init("topicId", from: 2), &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterPartitionRequest.PartitionData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.scalars(.init("newIsr", through: 2, entity: .brokerId), &self.newIsr)
        fields.structures(.init("newIsrWithEpochs", from: 3), &self.newIsrWithEpochs)
        fields.scalar(.init("leaderRecoveryState", from: 1), &self.leaderRecoveryState)
        fields.scalar("partitionEpoch", &self.partitionEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterPartitionRequest.BrokerState: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("brokerId", entity: .brokerId), &self.brokerId)
        fields.scalar("brokerEpoch", &self.brokerEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterPartitionResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterPartitionResponse.TopicData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", through: 1, entity: .topicName), &self.topicName)
        fields.scalar(.init("topicId", from: 2), &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterPartitionResponse.PartitionData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar(.init("leaderId", entity: .brokerId), &self.leaderId)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.scalars(.init("isr", entity: .brokerId), &self.isr)
        fields.scalar(.init("leaderRecoveryState", from: 1), &self.leaderRecoveryState)
        fields.scalar("partitionEpoch", &self.partitionEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}
