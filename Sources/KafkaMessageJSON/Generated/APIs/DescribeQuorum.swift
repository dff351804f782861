// Generated from protocol-specs/APIs/DescribeQuorum.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DescribeQuorumRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeQuorumRequest.TopicData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeQuorumRequest.PartitionData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeQuorumResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable(.init("errorMessage", from: 2), &self.errorMessage)
        fields.structures("topics", &self.topics)
        fields.structures(.init("nodes", from: 2), &self.nodes)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeQuorumResponse.TopicData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeQuorumResponse.PartitionData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable(.init("errorMessage", from: 2), &self.errorMessage)
        fields.scalar(.init("leaderId", entity: .brokerId), &self.leaderId)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.scalar("highWatermark", &self.highWatermark)
        fields.structures("currentVoters", &self.currentVoters)
        fields.structures("observers", &self.observers)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeQuorumResponse.Node: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("nodeId", entity: .brokerId), &self.nodeId)
        fields.structures("listeners", &self.listeners)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeQuorumResponse.Listener: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeQuorumResponse.ReplicaState: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("replicaId", entity: .brokerId), &self.replicaId)
        fields.scalar(.init("replicaDirectoryId", from: 2), &self.replicaDirectoryId)
        fields.scalar("logEndOffset", &self.logEndOffset)
        fields.scalar(.init("lastFetchTimestamp", from: 1), &self.lastFetchTimestamp)
        fields.scalar(.init("lastCaughtUpTimestamp", from: 1), &self.lastCaughtUpTimestamp)
        fields.unknown(&self.unknownTaggedFields)
    }
}
