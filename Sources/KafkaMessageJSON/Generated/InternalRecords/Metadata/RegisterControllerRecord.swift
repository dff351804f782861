// Generated from protocol-specs/InternalRecords/Metadata/RegisterControllerRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension RegisterControllerRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("controllerId", &self.controllerId)
        fields.scalar("incarnationId", &self.incarnationId)
        fields.scalar("zkMigrationReady", &self.zkMigrationReady)
        fields.structures("endPoints", &self.endPoints)
        fields.structures("features", &self.features)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension RegisterControllerRecord.ControllerEndpoint: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.scalar("securityProtocol", &self.securityProtocol)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension RegisterControllerRecord.ControllerFeature: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("minSupportedVersion", &self.minSupportedVersion)
        fields.scalar("maxSupportedVersion", &self.maxSupportedVersion)
        fields.unknown(&self.unknownTaggedFields)
    }
}
