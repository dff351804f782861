// Generated from protocol-specs/APIs/EndTxn.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension EndTxnRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("transactionalId", entity: .transactionalId), &self.transactionalId)
        fields.scalar(.init("producerId", entity: .producerId), &self.producerId)
        fields.scalar("producerEpoch", &self.producerEpoch)
        fields.scalar("committed", &self.committed)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension EndTxnResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar(.init("producerId", from: 5, entity: .producerId), &self.producerId)
        fields.scalar(.init("producerEpoch", from: 5), &self.producerEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}
