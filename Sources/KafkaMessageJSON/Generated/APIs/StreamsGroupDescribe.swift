// Generated from protocol-specs/APIs/StreamsGroupDescribe.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension StreamsGroupDescribeRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalars(.init("groupIds", entity: .groupId), &self.groupIds)
        fields.scalar("includeAuthorizedOperations", &self.includeAuthorizedOperations)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupDescribeResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("groups", &self.groups)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupDescribeResponse.DescribedGroup: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.scalar("groupState", &self.groupState)
        fields.scalar("groupEpoch", &self.groupEpoch)
        fields.scalar("assignmentEpoch", &self.assignmentEpoch)
        fields.nullableStructure("topology", &self.topology)
        fields.structures("members", &self.members)
        fields.scalar("authorizedOperations", &self.authorizedOperations)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupDescribeResponse.Topology: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("epoch", &self.epoch)
        fields.nullableStructures("subtopologies", &self.subtopologies)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupDescribeResponse.Subtopology: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("subtopologyId", &self.subtopologyId)
        fields.scalars(.init("sourceTopics", entity: .topicName), &self.sourceTopics)
        fields.scalars(.init("repartitionSinkTopics", entity: .topicName), &self.repartitionSinkTopics)
        fields.structures("stateChangelogTopics", &self.stateChangelogTopics)
        fields.structures("repartitionSourceTopics", &self.repartitionSourceTopics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupDescribeResponse.Member: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("memberId", &self.memberId)
        fields.scalar("memberEpoch", &self.memberEpoch)
        fields.nullable("instanceId", &self.instanceId)
        fields.nullable("rackId", &self.rackId)
        fields.scalar("clientId", &self.clientId)
        fields.scalar("clientHost", &self.clientHost)
        fields.scalar("topologyEpoch", &self.topologyEpoch)
        fields.scalar("processId", &self.processId)
        fields.nullableStructure("userEndpoint", &self.userEndpoint)
        fields.structures("clientTags", &self.clientTags)
        fields.structures("taskOffsets", &self.taskOffsets)
        fields.structures("taskEndOffsets", &self.taskEndOffsets)
        fields.structure("assignment", &self.assignment)
        fields.structure("targetAssignment", &self.targetAssignment)
        fields.scalar("isClassic", &self.isClassic)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupDescribeResponse.Endpoint: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupDescribeResponse.TaskOffset: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("subtopologyId", &self.subtopologyId)
        fields.scalar("partition", &self.partition)
        fields.scalar("offset", &self.offset)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupDescribeResponse.Assignment: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("activeTasks", &self.activeTasks)
        fields.structures("standbyTasks", &self.standbyTasks)
        fields.structures("warmupTasks", &self.warmupTasks)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupDescribeResponse.TaskIds: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("subtopologyId", &self.subtopologyId)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupDescribeResponse.KeyValue: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("key", &self.key)
        fields.scalar("value", &self.value)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension StreamsGroupDescribeResponse.TopicInfo: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.scalar("partitions", &self.partitions)
        fields.scalar("replicationFactor", &self.replicationFactor)
        fields.structures("topicConfigs", &self.topicConfigs)
        fields.unknown(&self.unknownTaggedFields)
    }
}
