// Generated from protocol-specs/APIs/DeleteGroups.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DeleteGroupsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalars(.init("groupsNames", entity: .groupId), &self.groupsNames)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DeleteGroupsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("results", &self.results)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DeleteGroupsResponse.DeletableGroupResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.scalar("errorCode", &self.errorCode)
        fields.unknown(&self.unknownTaggedFields)
    }
}
