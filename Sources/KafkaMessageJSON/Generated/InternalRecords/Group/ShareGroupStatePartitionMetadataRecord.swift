// Generated from protocol-specs/InternalRecords/Group/ShareGroupStatePartitionMetadataRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ShareGroupStatePartitionMetadataKey: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("groupId", &self.groupId)
    }
}

extension ShareGroupStatePartitionMetadataValue: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("initializedTopics", &self.initializedTopics)
        fields.structures("deletingTopics", &self.deletingTopics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareGroupStatePartitionMetadataValue.TopicPartitionsInfo: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.scalar("topicName", &self.topicName)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareGroupStatePartitionMetadataValue.TopicInfo: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.scalar("topicName", &self.topicName)
        fields.unknown(&self.unknownTaggedFields)
    }
}
