// Generated from protocol-specs/InternalRecords/Metadata/RegisterBrokerRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension RegisterBrokerRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("brokerId", entity: .brokerId), &self.brokerId)
        fields.scalar(.init("isMigratingZkBroker", from: 2), &self.isMigratingZkBroker)
        fields.scalar("incarnationId", &self.incarnationId)
        fields.scalar("brokerEpoch", &self.brokerEpoch)
        fields.structures("endPoints", &self.endPoints)
        fields.structures("features", &self.features)
        fields.nullable("rack", &self.rack)
        fields.scalar("fenced", &self.fenced)
        fields.scalar(.init("inControlledShutdown", from: 1), &self.inControlledShutdown)
        fields.scalars(.init("logDirs", from: 3, tag: 0), &self.logDirs)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension RegisterBrokerRecord.BrokerEndpoint: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.scalar("securityProtocol", &self.securityProtocol)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension RegisterBrokerRecord.BrokerFeature: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("minSupportedVersion", &self.minSupportedVersion)
        fields.scalar("maxSupportedVersion", &self.maxSupportedVersion)
        fields.unknown(&self.unknownTaggedFields)
    }
}
