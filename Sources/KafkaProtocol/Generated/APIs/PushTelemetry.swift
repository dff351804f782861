// Generated from protocol-specs/APIs/PushTelemetry.spec by tools/protocol-generator. Do not edit.

public import KafkaWire
public import NIOCore

/// The request of PushTelemetry (72), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Delivers a client's metrics (KIP-714).
public struct PushTelemetryRequest: RequestMessage {
    public typealias Response = PushTelemetryResponse
    public static var apiKey: ApiKey { .pushTelemetry }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var clientInstanceId: Uuid
    public var subscriptionId: Int32
    public var terminating: Bool
    public var compressionType: Int8
    public var metrics: ByteBuffer
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        clientInstanceId: Uuid = .zero,
        subscriptionId: Int32 = 0,
        terminating: Bool = false,
        compressionType: Int8 = 0,
        metrics: ByteBuffer = ByteBuffer()
    ) {
        self.clientInstanceId = clientInstanceId
        self.subscriptionId = subscriptionId
        self.terminating = terminating
        self.compressionType = compressionType
        self.metrics = metrics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let clientInstanceId: Uuid = try reader.readUuid()
        let subscriptionId: Int32 = try reader.readInt32()
        let terminating: Bool = try reader.readBool()
        let compressionType: Int8 = try reader.readInt8()
        let metrics: ByteBuffer = try reader.readBytes(flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.clientInstanceId = clientInstanceId
        self.subscriptionId = subscriptionId
        self.terminating = terminating
        self.compressionType = compressionType
        self.metrics = metrics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeUuid(self.clientInstanceId)
        writer.writeInt32(self.subscriptionId)
        writer.writeBool(self.terminating)
        writer.writeInt8(self.compressionType)
        try writer.writeBytes(self.metrics, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

/// The response of PushTelemetry (72), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Delivers a client's metrics (KIP-714).
public struct PushTelemetryResponse: ResponseMessage {
    public static var apiKey: ApiKey { .pushTelemetry }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
