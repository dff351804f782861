// Generated from protocol-specs/APIs/AddOffsetsToTxn.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension AddOffsetsToTxnRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("transactionalId", entity: .transactionalId), &self.transactionalId)
        fields.scalar(.init("producerId", entity: .producerId), &self.producerId)
        fields.scalar("producerEpoch", &self.producerEpoch)
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AddOffsetsToTxnResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.unknown(&self.unknownTaggedFields)
    }
}
