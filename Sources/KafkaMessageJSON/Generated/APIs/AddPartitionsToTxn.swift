// Generated from protocol-specs/APIs/AddPartitionsToTxn.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension AddPartitionsToTxnRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures(.init("transactions", from: 4), &self.transactions)
        fields.scalar(.init("v3AndBelowTransactionalId", through: 3, entity: .transactionalId), &self.v3AndBelowTransactionalId)
        fields.scalar(.init("v3AndBelowProducerId", through: 3, entity: .producerId), &self.v3AndBelowProducerId)
        fields.scalar(.init("v3AndBelowProducerEpoch", through: 3), &self.v3AndBelowProducerEpoch)
        fields.structures(.init("v3AndBelowTopics", through: 3), &self.v3AndBelowTopics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AddPartitionsToTxnRequest.AddPartitionsToTxnTransaction: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("transactionalId", entity: .transactionalId), &self.transactionalId)
        fields.scalar(.init("producerId", entity: .producerId), &self.producerId)
        fields.scalar("producerEpoch", &self.producerEpoch)
        fields.scalar("verifyOnly", &self.verifyOnly)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AddPartitionsToTxnRequest.AddPartitionsToTxnTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AddPartitionsToTxnResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar(.init("errorCode", from: 4), &self.errorCode)
        fields.structures(.init("resultsByTransaction", from: 4), &self.resultsByTransaction)
        fields.structures(.init("resultsByTopicV3AndBelow", through: 3), &self.resultsByTopicV3AndBelow)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AddPartitionsToTxnResponse.AddPartitionsToTxnResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("transactionalId", entity: .transactionalId), &self.transactionalId)
        fields.structures("topicResults", &self.topicResults)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AddPartitionsToTxnResponse.AddPartitionsToTxnTopicResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.structures("resultsByPartition", &self.resultsByPartition)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AddPartitionsToTxnResponse.AddPartitionsToTxnPartitionResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("partitionErrorCode", &self.partitionErrorCode)
        fields.unknown(&self.unknownTaggedFields)
    }
}
