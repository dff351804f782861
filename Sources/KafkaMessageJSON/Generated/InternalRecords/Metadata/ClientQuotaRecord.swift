// Generated from protocol-specs/InternalRecords/Metadata/ClientQuotaRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ClientQuotaRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("entity", &self.entity)
        fields.scalar("key", &self.key)
        fields.scalar("value", &self.value)
        fields.scalar("remove", &self.remove)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ClientQuotaRecord.EntityData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("entityType", &self.entityType)
        fields.nullable("entityName", &self.entityName)
        fields.unknown(&self.unknownTaggedFields)
    }
}
