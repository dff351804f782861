// Generated from protocol-specs/InternalRecords/Metadata/RemoveAccessControlEntryRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension RemoveAccessControlEntryRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("id", &self.id)
        fields.unknown(&self.unknownTaggedFields)
    }
}
