// Generated from protocol-specs/InternalRecords/Group/ShareGroupMemberMetadataRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ShareGroupMemberMetadataKey: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("groupId", &self.groupId)
        fields.scalar("memberId", &self.memberId)
    }
}

extension ShareGroupMemberMetadataValue: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable("rackId", &self.rackId)
        fields.scalar("clientId", &self.clientId)
        fields.scalar("clientHost", &self.clientHost)
        fields.scalars("subscribedTopicNames", &self.subscribedTopicNames)
        fields.unknown(&self.unknownTaggedFields)
    }
}
