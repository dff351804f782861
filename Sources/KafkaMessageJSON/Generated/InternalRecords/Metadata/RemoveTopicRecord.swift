// Generated from protocol-specs/InternalRecords/Metadata/RemoveTopicRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension RemoveTopicRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("topicId", &self.topicId)
        fields.unknown(&self.unknownTaggedFields)
    }
}
