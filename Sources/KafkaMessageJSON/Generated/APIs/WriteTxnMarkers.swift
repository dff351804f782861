// Generated from protocol-specs/APIs/WriteTxnMarkers.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension WriteTxnMarkersRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("markers", &self.markers)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension WriteTxnMarkersRequest.WritableTxnMarker: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("producerId", entity: .producerId), &self.producerId)
        fields.scalar("producerEpoch", &self.producerEpoch)
        fields.scalar("transactionResult", &self.transactionResult)
        fields.structures("topics", &self.topics)
        fields.scalar("coordinatorEpoch", &self.coordinatorEpoch)
        fields.scalar(.init("transactionVersion", from: 2), &self.transactionVersion)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension WriteTxnMarkersRequest.WritableTxnMarkerTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.scalars("partitionIndexes", &self.partitionIndexes)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension WriteTxnMarkersResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("markers", &self.markers)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension WriteTxnMarkersResponse.WritableTxnMarkerResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("producerId", entity: .producerId), &self.producerId)
        fields.structures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension WriteTxnMarkersResponse.WritableTxnMarkerTopicResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension WriteTxnMarkersResponse.WritableTxnMarkerPartitionResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("errorCode", &self.errorCode)
        fields.unknown(&self.unknownTaggedFields)
    }
}
