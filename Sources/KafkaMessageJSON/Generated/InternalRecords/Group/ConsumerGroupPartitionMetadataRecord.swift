// Generated from protocol-specs/InternalRecords/Group/ConsumerGroupPartitionMetadataRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ConsumerGroupPartitionMetadataKey: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("groupId", &self.groupId)
    }
}

extension ConsumerGroupPartitionMetadataValue: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ConsumerGroupPartitionMetadataValue.TopicMetadata: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.scalar("topicName", &self.topicName)
        fields.scalar("numPartitions", &self.numPartitions)
        fields.structures("partitionMetadata", &self.partitionMetadata)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ConsumerGroupPartitionMetadataValue.PartitionMetadata: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partition", &self.partition)
        fields.scalars("racks", &self.racks)
        fields.unknown(&self.unknownTaggedFields)
    }
}
