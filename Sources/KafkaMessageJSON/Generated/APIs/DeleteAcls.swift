// Generated from protocol-specs/APIs/DeleteAcls.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DeleteAclsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("filters", &self.filters)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DeleteAclsRequest.DeleteAclsFilter: JSONStruct {
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

extension DeleteAclsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("filterResults", &self.filterResults)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DeleteAclsResponse.DeleteAclsFilterResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.structures("matchingAcls", &self.matchingAcls)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DeleteAclsResponse.DeleteAclsMatchingAcl: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.scalar("resourceType", &self.resourceType)
        fields.scalar("resourceName", &self.resourceName)
        fields.scalar(.init("patternType", from: 1), &self.patternType)
        fields.scalar("principal", &self.principal)
        fields.scalar("host", &self.host)
        fields.scalar("operation", &self.operation)
        fields.scalar("permissionType", &self.permissionType)
        fields.unknown(&self.unknownTaggedFields)
    }
}
