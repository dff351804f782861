// Generated from protocol-specs/InternalRecords/Metadata/NoOpRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension NoOpRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.unknown(&self.unknownTaggedFields)
    }
}
