// Generated from protocol-specs/APIs/StreamsGroupHeartbeat.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension StreamsGroupHeartbeatRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.scalar("memberId", &self.memberId)
        fields.scalar("memberEpoch", &self.memberEpoch)
        fields.scalar("endpointInformationEpoch", &self.endpointInformationEpoch)
        fields.nullable("instanceId", &self.instanceId)
        fields.nullable("rackId", &self.rackId)
        fields.scalar("rebalanceTimeoutMs", &self.rebalanceTimeoutMs)
        fields.nullableStructure("topology", &self.topology)
        fields.nullableStructures("activeTasks", &self.activeTasks)
        fields.nullableStructures("standbyTasks", &self.standbyTasks)
        fields.nullableStructures("warmupTasks", &self.warmupTasks)
        fields.nullable("processId", &self.processId)
        fields.nullableStructure("userEndpoint", &self.userEndpoint)
        fields.nullableStructures("clientTags", &self.clientTags)
        fields.nullableStructures("taskOffsets", &self.taskOffsets)
        fields.nullableStructures("taskEndOffsets", &self.taskEndOffsets)
        fields.scalar("shutdownApplication", &self.shutdownApplication)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupHeartbeatRequest.Topology: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("epoch", &self.epoch)
        fields.structures("subtopologies", &self.subtopologies)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupHeartbeatRequest.Subtopology: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("subtopologyId", &self.subtopologyId)
        fields.scalars(.init("sourceTopics", entity: .topicName), &self.sourceTopics)
        fields.scalars("sourceTopicRegex", &self.sourceTopicRegex)
        fields.structures("stateChangelogTopics", &self.stateChangelogTopics)
        fields.scalars(.init("repartitionSinkTopics", entity: .topicName), &self.repartitionSinkTopics)
        fields.structures("repartitionSourceTopics", &self.repartitionSourceTopics)
        fields.structures("copartitionGroups", &self.copartitionGroups)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupHeartbeatRequest.CopartitionGroup: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalars("sourceTopics", &self.sourceTopics)
        fields.scalars("sourceTopicRegex", &self.sourceTopicRegex)
        fields.scalars("repartitionSourceTopics", &self.repartitionSourceTopics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupHeartbeatRequest.KeyValue: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("key", &self.key)
        fields.scalar("value", &self.value)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupHeartbeatRequest.TopicInfo: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.scalar("partitions", &self.partitions)
        fields.scalar("replicationFactor", &self.replicationFactor)
        fields.structures("topicConfigs", &self.topicConfigs)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupHeartbeatRequest.Endpoint: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupHeartbeatRequest.TaskOffset: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("subtopologyId", &self.subtopologyId)
        fields.scalar("partition", &self.partition)
        fields.scalar("offset", &self.offset)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupHeartbeatRequest.TaskIds: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("subtopologyId", &self.subtopologyId)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupHeartbeatResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.scalar("memberId", &self.memberId)
        fields.scalar("memberEpoch", &self.memberEpoch)
        fields.scalar("heartbeatIntervalMs", &self.heartbeatIntervalMs)
        fields.scalar("acceptableRecoveryLag", &self.acceptableRecoveryLag)
        fields.scalar("taskOffsetIntervalMs", &self.taskOffsetIntervalMs)
        fields.nullableStructures("status", &self.status)
        fields.nullableStructures("activeTasks", &self.activeTasks)
        fields.nullableStructures("standbyTasks", &self.standbyTasks)
        fields.nullableStructures("warmupTasks", &self.warmupTasks)
        fields.scalar("endpointInformationEpoch", &self.endpointInformationEpoch)
        fields.nullableStructures("partitionsByUserEndpoint", &self.partitionsByUserEndpoint)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupHeartbeatResponse.EndpointToPartitions: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structure("userEndpoint", &self.userEndpoint)
        fields.structures("activePartitions", &self.activePartitions)
        fields.structures("standbyPartitions", &self.standbyPartitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupHeartbeatResponse.Status: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("statusCode", &self.statusCode)
        fields.scalar("statusDetail", &self.statusDetail)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupHeartbeatResponse.TopicPartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topic", entity: .topicName), &self.topic)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupHeartbeatResponse.TaskIds: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("subtopologyId", &self.subtopologyId)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupHeartbeatResponse.Endpoint: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.unknown(&self.unknownTaggedFields)
    }
}
