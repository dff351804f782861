// Generated from protocol-specs/APIs/LeaveGroup.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension LeaveGroupRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.scalar(.init("memberId", through: 2), &self.memberId)
        fields.structures(.init("members", from: 3), &self.members)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension LeaveGroupRequest.MemberIdentity: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("memberId", &self.memberId)
        fields.nullable("groupInstanceId", &self.groupInstanceId)
        fields.nullable(.init("reason", from: 5), &self.reason)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension LeaveGroupResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("throttleTimeMs", from: 1), &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.structures(.init("members", from: 3), &self.members)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension LeaveGroupResponse.MemberResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("memberId", &self.memberId)
        fields.nullable("groupInstanceId", &self.groupInstanceId)
        fields.scalar("errorCode", &self.errorCode)
        fields.unknown(&self.unknownTaggedFields)
    }
}
