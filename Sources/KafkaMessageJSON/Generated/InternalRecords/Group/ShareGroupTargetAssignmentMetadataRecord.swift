// Generated from protocol-specs/InternalRecords/Group/ShareGroupTargetAssignmentMetadataRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ShareGroupTargetAssignmentMetadataKey: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("groupId", &self.groupId)
    }
}

extension ShareGroupTargetAssignmentMetadataValue: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("assignmentEpoch", &self.assignmentEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}
