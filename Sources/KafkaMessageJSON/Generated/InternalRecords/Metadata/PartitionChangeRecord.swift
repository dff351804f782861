// Generated from protocol-specs/InternalRecords/Metadata/PartitionChangeRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension PartitionChangeRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionId", &self.partitionId)
        fields.scalar("topicId", &self.topicId)
        fields.nullableScalars(.init("isr", tag: 0, entity: .brokerId), &self.isr)
        fields.scalar(.init("leader", tag: 1, entity: .brokerId), &self.leader)
        fields.nullableScalars(.init("replicas", tag: 2, entity: .brokerId), &self.replicas)
        fields.nullableScalars(.init("removingReplicas", tag: 3, entity: .brokerId), &self.removingReplicas)
        fields.nullableScalars(.init("addingReplicas", tag: 4, entity: .brokerId), &self.addingReplicas)
        fields.scalar(.init("leaderRecoveryState", tag: 5), &self.leaderRecoveryState)
        fields.nullableScalars(.init("directories", from: 1, tag: 8), &self.directories)
        fields.nullableScalars(.init("eligibleLeaderReplicas", from: 2, tag: 6, entity: .brokerId), &self.eligibleLeaderReplicas)
        fields.nullableScalars(.init("lastKnownElr", from: 2, tag: 7, entity: .brokerId), &self.lastKnownElr)
        fields.unknown(&self.unknownTaggedFields)
    }
}
