// Generated from protocol-specs/InternalRecords/Metadata/TopicRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension TopicRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.scalar("topicId", &self.topicId)
        fields.unknown(&self.unknownTaggedFields)
    }
}
