// Generated from protocol-specs/APIs/UnregisterBroker.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension UnregisterBrokerRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("brokerId", entity: .brokerId), &self.brokerId)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension UnregisterBrokerResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}
