// Generated from protocol-specs/InternalRecords/Metadata/BeginTransactionRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension BeginTransactionRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable(.init("name", tag: 0), &self.name)
        fields.unknown(&self.unknownTaggedFields)
    }
}
