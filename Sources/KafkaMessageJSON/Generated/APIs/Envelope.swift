// Generated from protocol-specs/APIs/Envelope.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension EnvelopeRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("requestData", &self.requestData)
        fields.nullable("requestPrincipal", &self.requestPrincipal)
        fields.scalar("clientHostAddress", &self.clientHostAddress)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension EnvelopeResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable("responseData", &self.responseData)
        fields.scalar("errorCode", &self.errorCode)
        fields.unknown(&self.unknownTaggedFields)
    }
}
