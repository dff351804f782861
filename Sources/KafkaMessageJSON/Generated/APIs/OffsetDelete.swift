// Generated from protocol-specs/APIs/OffsetDelete.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension OffsetDeleteRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.structures("topics", &self.topics)
    }
}

extension OffsetDeleteRequest.OffsetDeleteRequestTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.structures("partitions", &self.partitions)
    }
}

extension OffsetDeleteRequest.OffsetDeleteRequestPartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
    }
}

extension OffsetDeleteResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("topics", &self.topics)
    }
}

extension OffsetDeleteResponse.OffsetDeleteResponseTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.structures("partitions", &self.partitions)
    }
}

extension OffsetDeleteResponse.OffsetDeleteResponsePartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("errorCode", &self.errorCode)
    }
}
