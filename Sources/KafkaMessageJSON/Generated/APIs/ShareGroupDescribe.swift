// Generated from protocol-specs/APIs/ShareGroupDescribe.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ShareGroupDescribeRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalars(.init("groupIds", entity: .groupId), &self.groupIds)
        fields.scalar("includeAuthorizedOperations", &self.includeAuthorizedOperations)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareGroupDescribeResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("groups", &self.groups)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareGroupDescribeResponse.DescribedGroup: JSONStruct {
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

extension ShareGroupDescribeResponse.Member: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("memberId", &self.memberId)
        fields.nullable("rackId", &self.rackId)
        fields.scalar("memberEpoch", &self.memberEpoch)
        fields.scalar("clientId", &self.clientId)
        fields.scalar("clientHost", &self.clientHost)
        fields.scalars(.init("subscribedTopicNames", entity: .topicName), &self.subscribedTopicNames)
        fields.structure("assignment", &self.assignment)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareGroupDescribeResponse.TopicPartitions: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.scalar(.init("topicName", entity: .topicName), &self.topicName)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareGroupDescribeResponse.Assignment: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("topicPartitions", &self.topicPartitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}
