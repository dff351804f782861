// Generated from protocol-specs/APIs/DeleteRecords.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DeleteRecordsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("topics", &self.topics)
        fields.scalar("timeoutMs", &self.timeoutMs)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DeleteRecordsRequest.DeleteRecordsTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DeleteRecordsRequest.DeleteRecordsPartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("offset", &self.offset)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DeleteRecordsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DeleteRecordsResponse.DeleteRecordsTopicResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DeleteRecordsResponse.DeleteRecordsPartitionResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("lowWatermark", &self.lowWatermark)
        fields.scalar("errorCode", &self.errorCode)
        fields.unknown(&self.unknownTaggedFields)
    }
}
