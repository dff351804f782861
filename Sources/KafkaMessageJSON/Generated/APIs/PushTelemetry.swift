// Generated from protocol-specs/APIs/PushTelemetry.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension PushTelemetryRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("clientInstanceId", &self.clientInstanceId)
        fields.scalar("subscriptionId", &self.subscriptionId)
        fields.scalar("terminating", &self.terminating)
        fields.scalar("compressionType", &self.compressionType)
        fields.scalar("metrics", &self.metrics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension PushTelemetryResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.unknown(&self.unknownTaggedFields)
    }
}
