// Generated from protocol-specs/APIs/BrokerHeartbeat.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension BrokerHeartbeatRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("brokerId", entity: .brokerId), &self.brokerId)
        fields.scalar("brokerEpoch", &self.brokerEpoch)
        fields.scalar("currentMetadataOffset", &self.currentMetadataOffset)
        fields.scalar("wantFence", &self.wantFence)
        fields.scalar("wantShutDown", &self.wantShutDown)
        fields.scalars(.init("offlineLogDirs", from: 1, tag: 0), &self.offlineLogDirs)
        fields.nullableScalars(.init("cordonedLogDirs", from: 2, tag: 1), &self.cordonedLogDirs)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension BrokerHeartbeatResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar("isCaughtUp", &self.isCaughtUp)
        fields.scalar("isFenced", &self.isFenced)
        fields.scalar("shouldShutDown", &self.shouldShutDown)
        fields.unknown(&self.unknownTaggedFields)
    }
}
