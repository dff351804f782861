// Generated from protocol-specs/APIs/SaslAuthenticate.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension SaslAuthenticateRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("authBytes", &self.authBytes)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension SaslAuthenticateResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.scalar("authBytes", &self.authBytes)
        fields.scalar(.init("sessionLifetimeMs", from: 1), &self.sessionLifetimeMs)
        fields.unknown(&self.unknownTaggedFields)
    }
}
