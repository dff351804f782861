// Generated from protocol-specs/APIs/BeginQuorumEpoch.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension BeginQuorumEpochRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable("clusterId", &self.clusterId)
        fields.scalar(.init("voterId", from: 1, entity: .brokerId), &self.voterId)
        fields.structures("topics", &self.topics)
        fields.structures(.init("leaderEndpoints", from: 1), &self.leaderEndpoints)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension BeginQuorumEpochRequest.TopicData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension BeginQuorumEpochRequest.PartitionData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar(.init("voterDirectoryId", from: 1), &self.voterDirectoryId)
        fields.scalar(.init("leaderId", entity: .brokerId), &self.leaderId)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension BeginQuorumEpochRequest.LeaderEndpoint: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension BeginQuorumEpochResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.structures("topics", &self.topics)
        fields.structures(.init("nodeEndpoints", from: 1, tag: 0), &self.nodeEndpoints)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension BeginQuorumEpochResponse.TopicData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension BeginQuorumEpochResponse.PartitionData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar(.init("leaderId", entity: .brokerId), &self.leaderId)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension BeginQuorumEpochResponse.NodeEndpoint: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("nodeId", entity: .brokerId), &self.nodeId)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.unknown(&self.unknownTaggedFields)
    }
}
