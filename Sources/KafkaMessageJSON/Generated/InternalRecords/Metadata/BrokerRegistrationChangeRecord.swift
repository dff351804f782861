// Generated from protocol-specs/InternalRecords/Metadata/BrokerRegistrationChangeRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension BrokerRegistrationChangeRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("brokerId", entity: .brokerId), &self.brokerId)
        fields.scalar("brokerEpoch", &self.brokerEpoch)
        fields.scalar(.init("fenced", tag: 0), &self.fenced)
        fields.scalar(.init("inControlledShutdown", from: 1, tag: 1), &self.inControlledShutdown)
        fields.scalars(.init("logDirs", from: 2, tag: 2), &self.logDirs)
        fields.unknown(&self.unknownTaggedFields)
    }
}
