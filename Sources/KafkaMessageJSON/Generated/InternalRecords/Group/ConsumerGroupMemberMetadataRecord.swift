// Generated from protocol-specs/InternalRecords/Group/ConsumerGroupMemberMetadataRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ConsumerGroupMemberMetadataKey: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("groupId", &self.groupId)
        fields.scalar("memberId", &self.memberId)
    }
}

extension ConsumerGroupMemberMetadataValue: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable("instanceId", &self.instanceId)
        fields.nullable("rackId", &self.rackId)
        fields.scalar("clientId", &self.clientId)
        fields.scalar("clientHost", &self.clientHost)
        fields.scalars("subscribedTopicNames", &self.subscribedTopicNames)
        fields.nullable("subscribedTopicRegex", &self.subscribedTopicRegex)
        fields.scalar("rebalanceTimeoutMs", &self.rebalanceTimeoutMs)
        fields.nullable("serverAssignor", &self.serverAssignor)
        fields.nullableStructure(.init("classicMemberMetadata", tag: 0), &self.classicMemberMetadata)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ConsumerGroupMemberMetadataValue.ClassicMemberMetadata: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("sessionTimeoutMs", &self.sessionTimeoutMs)
        fields.structures("supportedProtocols", &self.supportedProtocols)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ConsumerGroupMemberMetadataValue.ClassicProtocol: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("metadata", &self.metadata)
        fields.unknown(&self.unknownTaggedFields)
    }
}
