// Generated from protocol-specs/APIs/JoinGroup.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension JoinGroupRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.scalar("sessionTimeoutMs", &self.sessionTimeoutMs)
        fields.scalar(.init("rebalanceTimeoutMs", from: 1), &self.rebalanceTimeoutMs)
        fields.scalar("memberId", &self.memberId)
        fields.nullable(.init("groupInstanceId", from: 5), &self.groupInstanceId)
        fields.scalar("protocolType", &self.protocolType)
        fields.structures("protocols", &self.protocols)
        fields.nullable(.init("reason", from: 8), &self.reason)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension JoinGroupRequest.JoinGroupRequestProtocol: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("metadata", &self.metadata)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension JoinGroupResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("throttleTimeMs", from: 2), &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar("generationId", &self.generationId)
        fields.nullable(.init("protocolType", from: 7), &self.protocolType)
        fields.nullable(.init("protocolName", nullFrom: 7), &self.protocolName)
        fields.scalar("leader", &self.leader)
        fields.scalar(.init("skipAssignment", from: 9), &self.skipAssignment)
        fields.scalar("memberId", &self.memberId)
        fields.structures("members", &self.members)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension JoinGroupResponse.JoinGroupResponseMember: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("memberId", &self.memberId)
        fields.nullable(.init("groupInstanceId", from: 5), &self.groupInstanceId)
        fields.scalar("metadata", &self.metadata)
        fields.unknown(&self.unknownTaggedFields)
    }
}
