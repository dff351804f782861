// Generated from protocol-specs/APIs/ShareFetch.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ShareFetchRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable(.init("groupId", entity: .groupId), &self.groupId)
        fields.nullable("memberId", &self.memberId)
        fields.scalar("shareSessionEpoch", &self.shareSessionEpoch)
        fields.scalar("maxWaitMs", &self.maxWaitMs)
        fields.scalar("minBytes", &self.minBytes)
        fields.scalar("maxBytes", &self.maxBytes)
        fields.scalar(.init("maxRecords", from: 1), &self.maxRecords)
        fields.scalar(.init("batchSize", from: 1), &self.batchSize)
        fields.scalar(.init("shareAcquireMode", from: 2), &self.shareAcquireMode)
        fields.scalar(.init("isRenewAck", from: 2), &self.isRenewAck)
        fields.structures("topics", &self.topics)
        fields.structures("forgottenTopicsData", &self.forgottenTopicsData)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareFetchRequest.FetchTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareFetchRequest.FetchPartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar(.init("partitionMaxBytes", through: 0), &self.partitionMaxBytes)
        fields.structures("acknowledgementBatches", &self.acknowledgementBatches)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareFetchRequest.AcknowledgementBatch: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("firstOffset", &self.firstOffset)
        fields.scalar("lastOffset", &self.lastOffset)
        fields.scalars("acknowledgeTypes", &self.acknowledgeTypes)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareFetchRequest.ForgottenTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareFetchResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.scalar(.init("acquisitionLockTimeoutMs", from: 1), &self.acquisitionLockTimeoutMs)
        fields.structures("responses", &self.responses)
        fields.structures("nodeEndpoints", &self.nodeEndpoints)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareFetchResponse.ShareFetchableTopicResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareFetchResponse.PartitionData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.scalar("acknowledgeErrorCode", &self.acknowledgeErrorCode)
        fields.nullable("acknowledgeErrorMessage", &self.acknowledgeErrorMessage)
        fields.structure("currentLeader", &self.currentLeader)
        fields.nullable(.init("records", nullThrough: 0), &self.records)
        fields.structures("acquiredRecords", &self.acquiredRecords)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareFetchResponse.LeaderIdAndEpoch: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("leaderId", &self.leaderId)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareFetchResponse.AcquiredRecords: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("firstOffset", &self.firstOffset)
        fields.scalar("lastOffset", &self.lastOffset)
        fields.scalar("deliveryCount", &self.deliveryCount)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareFetchResponse.NodeEndpoint: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("nodeId", entity: .brokerId), &self.nodeId)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.nullable("rack", &self.rack)
        fields.unknown(&self.unknownTaggedFields)
    }
}
