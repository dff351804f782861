// Generated from protocol-specs/APIs/Heartbeat.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension HeartbeatRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.scalar("generationId", &self.generationId)
        fields.scalar("memberId", &self.memberId)
        fields.nullable(.init("groupInstanceId", from: 3), &self.groupInstanceId)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension HeartbeatResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("throttleTimeMs", from: 1), &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.unknown(&self.unknownTaggedFields)
    }
}
