// Generated from protocol-specs/InternalRecords/Group/ShareGroupMetadataRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ShareGroupMetadataKey: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("groupId", &self.groupId)
    }
}

extension ShareGroupMetadataValue: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("epoch", &self.epoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}
