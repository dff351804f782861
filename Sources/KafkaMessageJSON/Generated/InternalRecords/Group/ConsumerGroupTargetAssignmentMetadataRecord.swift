// Generated from protocol-specs/InternalRecords/Group/ConsumerGroupTargetAssignmentMetadataRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ConsumerGroupTargetAssignmentMetadataKey: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("groupId", &self.groupId)
    }
}

extension ConsumerGroupTargetAssignmentMetadataValue: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("assignmentEpoch", &self.assignmentEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}
