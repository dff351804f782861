// Generated from protocol-specs/InternalRecords/Group/ConsumerGroupCurrentMemberAssignmentRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ConsumerGroupCurrentMemberAssignmentKey: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("groupId", &self.groupId)
        fields.scalar("memberId", &self.memberId)
    }
}

extension ConsumerGroupCurrentMemberAssignmentValue: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("memberEpoch", &self.memberEpoch)
        fields.scalar("previousMemberEpoch", &self.previousMemberEpoch)
        fields.scalar("state", &self.state)
        fields.structures("assignedPartitions", &self.assignedPartitions)
        fields.structures("partitionsPendingRevocation", &self.partitionsPendingRevocation)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ConsumerGroupCurrentMemberAssignmentValue.TopicPartitions: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}
