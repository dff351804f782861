// Generated from protocol-specs/APIs/Metadata.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension MetadataRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullableStructures(.init("topics", nullFrom: 1), &self.topics)
        fields.scalar(.init("allowAutoTopicCreation", from: 4), &self.allowAutoTopicCreation)
        fields.scalar(.init("includeClusterAuthorizedOperations", from: 8, through: 10), &self.includeClusterAuthorizedOperations)
        fields.scalar(.init("includeTopicAuthorizedOperations", from: 8), &self.includeTopicAuthorizedOperations)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension MetadataRequest.MetadataRequestTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topicId", from: 10), &self.topicId)
        fields.nullable(.init("name", nullFrom: 10, entity: .topicName), &self.name)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension MetadataResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("throttleTimeMs", from: 3), &self.throttleTimeMs)
        fields.structures("brokers", &self.brokers)
        fields.nullable(.init("clusterId", from: 2), &self.clusterId)
        fields.scalar(.init("controllerId", from: 1, entity: .brokerId), &self.controllerId)
        fields.structures("topics", &self.topics)
        fields.scalar(.init("clusterAuthorizedOperations", from: 8, through: 10), &self.clusterAuthorizedOperations)
        fields.scalar(.init("errorCode", from: 13), &self.errorCode)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension MetadataResponse.MetadataResponseBroker: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("nodeId", entity: .brokerId), &self.nodeId)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.nullable(.init("rack", from: 1), &self.rack)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension MetadataResponse.MetadataResponseTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable(.init("name", nullFrom: 12, entity: .topicName), &self.name)
        fields.scalar(.init("topicId", from: 10), &self.topicId)
        fields.scalar(.init("isInternal", from: 1), &self.isInternal)
        fields.structures("partitions", &self.partitions)
        fields.scalar(.init("topicAuthorizedOperations", from: 8), &self.topicAuthorizedOperations)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension MetadataResponse.MetadataResponsePartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar(.init("leaderId", entity: .brokerId), &self.leaderId)
        fields.scalar(.init("leaderEpoch", from: 7), &self.leaderEpoch)
        fields.scalars(.init("replicaNodes", entity: .brokerId), &self.replicaNodes)
        fields.scalars(.init("isrNodes", entity: .brokerId), &self.isrNodes)
        fields.scalars(.init("offlineReplicas", from: 5, entity: .brokerId), &self.offlineReplicas)
        fields.unknown(&self.unknownTaggedFields)
    }
}
