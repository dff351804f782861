// Generated from protocol-specs/InternalRecords/Metadata/EndTransactionRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension EndTransactionRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.unknown(&self.unknownTaggedFields)
    }
}
