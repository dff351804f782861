// Generated from protocol-specs/InternalRecords/Metadata/AbortTransactionRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension AbortTransactionRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable(.init("reason", tag: 0), &self.reason)
        fields.unknown(&self.unknownTaggedFields)
    }
}
