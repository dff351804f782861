// Generated from protocol-specs/Data/Headers.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// Comes before the body of every request.
///
/// Versions 0-2, flexible 2.
public struct RequestHeader: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var requestApiKey: Int16
    public var requestApiVersion: Int16
    public var correlationId: Int32
    /// Versions 1+, must be the default elsewhere.
    public var clientId: String?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        requestApiKey: Int16 = 0,
        requestApiVersion: Int16 = 0,
        correlationId: Int32 = 0,
        clientId: String? = ""
    ) {
        self.requestApiKey = requestApiKey
        self.requestApiVersion = requestApiVersion
        self.correlationId = correlationId
        self.clientId = clientId
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let requestApiKey: Int16 = try reader.readInt16()
        let requestApiVersion: Int16 = try reader.readInt16()
        let correlationId: Int32 = try reader.readInt32()
        var clientId: String? = ""
        if version >= 1 {
            clientId = try reader.readNullableString(flexible: false)
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.requestApiKey = requestApiKey
        self.requestApiVersion = requestApiVersion
        self.correlationId = correlationId
        self.clientId = clientId
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        writer.writeInt16(self.requestApiKey)
        writer.writeInt16(self.requestApiVersion)
        writer.writeInt32(self.correlationId)
        if version >= 1 {
            try writer.writeNullableString(self.clientId, flexible: false)
        } else {
            try requireDefault(self.clientId == "", "RequestHeader.clientId", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "RequestHeader.unknownTaggedFields", version)
        }
    }
}

/// Comes before the body of every response.
///
/// Versions 0-1, flexible 1.
public struct ResponseHeader: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 1 }

    public var correlationId: Int32
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        correlationId: Int32 = 0
    ) {
        self.correlationId = correlationId
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        let correlationId: Int32 = try reader.readInt32()
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.correlationId = correlationId
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        writer.writeInt32(self.correlationId)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "ResponseHeader.unknownTaggedFields", version)
        }
    }
}
