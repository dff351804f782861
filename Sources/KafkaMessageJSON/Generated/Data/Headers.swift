// Generated from protocol-specs/Data/Headers.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension RequestHeader: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("requestApiKey", &self.requestApiKey)
        fields.scalar("requestApiVersion", &self.requestApiVersion)
        fields.scalar("correlationId", &self.correlationId)
        fields.nullable(.init("clientId", from: 1), &self.clientId)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ResponseHeader: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("correlationId", &self.correlationId)
        fields.unknown(&self.unknownTaggedFields)
    }
}
