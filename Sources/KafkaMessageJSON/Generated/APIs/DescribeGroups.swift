// Generated from protocol-specs/APIs/DescribeGroups.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DescribeGroupsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalars(.init("groups", entity: .groupId), &self.groups)
        fields.scalar(.init("includeAuthorizedOperations", from: 3), &self.includeAuthorizedOperations)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeGroupsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("throttleTimeMs", from: 1), &self.throttleTimeMs)
        fields.structures("groups", &self.groups)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeGroupsResponse.DescribedGroup: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable(.init("errorMessage", from: 6), &self.errorMessage)
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.scalar("groupState", &self.groupState)
        fields.scalar("protocolType", &self.protocolType)
        fields.scalar("protocolData", &self.protocolData)
        fields.structures("members", &self.members)
        fields.scalar(.init("authorizedOperations", from: 3), &self.authorizedOperations)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeGroupsResponse.DescribedGroupMember: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("memberId", &self.memberId)
        fields.nullable(.init("groupInstanceId", from: 4), &self.groupInstanceId)
        fields.scalar("clientId", &self.clientId)
        fields.scalar("clientHost", &self.clientHost)
        fields.scalar("memberMetadata", &self.memberMetadata)
        fields.scalar("memberAssignment", &self.memberAssignment)
        fields.unknown(&self.unknownTaggedFields)
    }
}
