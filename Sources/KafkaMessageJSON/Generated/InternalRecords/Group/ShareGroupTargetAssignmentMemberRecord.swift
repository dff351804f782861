// Generated from protocol-specs/InternalRecords/Group/ShareGroupTargetAssignmentMemberRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ShareGroupTargetAssignmentMemberKey: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("groupId", &self.groupId)
        fields.scalar("memberId", &self.memberId)
    }
}

extension ShareGroupTargetAssignmentMemberValue: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("topicPartitions", &self.topicPartitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareGroupTargetAssignmentMemberValue.TopicPartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}
