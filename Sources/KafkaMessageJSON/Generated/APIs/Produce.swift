// Generated from protocol-specs/APIs/Produce.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ProduceRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable(.init("transactionalId", from: 3, entity: .transactionalId), &self.transactionalId)
        fields.scalar("acks", &self.acks)
        fields.scalar("timeoutMs", &self.timeoutMs)
        fields.structures("topicData", &self.topicData)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ProduceRequest.TopicProduceData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", through: 12, entity: .topicName), &self.name)
        fields.scalar(.init("topicId", from: 13), &self.topicId)
        fields.structures("partitionData", &self.partitionData)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ProduceRequest.PartitionProduceData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("index", &self.index)
        fields.nullable("records", &self.records)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ProduceResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("responses", &self.responses)
        fields.scalar(.init("throttleTimeMs", from: 1), &self.throttleTimeMs)
        fields.structures(.init("nodeEndpoints", from: 10, tag: 0), &self.nodeEndpoints)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ProduceResponse.TopicProduceResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", through: 12, entity: .topicName), &self.name)
        fields.scalar(.init("topicId", from: 13), &self.topicId)
        fields.structures("partitionResponses", &self.partitionResponses)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ProduceResponse.PartitionProduceResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("index", &self.index)
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar("baseOffset", &self.baseOffset)
        fields.scalar(.init("logAppendTimeMs", from: 2), &self.logAppendTimeMs)
        fields.scalar(.init("logStartOffset", from: 5), &self.logStartOffset)
        fields.structures(.init("recordErrors", from: 8), &self.recordErrors)
        fields.nullable(.init("errorMessage", from: 8), &self.errorMessage)
        fields.structure(.init("currentLeader", from: 10, tag: 0), &self.currentLeader)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ProduceResponse.BatchIndexAndErrorMessage: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("batchIndex", &self.batchIndex)
        fields.nullable("batchIndexErrorMessage", &self.batchIndexErrorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ProduceResponse.LeaderIdAndEpoch: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("leaderId", entity: .brokerId), &self.leaderId)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ProduceResponse.NodeEndpoint: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("nodeId", entity: .brokerId), &self.nodeId)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.nullable("rack", &self.rack)
        fields.unknown(&self.unknownTaggedFields)
    }
}
