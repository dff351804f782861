// Generated from protocol-specs/InternalRecords/Metadata/UnregisterBrokerRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension UnregisterBrokerRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("brokerId", entity: .brokerId), &self.brokerId)
        fields.scalar("brokerEpoch", &self.brokerEpoch)
        fields.unknown(&self.unknownTaggedFields)
    }
}
