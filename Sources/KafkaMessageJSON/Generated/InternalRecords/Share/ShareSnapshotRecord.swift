// Generated from protocol-specs/InternalRecords/Share/ShareSnapshotRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ShareSnapshotKey: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("groupId", &self.groupId)
        fields.scalar("topicId", &self.topicId)
        fields.scalar("partition", &self.partition)
    }
}

extension ShareSnapshotValue: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("snapshotEpoch", &self.snapshotEpoch)
        fields.scalar("stateEpoch", &self.stateEpoch)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.scalar("startOffset", &self.startOffset)
        fields.structures("stateBatches", &self.stateBatches)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ShareSnapshotValue.StateBatch: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("firstOffset", &self.firstOffset)
        fields.scalar("lastOffset", &self.lastOffset)
        fields.scalar("deliveryState", &self.deliveryState)
        fields.scalar("deliveryCount", &self.deliveryCount)
        fields.unknown(&self.unknownTaggedFields)
    }
}
