// Generated from protocol-specs/APIs/InitializeShareGroupState.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension InitializeShareGroupStateRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("groupId", &self.groupId)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension InitializeShareGroupStateRequest.InitializeStateData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension InitializeShareGroupStateRequest.PartitionData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partition", &self.partition)
        fields.scalar("stateEpoch", &self.stateEpoch)
        fields.scalar("startOffset", &self.startOffset)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension InitializeShareGroupStateResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("results", &self.results)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension InitializeShareGroupStateResponse.InitializeStateResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension InitializeShareGroupStateResponse.PartitionResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partition", &self.partition)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}
