// Generated from protocol-specs/APIs/RenewDelegationToken.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension RenewDelegationTokenRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("hmac", &self.hmac)
        fields.scalar("renewPeriodMs", &self.renewPeriodMs)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension RenewDelegationTokenResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar("expiryTimestampMs", &self.expiryTimestampMs)
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.unknown(&self.unknownTaggedFields)
    }
}
