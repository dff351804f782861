// Generated from protocol-specs/APIs/BrokerRegistration.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension BrokerRegistrationRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("brokerId", entity: .brokerId), &self.brokerId)
        fields.scalar("clusterId", &self.clusterId)
        fields.scalar("incarnationId", &self.incarnationId)
        fields.structures("listeners", &self.listeners)
        fields.structures("features", &self.features)
        fields.nullable("rack", &self.rack)
        fields.scalar(.init("isMigratingZkBroker", from: 1), &self.isMigratingZkBroker)
        fields.scalars(.init("logDirs", from: 2), &self.logDirs)
        fields.scalar(.init("previousBrokerEpoch", from: 3), &self.previousBrokerEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension BrokerRegistrationRequest.Listener: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.scalar("securityProtocol", &self.securityProtocol)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension BrokerRegistrationRequest.Feature: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("minSupportedVersion", &self.minSupportedVersion)
        fields.scalar("maxSupportedVersion", &self.maxSupportedVersion)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension BrokerRegistrationResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar("brokerEpoch", &self.brokerEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}
