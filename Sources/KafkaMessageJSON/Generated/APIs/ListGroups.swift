// Generated from protocol-specs/APIs/ListGroups.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ListGroupsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalars(.init("statesFilter", from: 4), &self.statesFilter)
        fields.scalars(.init("typesFilter", from: 5), &self.typesFilter)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ListGroupsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("throttleTimeMs", from: 1), &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.structures("groups", &self.groups)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ListGroupsResponse.ListedGroup: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.scalar("protocolType", &self.protocolType)
        fields.scalar(.init("groupState", from: 4), &self.groupState)
        fields.scalar(.init("groupType", from: 5), &self.groupType)
        fields.unknown(&self.unknownTaggedFields)
    }
}
