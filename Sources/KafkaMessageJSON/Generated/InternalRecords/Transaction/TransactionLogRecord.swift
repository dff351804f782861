// Generated from protocol-specs/InternalRecords/Transaction/TransactionLogRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension TransactionLogKey: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("transactionalId", &self.transactionalId)
    }
}

extension TransactionLogValue: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("producerId", &self.producerId)
        fields.scalar(.init("previousProducerId", from: 1, tag: 0), &self.previousProducerId)
        fields.scalar(.init("nextProducerId", from: 1, tag: 1), &self.nextProducerId)
        fields.scalar("producerEpoch", &self.producerEpoch)
        fields.scalar("transactionTimeoutMs", &self.transactionTimeoutMs)
        fields.scalar("transactionStatus", &self.transactionStatus)
        fields.nullableStructures("transactionPartitions", &self.transactionPartitions)
        fields.scalar("transactionLastUpdateTimestampMs", &self.transactionLastUpdateTimestampMs)
        fields.scalar("transactionStartTimestampMs", &self.transactionStartTimestampMs)
        fields.scalar(.init("clientTransactionVersion", from: 1, tag: 2), &self.clientTransactionVersion)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension TransactionLogValue.PartitionsSchema: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topic", &self.topic)
        fields.scalars("partitionIds", &self.partitionIds)
        fields.unknown(&self.unknownTaggedFields)
    }
}
