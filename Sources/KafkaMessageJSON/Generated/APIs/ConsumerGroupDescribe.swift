// Generated from protocol-specs/APIs/ConsumerGroupDescribe.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ConsumerGroupDescribeRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalars(.init("groupIds", entity: .groupId), &self.groupIds)
        fields.scalar("includeAuthorizedOperations", &self.includeAuthorizedOperations)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ConsumerGroupDescribeResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("groups", &self.groups)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ConsumerGroupDescribeResponse.DescribedGroup: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.scalar(.init("groupId", entity: .groupId), &self.groupId)
        fields.scalar("groupState", &self.groupState)
        fields.scalar("groupEpoch", &self.groupEpoch)
        fields.scalar("assignmentEpoch", &self.assignmentEpoch)
        fields.scalar("assignorName", &self.assignorName)
        fields.structures("members", &self.members)
        fields.scalar("authorizedOperations", &self.authorizedOperations)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ConsumerGroupDescribeResponse.Member: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("memberId", &self.memberId)
        fields.nullable("instanceId", &self.instanceId)
        fields.nullable("rackId", &self.rackId)
        fields.scalar("memberEpoch", &self.memberEpoch)
        fields.scalar("clientId", &self.clientId)
        fields.scalar("clientHost", &self.clientHost)
        fields.scalars(.init("subscribedTopicNames", entity: .topicName), &self.subscribedTopicNames)
        fields.nullable("subscribedTopicRegex", &self.subscribedTopicRegex)
        fields.structure("assignment", &self.assignment)
        fields.structure("targetAssignment", &self.targetAssignment)
        fields.scalar(.init("memberType", from: 1), &self.memberType)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ConsumerGroupDescribeResponse.TopicPartitions: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ConsumerGroupDescribeResponse.Assignment: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("topicPartitions", &self.topicPartitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}
