// Generated from protocol-specs/APIs/SaslHandshake.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension SaslHandshakeRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("mechanism", &self.mechanism)
    }
}

extension SaslHandshakeResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.scalars("mechanisms", &self.mechanisms)
    }
}
