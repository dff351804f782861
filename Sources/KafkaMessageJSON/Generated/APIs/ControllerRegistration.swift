// Generated from protocol-specs/APIs/ControllerRegistration.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ControllerRegistrationRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("controllerId", &self.controllerId)
        fields.scalar("incarnationId", &self.incarnationId)
        fields.scalar("zkMigrationReady", &self.zkMigrationReady)
        fields.structures("listeners", &self.listeners)
        fields.structures("features", &self.features)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ControllerRegistrationRequest.Listener: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.scalar("securityProtocol", &self.securityProtocol)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ControllerRegistrationRequest.Feature: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("minSupportedVersion", &self.minSupportedVersion)
        fields.scalar("maxSupportedVersion", &self.maxSupportedVersion)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ControllerRegistrationResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}
