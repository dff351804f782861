// Generated from protocol-specs/APIs/ExpireDelegationToken.spec by tools/protocol-generator. Do not edit.

public import KafkaWire
public import NIOCore

/// The request of ExpireDelegationToken (40), versions 0-2, flexible 2; Kafka 4.3 serves 1-2.
///
/// Expires a delegation token.
public struct ExpireDelegationTokenRequest: RequestMessage {
    public typealias Response = ExpireDelegationTokenResponse
    public static var apiKey: ApiKey { .expireDelegationToken }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var hmac: ByteBuffer
    public var expiryTimePeriodMs: Int64
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        hmac: ByteBuffer = ByteBuffer(),
        expiryTimePeriodMs: Int64 = 0
    ) {
        self.hmac = hmac
        self.expiryTimePeriodMs = expiryTimePeriodMs
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let hmac: ByteBuffer = try reader.readBytes(flexible: flexible)
        let expiryTimePeriodMs: Int64 = try reader.readInt64()
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.hmac = hmac
        self.expiryTimePeriodMs = expiryTimePeriodMs
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        try writer.writeBytes(self.hmac, flexible: flexible)
        writer.writeInt64(self.expiryTimePeriodMs)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "ExpireDelegationTokenRequest.unknownTaggedFields", version)
        }
    }
}

/// The response of ExpireDelegationToken (40), versions 0-2, flexible 2; Kafka 4.3 serves 1-2.
///
/// Expires a delegation token.
public struct ExpireDelegationTokenResponse: ResponseMessage {
    public static var apiKey: ApiKey { .expireDelegationToken }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var errorCode: Int16
    public var expiryTimestampMs: Int64
    public var throttleTimeMs: Int32
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        errorCode: Int16 = 0,
        expiryTimestampMs: Int64 = 0,
        throttleTimeMs: Int32 = 0
    ) {
        self.errorCode = errorCode
        self.expiryTimestampMs = expiryTimestampMs
        self.throttleTimeMs = throttleTimeMs
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let errorCode: Int16 = try reader.readInt16()
        let expiryTimestampMs: Int64 = try reader.readInt64()
        let throttleTimeMs: Int32 = try reader.readInt32()
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.errorCode = errorCode
        self.expiryTimestampMs = expiryTimestampMs
        self.throttleTimeMs = throttleTimeMs
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        writer.writeInt16(self.errorCode)
        writer.writeInt64(self.expiryTimestampMs)
        writer.writeInt32(self.throttleTimeMs)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "ExpireDelegationTokenResponse.unknownTaggedFields", version)
        }
    }
}
