// Generated from protocol-specs/InternalRecords/Group/GroupMetadataRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension GroupMetadataKey: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("group", &self.group)
    }
}

extension GroupMetadataValue: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("protocolType", &self.protocolType)
        fields.scalar("generation", &self.generation)
        fields.nullable("protocol", &self.`protocol`)
        fields.nullable("leader", &self.leader)
        fields.scalar(.init("currentStateTimestamp", from: 2), &self.currentStateTimestamp)
        fields.structures("members", &self.members)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension GroupMetadataValue.MemberMetadata: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("memberId", &self.memberId)
        fields.nullable(.init("groupInstanceId", from: 3), &self.groupInstanceId)
        fields.scalar("clientId", &self.clientId)
        fields.scalar("clientHost", &self.clientHost)
        fields.scalar(.init("rebalanceTimeout", from: 1), &self.rebalanceTimeout)
        fields.scalar("sessionTimeout", &self.sessionTimeout)
        fields.scalar("subscription", &self.subscription)
        fields.scalar("assignment", &self.assignment)
        fields.unknown(&self.unknownTaggedFields)
    }
}
