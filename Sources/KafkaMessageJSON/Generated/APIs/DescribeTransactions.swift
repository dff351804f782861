// Generated from protocol-specs/APIs/DescribeTransactions.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DescribeTransactionsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalars(.init("transactionalIds", entity: .transactionalId), &self.transactionalIds)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeTransactionsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("transactionStates", &self.transactionStates)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeTransactionsResponse.TransactionState: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar(.init("transactionalId", entity: .transactionalId), &self.transactionalId)
        fields.scalar("transactionState", &self.transactionState)
        fields.scalar("transactionTimeoutMs", &self.transactionTimeoutMs)
        fields.scalar("transactionStartTimeMs", &self.transactionStartTimeMs)
        fields.scalar(.init("producerId", entity: .producerId), &self.producerId)
        fields.scalar("producerEpoch", &self.producerEpoch)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeTransactionsResponse.TopicData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topic", entity: .topicName), &self.topic)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}
