// Generated from protocol-specs/APIs/Heartbeat.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of Heartbeat (12), versions 0-4, flexible 4; Kafka 4.3 serves 0-4.
///
/// Keeps a member of a classic group alive.
public struct HeartbeatRequest: RequestMessage {
    public typealias Response = HeartbeatResponse
    public static var apiKey: ApiKey { .heartbeat }
    public static var validVersions: ClosedRange<Int16> { 0...4 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 4 }

    public var groupId: String
    public var generationId: Int32
    public var memberId: String
    /// Versions 3+, must be the default elsewhere.
    public var groupInstanceId: String?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        groupId: String = "",
        generationId: Int32 = 0,
        memberId: String = "",
        groupInstanceId: String? = nil
    ) {
        self.groupId = groupId
        self.generationId = generationId
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        let groupId: String = try reader.readString(flexible: flexible)
        let generationId: Int32 = try reader.readInt32()
        let memberId: String = try reader.readString(flexible: flexible)
        var groupInstanceId: String? = nil
        if version >= 3 {
            groupInstanceId = try reader.readNullableString(flexible: flexible)
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.groupId = groupId
        self.generationId = generationId
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        try writer.writeString(self.groupId, flexible: flexible)
        writer.writeInt32(self.generationId)
        try writer.writeString(self.memberId, flexible: flexible)
        if version >= 3 {
            try writer.writeNullableString(self.groupInstanceId, flexible: flexible)
        } else {
            try requireDefault(self.groupInstanceId == nil, "HeartbeatRequest.groupInstanceId", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "HeartbeatRequest.unknownTaggedFields", version)
        }
    }
}

/// The response of Heartbeat (12), versions 0-4, flexible 4; Kafka 4.3 serves 0-4.
///
/// Keeps a member of a classic group alive.
public struct HeartbeatResponse: ResponseMessage {
    public static var apiKey: ApiKey { .heartbeat }
    public static var validVersions: ClosedRange<Int16> { 0...4 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 4 }

    /// Versions 1+, dropped elsewhere.
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
        let flexible = version >= 4
        var throttleTimeMs: Int32 = 0
        if version >= 1 {
            throttleTimeMs = try reader.readInt32()
        }
        let errorCode: Int16 = try reader.readInt16()
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        if version >= 1 {
            writer.writeInt32(self.throttleTimeMs)
        }
        writer.writeInt16(self.errorCode)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "HeartbeatResponse.unknownTaggedFields", version)
        }
    }
}
