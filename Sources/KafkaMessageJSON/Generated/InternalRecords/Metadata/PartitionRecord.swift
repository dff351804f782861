// Generated from protocol-specs/InternalRecords/Metadata/PartitionRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension PartitionRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionId", &self.partitionId)
        fields.scalar("topicId", &self.topicId)
        fields.scalars(.init("replicas", entity: .brokerId), &self.replicas)
        fields.scalars("isr", &self.isr)
        fields.scalars(.init("removingReplicas", entity: .brokerId), &self.removingReplicas)
        fields.scalars(.init("addingReplicas", entity: .brokerId), &self.addingReplicas)
        fields.scalar(.init("leader", entity: .brokerId), &self.leader)
        fields.scalar(.init("leaderRecoveryState", tag: 0), &self.leaderRecoveryState)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.scalar("partitionEpoch", &self.partitionEpoch)
        fields.scalars(.init("directories", from: 1), &self.directories)
        fields.nullableScalars(.init("eligibleLeaderReplicas", from: 2, tag: 1, entity: .brokerId), &self.eligibleLeaderReplicas)
        fields.nullableScalars(.init("lastKnownElr", from: 2, tag: 2, entity: .brokerId), &self.lastKnownElr)
        fields.unknown(&self.unknownTaggedFields)
    }
}
