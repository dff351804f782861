// Generated from protocol-specs/APIs/ExpireDelegationToken.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ExpireDelegationTokenRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("hmac", &self.hmac)
        fields.scalar("expiryTimePeriodMs", &self.expiryTimePeriodMs)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ExpireDelegationTokenResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar("expiryTimestampMs", &self.expiryTimestampMs)
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.unknown(&self.unknownTaggedFields)
    }
}
