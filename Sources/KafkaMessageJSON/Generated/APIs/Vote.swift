// Generated from protocol-specs/APIs/Vote.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension VoteRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable("clusterId", &self.clusterId)
        fields.scalar(.init("voterId", from: 1, entity: .brokerId), &self.voterId)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension VoteRequest.TopicData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension VoteRequest.PartitionData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("replicaEpoch", &self.replicaEpoch)
        fields.scalar(.init("replicaId", entity: .brokerId), &self.replicaId)
        fields.scalar(.init("replicaDirectoryId", from: 1), &self.replicaDirectoryId)
        fields.scalar(.init("voterDirectoryId", from: 1), &self.voterDirectoryId)
        fields.scalar("lastOffsetEpoch", &self.lastOffsetEpoch)
        fields.scalar("lastOffset", &self.lastOffset)
        fields.scalar(.init("preVote", from: 2), &self.preVote)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension VoteResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.structures("topics", &self.topics)
        fields.structures(.init("nodeEndpoints", from: 1, tag: 0), &self.nodeEndpoints)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension VoteResponse.TopicData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension VoteResponse.PartitionData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar(.init("leaderId", entity: .brokerId), &self.leaderId)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.scalar("voteGranted", &self.voteGranted)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension VoteResponse.NodeEndpoint: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("nodeId", entity: .brokerId), &self.nodeId)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.unknown(&self.unknownTaggedFields)
    }
}
