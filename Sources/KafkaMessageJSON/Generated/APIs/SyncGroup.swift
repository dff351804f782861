// Generated from protocol-specs/APIs/SyncGroup.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension SyncGroupRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.scalar("generationId", &self.generationId)
        fields.scalar("memberId", &self.memberId)
        fields.nullable(.init("groupInstanceId", from: 3), &self.groupInstanceId)
        fields.nullable(.init("protocolType", from: 5), &self.protocolType)
        fields.nullable(.init("protocolName", from: 5), &self.protocolName)
        fields.structures("assignments", &self.assignments)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension SyncGroupRequest.SyncGroupRequestAssignment: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("memberId", &self.memberId)
        fields.scalar("assignment", &self.assignment)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension SyncGroupResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("throttleTimeMs", from: 1), &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable(.init("protocolType", from: 5), &self.protocolType)
        fields.nullable(.init("protocolName", from: 5), &self.protocolName)
        fields.scalar("assignment", &self.assignment)
        fields.unknown(&self.unknownTaggedFields)
    }
}
