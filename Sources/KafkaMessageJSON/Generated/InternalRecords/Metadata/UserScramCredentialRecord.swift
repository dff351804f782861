// Generated from protocol-specs/InternalRecords/Metadata/UserScramCredentialRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension UserScramCredentialRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("mechanism", &self.mechanism)
        fields.scalar("salt", &self.salt)
        fields.scalar("storedKey", &self.storedKey)
        fields.scalar("serverKey", &self.serverKey)
        fields.scalar("iterations", &self.iterations)
        fields.unknown(&self.unknownTaggedFields)
    }
}
