// Generated from protocol-specs/APIs/DescribeAcls.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DescribeAclsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("resourceTypeFilter", &self.resourceTypeFilter)
        fields.nullable("resourceNameFilter", &self.resourceNameFilter)
        fields.scalar(.init("patternTypeFilter", from: 1), &self.patternTypeFilter)
        fields.nullable("principalFilter", &self.principalFilter)
        fields.nullable("hostFilter", &self.hostFilter)
        fields.scalar("operation", &self.operation)
        fields.scalar("permissionType", &self.permissionType)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeAclsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.structures("resources", &self.resources)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeAclsResponse.DescribeAclsResource: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("resourceType", &self.resourceType)
        fields.scalar("resourceName", &self.resourceName)
        fields.scalar(.init("patternType", from: 1), &self.patternType)
        fields.structures("acls", &self.acls)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeAclsResponse.AclDescription: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("principal", &self.principal)
        fields.scalar("host", &self.host)
        fields.scalar("operation", &self.operation)
        fields.scalar("permissionType", &self.permissionType)
        fields.unknown(&self.unknownTaggedFields)
    }
}
