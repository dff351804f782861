// Generated from protocol-specs/APIs/FetchSnapshot.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension FetchSnapshotRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable(.init("clusterId", tag: 0), &self.clusterId)
        fields.scalar(.init("replicaId", entity: .brokerId), &self.replicaId)
        fields.scalar("maxBytes", &self.maxBytes)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchSnapshotRequest.TopicSnapshot: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchSnapshotRequest.PartitionSnapshot: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partition", &self.partition)
        fields.scalar("currentLeaderEpoch", &self.currentLeaderEpoch)
        fields.structure("snapshotId", &self.snapshotId)
        fields.scalar("position", &self.position)
        fields.scalar(.init("replicaDirectoryId", from: 1, tag: 0), &self.replicaDirectoryId)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchSnapshotRequest.SnapshotId: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("endOffset", &self.endOffset)
        fields.scalar("epoch", &self.epoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchSnapshotResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.structures("topics", &self.topics)
        fields.structures(.init("nodeEndpoints", from: 1, tag: 0), &self.nodeEndpoints)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchSnapshotResponse.TopicSnapshot: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchSnapshotResponse.PartitionSnapshot: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("index", &self.index)
        fields.scalar("errorCode", &self.errorCode)
        fields.structure("snapshotId", &self.snapshotId)
        fields.structure(.init("currentLeader", tag: 0), &self.currentLeader)
        fields.scalar("size", &self.size)
        fields.scalar("position", &self.position)
        fields.scalar("unalignedRecords", &self.unalignedRecords)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchSnapshotResponse.SnapshotId: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("endOffset", &self.endOffset)
        fields.scalar("epoch", &self.epoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchSnapshotResponse.LeaderIdAndEpoch: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("leaderId", entity: .brokerId), &self.leaderId)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FetchSnapshotResponse.NodeEndpoint: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("nodeId", entity: .brokerId), &self.nodeId)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.unknown(&self.unknownTaggedFields)
    }
}
