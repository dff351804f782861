// Generated from protocol-specs/APIs/DescribeProducers.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DescribeProducersRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeProducersRequest.TopicRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.scalars("partitionIndexes", &self.partitionIndexes)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeProducersResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeProducersResponse.TopicResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeProducersResponse.PartitionResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.structures("activeProducers", &self.activeProducers)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeProducersResponse.ProducerState: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("producerId", entity: .producerId), &self.producerId)
        fields.scalar("producerEpoch", &self.producerEpoch)
        fields.scalar("lastSequence", &self.lastSequence)
        fields.scalar("lastTimestamp", &self.lastTimestamp)
        fields.scalar("coordinatorEpoch", &self.coordinatorEpoch)
        fields.scalar("currentTxnStartOffset", &self.currentTxnStartOffset)
        fields.unknown(&self.unknownTaggedFields)
    }
}
