// Generated from protocol-specs/APIs/GetTelemetrySubscriptions.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of GetTelemetrySubscriptions (71), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Tells a client which metrics to push (KIP-714).
public struct GetTelemetrySubscriptionsRequest: RequestMessage {
    public typealias Response = GetTelemetrySubscriptionsResponse
    public static var apiKey: ApiKey { .getTelemetrySubscriptions }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var clientInstanceId: Uuid
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        clientInstanceId: Uuid = .zero
    ) {
        self.clientInstanceId = clientInstanceId
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let clientInstanceId: Uuid = try reader.readUuid()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.clientInstanceId = clientInstanceId
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeUuid(self.clientInstanceId)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

/// The response of GetTelemetrySubscriptions (71), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Tells a client which metrics to push (KIP-714).
public struct GetTelemetrySubscriptionsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .getTelemetrySubscriptions }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var clientInstanceId: Uuid
    public var subscriptionId: Int32
    public var acceptedCompressionTypes: [Int8]
    public var pushIntervalMs: Int32
    public var telemetryMaxBytes: Int32
    public var deltaTemporality: Bool
    public var requestedMetrics: [String]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        clientInstanceId: Uuid = .zero,
        subscriptionId: Int32 = 0,
        acceptedCompressionTypes: [Int8] = [],
        pushIntervalMs: Int32 = 0,
        telemetryMaxBytes: Int32 = 0,
        deltaTemporality: Bool = false,
        requestedMetrics: [String] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.clientInstanceId = clientInstanceId
        self.subscriptionId = subscriptionId
        self.acceptedCompressionTypes = acceptedCompressionTypes
        self.pushIntervalMs = pushIntervalMs
        self.telemetryMaxBytes = telemetryMaxBytes
        self.deltaTemporality = deltaTemporality
        self.requestedMetrics = requestedMetrics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let clientInstanceId: Uuid = try reader.readUuid()
        let subscriptionId: Int32 = try reader.readInt32()
        let acceptedCompressionTypes: [Int8] = try reader.readArray(flexible: true)
        let pushIntervalMs: Int32 = try reader.readInt32()
        let telemetryMaxBytes: Int32 = try reader.readInt32()
        let deltaTemporality: Bool = try reader.readBool()
        let requestedMetrics: [String] = try reader.readArray(flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.clientInstanceId = clientInstanceId
        self.subscriptionId = subscriptionId
        self.acceptedCompressionTypes = acceptedCompressionTypes
        self.pushIntervalMs = pushIntervalMs
        self.telemetryMaxBytes = telemetryMaxBytes
        self.deltaTemporality = deltaTemporality
        self.requestedMetrics = requestedMetrics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        writer.writeUuid(self.clientInstanceId)
        writer.writeInt32(self.subscriptionId)
        try writer.writeArray(self.acceptedCompressionTypes, flexible: true)
        writer.writeInt32(self.pushIntervalMs)
        writer.writeInt32(self.telemetryMaxBytes)
        writer.writeBool(self.deltaTemporality)
        try writer.writeArray(self.requestedMetrics, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
