// Generated from protocol-specs/APIs/GetTelemetrySubscriptions.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension GetTelemetrySubscriptionsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("clientInstanceId", &self.clientInstanceId)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension GetTelemetrySubscriptionsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar("clientInstanceId", &self.clientInstanceId)
        fields.scalar("subscriptionId", &self.subscriptionId)
        fields.scalars("acceptedCompressionTypes", &self.acceptedCompressionTypes)
        fields.scalar("pushIntervalMs", &self.pushIntervalMs)
        fields.scalar("telemetryMaxBytes", &self.telemetryMaxBytes)
        fields.scalar("deltaTemporality", &self.deltaTemporality)
        fields.scalars("requestedMetrics", &self.requestedMetrics)
        fields.unknown(&self.unknownTaggedFields)
    }
}
