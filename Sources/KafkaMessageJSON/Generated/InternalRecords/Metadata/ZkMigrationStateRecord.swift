// Generated from protocol-specs/InternalRecords/Metadata/ZkMigrationStateRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ZkMigrationStateRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("zkMigrationState", &self.zkMigrationState)
        fields.unknown(&self.unknownTaggedFields)
    }
}
