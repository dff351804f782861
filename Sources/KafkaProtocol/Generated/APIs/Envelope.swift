// Generated from protocol-specs/APIs/Envelope.spec by tools/protocol-generator. Do not edit.

public import KafkaWire
public import NIOCore

/// The request of Envelope (58), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Carries a request that a broker forwards to the controller.
public struct EnvelopeRequest: RequestMessage {
    public typealias Response = EnvelopeResponse
    public static var apiKey: ApiKey { .envelope }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var requestData: ByteBuffer
    public var requestPrincipal: ByteBuffer?
    public var clientHostAddress: ByteBuffer
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        requestData: ByteBuffer = ByteBuffer(),
        requestPrincipal: ByteBuffer? = ByteBuffer(),
        clientHostAddress: ByteBuffer = ByteBuffer()
    ) {
        self.requestData = requestData
        self.requestPrincipal = requestPrincipal
        self.clientHostAddress = clientHostAddress
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let requestData: ByteBuffer = try reader.readBytes(flexible: true)
        let requestPrincipal: ByteBuffer? = try reader.readNullableBytes(flexible: true)
        let clientHostAddress: ByteBuffer = try reader.readBytes(flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.requestData = requestData
        self.requestPrincipal = requestPrincipal
        self.clientHostAddress = clientHostAddress
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeBytes(self.requestData, flexible: true)
        try writer.writeNullableBytes(self.requestPrincipal, flexible: true)
        try writer.writeBytes(self.clientHostAddress, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

/// The response of Envelope (58), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Carries a request that a broker forwards to the controller.
public struct EnvelopeResponse: ResponseMessage {
    public static var apiKey: ApiKey { .envelope }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var responseData: ByteBuffer?
    public var errorCode: Int16
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        responseData: ByteBuffer? = nil,
        errorCode: Int16 = 0
    ) {
        self.responseData = responseData
        self.errorCode = errorCode
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let responseData: ByteBuffer? = try reader.readNullableBytes(flexible: true)
        let errorCode: Int16 = try reader.readInt16()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.responseData = responseData
        self.errorCode = errorCode
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeNullableBytes(self.responseData, flexible: true)
        writer.writeInt16(self.errorCode)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
