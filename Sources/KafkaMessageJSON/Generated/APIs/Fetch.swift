// Generated from protocol-specs/APIs/Fetch.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension FetchRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable(.init("clusterId", from: 12, tag: 0), &self.clusterId)
        fields.scalar(.init("replicaId", through: 14, entity: .brokerId), &self.replicaId)
        fields.structure(.init("replicaState", from: 15, tag: 1), &self.replicaState)
        fields.scalar("maxWaitMs", &self.maxWaitMs)
        fields.scalar("minBytes", &self.minBytes)
        fields.scalar(.init("maxBytes", from: 3), &self.maxBytes)
        fields.scalar(.init("isolationLevel", from: 4), &self.isolationLevel)
        fields.scalar(.init("sessionId", from: 7), &self.sessionId)
        fields.scalar(.init("sessionEpoch", from: 7), &self.sessionEpoch)
        fields.structures("topics", &self.topics)
        fields.structures(.init("forgottenTopicsData", from: 7), &self.forgottenTopicsData)
        fields.scalar(.init("rackId", from: 11), &self.rackId)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchRequest.ReplicaState: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("replicaId", entity: .brokerId), &self.replicaId)
        fields.scalar("replicaEpoch", &self.replicaEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchRequest.FetchTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topic", through: 12, entity: .topicName), &self.topic)
        fields.scalar(.init("topicId", from: 13), &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchRequest.FetchPartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partition", &self.partition)
        fields.scalar(.init("currentLeaderEpoch", from: 9), &self.currentLeaderEpoch)
        fields.scalar("fetchOffset", &self.fetchOffset)
        fields.scalar(.init("lastFetchedEpoch", from: 12), &self.lastFetchedEpoch)
        fields.scalar(.init("logStartOffset", from: 5), &self.logStartOffset)
        fields.scalar("partitionMaxBytes", &self.partitionMaxBytes)
        fields.scalar(.init("replicaDirectoryId", from: 17, tag: 0), &self.replicaDirectoryId)
        fields.scalar(.init("highWatermark", from: 18, tag: 1), &self.highWatermark)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchRequest.ForgottenTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topic", through: 12, entity: .topicName), &self.topic)
        fields.scalar(.init("topicId", from: 13), &self.topicId)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("throttleTimeMs", from: 1), &self.throttleTimeMs)
        fields.scalar(.init("errorCode", from: 7), &self.errorCode)
        fields.scalar(.init("sessionId", from: 7), &self.sessionId)
        fields.structures("responses", &self.responses)
        fields.structures(.init("nodeEndpoints", from: 16, tag: 0), &self.nodeEndpoints)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchResponse.FetchableTopicResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topic", through: 12, entity: .topicName), &self.topic)
        fields.scalar(.init("topicId", from: 13), &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchResponse.PartitionData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar("highWatermark", &self.highWatermark)
        fields.scalar(.init("lastStableOffset", from: 4), &self.lastStableOffset)
        fields.scalar(.init("logStartOffset", from: 5), &self.logStartOffset)
        fields.structure(.init("divergingEpoch", from: 12, tag: 0), &self.divergingEpoch)
        fields.structure(.init("currentLeader", from: 12, tag: 1), &self.currentLeader)
        fields.structure(.init("snapshotId", from: 12, tag: 2), &self.snapshotId)
        fields.nullableStructures(.init("abortedTransactions", from: 4), &self.abortedTransactions)
        fields.scalar(.init("preferredReadReplica", from: 11, entity: .brokerId), &self.preferredReadReplica)
        fields.nullable("records", &self.records)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchResponse.EpochEndOffset: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("epoch", &self.epoch)
        fields.scalar("endOffset", &self.endOffset)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchResponse.LeaderIdAndEpoch: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("leaderId", entity: .brokerId), &self.leaderId)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchResponse.SnapshotId: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("endOffset", &self.endOffset)
        fields.scalar("epoch", &self.epoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchResponse.AbortedTransaction: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("producerId", entity: .producerId), &self.producerId)
        fields.scalar("firstOffset", &self.firstOffset)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchResponse.NodeEndpoint: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("nodeId", entity: .brokerId), &self.nodeId)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.nullable("rack", &self.rack)
        fields.unknown(&self.unknownTaggedFields)
    }
}
