// Generated from protocol-specs/APIs/ShareAcknowledge.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ShareAcknowledgeRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable(.init("groupId", entity: .groupId), &self.groupId)
        fields.nullable("memberId", &self.memberId)
        fields.scalar("shareSessionEpoch", &self.shareSessionEpoch)
        fields.scalar(.init("isRenewAck", from: 2), &self.isRenewAck)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareAcknowledgeRequest.AcknowledgeTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareAcknowledgeRequest.AcknowledgePartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.structures("acknowledgementBatches", &self.acknowledgementBatches)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareAcknowledgeRequest.AcknowledgementBatch: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("firstOffset", &self.firstOffset)
        fields.scalar("lastOffset", &self.lastOffset)
        fields.scalars("acknowledgeTypes", &self.acknowledgeTypes)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareAcknowledgeResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.scalar(.init("acquisitionLockTimeoutMs", from: 2), &self.acquisitionLockTimeoutMs)
        fields.structures("responses", &self.responses)
        fields.structures("nodeEndpoints", &self.nodeEndpoints)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareAcknowledgeResponse.ShareAcknowledgeTopicResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareAcknowledgeResponse.PartitionData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.structure("currentLeader", &self.currentLeader)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareAcknowledgeResponse.LeaderIdAndEpoch: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("leaderId", &self.leaderId)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareAcknowledgeResponse.NodeEndpoint: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("nodeId", entity: .brokerId), &self.nodeId)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.nullable("rack", &self.rack)
        fields.unknown(&self.unknownTaggedFields)
    }
}
