// Generated from protocol-specs/APIs/ListTransactions.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ListTransactionsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalars("stateFilters", &self.stateFilters)
        fields.scalars(.init("producerIdFilters", entity: .producerId), &self.producerIdFilters)
        fields.scalar(.init("durationFilter", from: 1), &self.durationFilter)
        fields.nullable(.init("transactionalIdPattern", from: 2), &self.transactionalIdPattern)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ListTransactionsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.scalars("unknownStateFilters", &self.unknownStateFilters)
        fields.structures("transactionStates", &self.transactionStates)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ListTransactionsResponse.TransactionState: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("transactionalId", entity: .transactionalId), &self.transactionalId)
        fields.scalar(.init("producerId", entity: .producerId), &self.producerId)
        fields.scalar("transactionState", &self.transactionState)
        fields.unknown(&self.unknownTaggedFields)
    }
}
