// Generated from protocol-specs/InternalRecords/Metadata/RemoveDelegationTokenRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension RemoveDelegationTokenRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("tokenId", &self.tokenId)
        fields.unknown(&self.unknownTaggedFields)
    }
}
