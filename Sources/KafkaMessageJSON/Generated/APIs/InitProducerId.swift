// Generated from protocol-specs/APIs/InitProducerId.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension InitProducerIdRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable(.init("transactionalId", entity: .transactionalId), &self.transactionalId)
        fields.scalar("transactionTimeoutMs", &self.transactionTimeoutMs)
        fields.scalar(.init("producerId", from: 3, entity: .producerId), &self.producerId)
        fields.scalar(.init("producerEpoch", from: 3), &self.producerEpoch)
        fields.scalar(.init("enable2Pc", from: 6), &self.enable2Pc)
        fields.scalar(.init("keepPreparedTxn", from: 6), &self.keepPreparedTxn)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension InitProducerIdResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar(.init("producerId", entity: .producerId), &self.producerId)
        fields.scalar("producerEpoch", &self.producerEpoch)
        fields.scalar(.init("ongoingTxnProducerId", from: 6, entity: .producerId), &self.ongoingTxnProducerId)
        fields.scalar(.init("ongoingTxnProducerEpoch", from: 6), &self.ongoingTxnProducerEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}
