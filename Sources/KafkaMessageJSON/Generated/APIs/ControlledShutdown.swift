// Generated from protocol-specs/APIs/ControlledShutdown.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ControlledShutdownRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("brokerId", entity: .brokerId), &self.brokerId)
        fields.scalar(.init("brokerEpoch", from: 2), &self.brokerEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ControlledShutdownResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.structures("remainingPartitions", &self.remainingPartitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ControlledShutdownResponse.RemainingPartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.unknown(&self.unknownTaggedFields)
    }
}
