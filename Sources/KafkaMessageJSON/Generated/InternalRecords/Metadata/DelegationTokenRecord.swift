// Generated from protocol-specs/InternalRecords/Metadata/DelegationTokenRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DelegationTokenRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("owner", &self.owner)
        fields.scalar("requester", &self.requester)
        fields.scalars("renewers", &self.renewers)
        fields.scalar("issueTimestamp", &self.issueTimestamp)
        fields.scalar("maxTimestamp", &self.maxTimestamp)
        fields.scalar("expirationTimestamp", &self.expirationTimestamp)
        fields.scalar("tokenId", &self.tokenId)
        fields.unknown(&self.unknownTaggedFields)
    }
}
