// Generated from protocol-specs/InternalRecords/Group/ConsumerGroupTargetAssignmentMemberRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ConsumerGroupTargetAssignmentMemberKey: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("groupId", &self.groupId)
        fields.scalar("memberId", &self.memberId)
    }
}

extension ConsumerGroupTargetAssignmentMemberValue: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("topicPartitions", &self.topicPartitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ConsumerGroupTargetAssignmentMemberValue.TopicPartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}
