// Generated from protocol-specs/APIs/ReadShareGroupStateSummary.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ReadShareGroupStateSummaryRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("groupId", &self.groupId)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ReadShareGroupStateSummaryRequest.ReadStateSummaryData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ReadShareGroupStateSummaryRequest.PartitionData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partition", &self.partition)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ReadShareGroupStateSummaryResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("results", &self.results)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ReadShareGroupStateSummaryResponse.ReadStateSummaryResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ReadShareGroupStateSummaryResponse.PartitionResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partition", &self.partition)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.scalar("stateEpoch", &self.stateEpoch)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.scalar("startOffset", &self.startOffset)
        fields.scalar(.init("deliveryCompleteCount", from: 1), &self.deliveryCompleteCount)
        fields.unknown(&self.unknownTaggedFields)
    }
}
