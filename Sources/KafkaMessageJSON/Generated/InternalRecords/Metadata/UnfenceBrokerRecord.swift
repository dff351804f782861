// Generated from protocol-specs/InternalRecords/Metadata/UnfenceBrokerRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension UnfenceBrokerRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("id", entity: .brokerId), &self.id)
        fields.scalar("epoch", &self.epoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}
