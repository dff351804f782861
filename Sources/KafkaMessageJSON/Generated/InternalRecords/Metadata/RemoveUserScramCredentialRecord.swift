// Generated from protocol-specs/InternalRecords/Metadata/RemoveUserScramCredentialRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension RemoveUserScramCredentialRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("mechanism", &self.mechanism)
        fields.unknown(&self.unknownTaggedFields)
    }
}
