// Generated from protocol-specs/APIs/WriteShareGroupState.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension WriteShareGroupStateRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("groupId", &self.groupId)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension WriteShareGroupStateRequest.WriteStateData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension WriteShareGroupStateRequest.PartitionData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partition", &self.partition)
        fields.scalar("stateEpoch", &self.stateEpoch)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.scalar("startOffset", &self.startOffset)
        fields.scalar(.init("deliveryCompleteCount", from: 1), &self.deliveryCompleteCount)
        fields.structures("stateBatches", &self.stateBatches)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension WriteShareGroupStateRequest.StateBatch: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("firstOffset", &self.firstOffset)
        fields.scalar("lastOffset", &self.lastOffset)
        fields.scalar("deliveryState", &self.deliveryState)
        fields.scalar("deliveryCount", &self.deliveryCount)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension WriteShareGroupStateResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("results", &self.results)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension WriteShareGroupStateResponse.WriteStateResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension WriteShareGroupStateResponse.PartitionResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partition", &self.partition)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}
