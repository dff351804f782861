// Generated from protocol-specs/InternalRecords/Metadata/ConfigRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ConfigRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("resourceType", &self.resourceType)
        fields.scalar("resourceName", &self.resourceName)
        fields.scalar("name", &self.name)
        fields.nullable("value", &self.value)
        fields.unknown(&self.unknownTaggedFields)
    }
}
