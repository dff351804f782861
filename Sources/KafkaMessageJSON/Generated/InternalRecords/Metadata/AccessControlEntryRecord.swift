// Generated from protocol-specs/InternalRecords/Metadata/AccessControlEntryRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension AccessControlEntryRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("id", &self.id)
        fields.scalar("resourceType", &self.resourceType)
        fields.scalar("resourceName", &self.resourceName)
        fields.scalar("patternType", &self.patternType)
        fields.scalar("principal", &self.principal)
        fields.scalar("host", &self.host)
        fields.scalar("operation", &self.operation)
        fields.scalar("permissionType", &self.permissionType)
        fields.unknown(&self.unknownTaggedFields)
    }
}
