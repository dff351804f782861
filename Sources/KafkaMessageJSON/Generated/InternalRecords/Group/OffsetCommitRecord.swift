// Generated from protocol-specs/InternalRecords/Group/OffsetCommitRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension OffsetCommitKey: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("group", &self.group)
        fields.scalar("topic", &self.topic)
        fields.scalar("partition", &self.partition)
    }
}

extension OffsetCommitValue: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("offset", &self.offset)
        fields.scalar(.init("leaderEpoch", from: 3), &self.leaderEpoch)
        fields.scalar("metadata", &self.metadata)
        fields.scalar("commitTimestamp", &self.commitTimestamp)
        fields.scalar(.init("expireTimestamp", from: 1, through: 1), &self.expireTimestamp)
        fields.unknown(&self.unknownTaggedFields)
    }
}
