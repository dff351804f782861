// Generated from protocol-specs/APIs/SaslAuthenticate.spec by tools/protocol-generator. Do not edit.

public import KafkaWire
public import NIOCore

/// The request of SaslAuthenticate (36), versions 0-2, flexible 2; Kafka 4.3 serves 0-2.
///
/// Carries the messages of a SASL mechanism.
public struct SaslAuthenticateRequest: RequestMessage {
    public typealias Response = SaslAuthenticateResponse
    public static var apiKey: ApiKey { .saslAuthenticate }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var authBytes: ByteBuffer
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        authBytes: ByteBuffer = ByteBuffer()
    ) {
        self.authBytes = authBytes
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let authBytes: ByteBuffer = try reader.readBytes(flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.authBytes = authBytes
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        try writer.writeBytes(self.authBytes, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "SaslAuthenticateRequest.unknownTaggedFields", version)
        }
    }
}

/// The response of SaslAuthenticate (36), versions 0-2, flexible 2; Kafka 4.3 serves 0-2.
///
/// Carries the messages of a SASL mechanism.
public struct SaslAuthenticateResponse: ResponseMessage {
    public static var apiKey: ApiKey { .saslAuthenticate }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var errorCode: Int16
    public var errorMessage: String?
    public var authBytes: ByteBuffer
    /// Versions 1+, dropped elsewhere.
    public var sessionLifetimeMs: Int64
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        errorCode: Int16 = 0,
        errorMessage: String? = "",
        authBytes: ByteBuffer = ByteBuffer(),
        sessionLifetimeMs: Int64 = 0
    ) {
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.authBytes = authBytes
        self.sessionLifetimeMs = sessionLifetimeMs
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let errorCode: Int16 = try reader.readInt16()
        let errorMessage: String? = try reader.readNullableString(flexible: flexible)
        let authBytes: ByteBuffer = try reader.readBytes(flexible: flexible)
        var sessionLifetimeMs: Int64 = 0
        if version >= 1 {
            sessionLifetimeMs = try reader.readInt64()
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.authBytes = authBytes
        self.sessionLifetimeMs = sessionLifetimeMs
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        writer.writeInt16(self.errorCode)
        try writer.writeNullableString(self.errorMessage, flexible: flexible)
        try writer.writeBytes(self.authBytes, flexible: flexible)
        if version >= 1 {
            writer.writeInt64(self.sessionLifetimeMs)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "SaslAuthenticateResponse.unknownTaggedFields", version)
        }
    }
}
