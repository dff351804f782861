// Generated from protocol-specs/APIs/AllocateProducerIds.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension AllocateProducerIdsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("brokerId", entity: .brokerId), &self.brokerId)
        fields.scalar("brokerEpoch", &self.brokerEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AllocateProducerIdsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar(.init("producerIdStart", entity: .producerId), &self.producerIdStart)
        fields.scalar("producerIdLen", &self.producerIdLen)
        fields.unknown(&self.unknownTaggedFields)
    }
}
