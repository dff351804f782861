// Generated from protocol-specs/Data/Principal.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DefaultPrincipalData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("type", &self.type)
        fields.scalar("name", &self.name)
        fields.scalar("tokenAuthenticated", &self.tokenAuthenticated)
        fields.unknown(&self.unknownTaggedFields)
    }
}
