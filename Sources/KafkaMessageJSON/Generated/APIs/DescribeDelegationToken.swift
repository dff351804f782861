// Generated from protocol-specs/APIs/DescribeDelegationToken.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DescribeDelegationTokenRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullableStructures("owners", &self.owners)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeDelegationTokenRequest.DescribeDelegationTokenOwner: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("principalType", &self.principalType)
        fields.scalar("principalName", &self.principalName)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeDelegationTokenResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.structures("tokens", &self.tokens)
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeDelegationTokenResponse.DescribedDelegationToken: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("principalType", &self.principalType)
        fields.scalar("principalName", &self.principalName)
        fields.scalar(.init("tokenRequesterPrincipalType", from: 3), &self.tokenRequesterPrincipalType)
        fields.scalar(.init("tokenRequesterPrincipalName", from: 3), &self.tokenRequesterPrincipalName)
        fields.scalar("issueTimestamp", &self.issueTimestamp)
        fields.scalar("expiryTimestamp", &self.expiryTimestamp)
        fields.scalar("maxTimestamp", &self.maxTimestamp)
        fields.scalar("tokenId", &self.tokenId)
        fields.scalar("hmac", &self.hmac)
        fields.structures("renewers", &self.renewers)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeDelegationTokenResponse.DescribedDelegationTokenRenewer: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("principalType", &self.principalType)
        fields.scalar("principalName", &self.principalName)
        fields.unknown(&self.unknownTaggedFields)
    }
}
