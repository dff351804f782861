// Generated from protocol-specs/APIs/CreateAcls.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension CreateAclsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("creations", &self.creations)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension CreateAclsRequest.AclCreation: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("resourceType", &self.resourceType)
        fields.scalar("resourceName", &self.resourceName)
        fields.scalar(.init("resourcePatternType", from: 1), &self.resourcePatternType)
        fields.scalar("principal", &self.principal)
        fields.scalar("host", &self.host)
        fields.scalar("operation", &self.operation)
        fields.scalar("permissionType", &self.permissionType)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension CreateAclsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("results", &self.results)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension CreateAclsResponse.AclCreationResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}
