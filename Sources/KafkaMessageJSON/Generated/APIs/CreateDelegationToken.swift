// Generated from protocol-specs/APIs/CreateDelegationToken.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension CreateDelegationTokenRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable(.init("ownerPrincipalType", from: 3), &self.ownerPrincipalType)
        fields.nullable(.init("ownerPrincipalName", from: 3), &self.ownerPrincipalName)
        fields.structures("renewers", &self.renewers)
        fields.scalar("maxLifetimeMs", &self.maxLifetimeMs)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension CreateDelegationTokenRequest.CreatableRenewers: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("principalType", &self.principalType)
        fields.scalar("principalName", &self.principalName)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension CreateDelegationTokenResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar("principalType", &self.principalType)
        fields.scalar("principalName", &self.principalName)
        fields.scalar(.init("tokenRequesterPrincipalType", from: 3), &self.tokenRequesterPrincipalType)
        fields.scalar(.init("tokenRequesterPrincipalName", from: 3), &self.tokenRequesterPrincipalName)
        fields.scalar("issueTimestampMs", &self.issueTimestampMs)
        fields.scalar("expiryTimestampMs", &self.expiryTimestampMs)
        fields.scalar("maxTimestampMs", &self.maxTimestampMs)
        fields.scalar("tokenId", &self.tokenId)
        fields.scalar("hmac", &self.hmac)
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.unknown(&self.unknownTaggedFields)
    }
}
