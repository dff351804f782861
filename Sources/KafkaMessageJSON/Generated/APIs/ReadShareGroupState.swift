// Generated from protocol-specs/APIs/ReadShareGroupState.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ReadShareGroupStateRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("groupId", &self.groupId)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ReadShareGroupStateRequest.ReadStateData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ReadShareGroupStateRequest.PartitionData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partition", &self.partition)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ReadShareGroupStateResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("results", &self.results)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ReadShareGroupStateResponse.ReadStateResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ReadShareGroupStateResponse.PartitionResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partition", &self.partition)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.scalar("stateEpoch", &self.stateEpoch)
        fields.scalar("startOffset", &self.startOffset)
        fields.structures("stateBatches", &self.stateBatches)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ReadShareGroupStateResponse.StateBatch: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("firstOffset", &self.firstOffset)
        fields.scalar("lastOffset", &self.lastOffset)
        fields.scalar("deliveryState", &self.deliveryState)
        fields.scalar("deliveryCount", &self.deliveryCount)
        fields.unknown(&self.unknownTaggedFields)
    }
}
