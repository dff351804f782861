// Generated from protocol-specs/InternalRecords/Metadata/AccessControlEntryRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// An access rule.
///
/// Metadata record 18, versions 0, flexible 0.
public struct AccessControlEntryRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 18 }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var id: Uuid
    public var resourceType: Int8
    public var resourceName: String
    public var patternType: Int8
    public var principal: String
    public var host: String
    public var operation: Int8
    public var permissionType: Int8
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        id: Uuid = .zero,
        resourceType: Int8 = 0,
        resourceName: String = "",
        patternType: Int8 = 0,
        principal: String = "",
        host: String = "",
        operation: Int8 = 0,
        permissionType: Int8 = 0
    ) {
        self.id = id
        self.resourceType = resourceType
        self.resourceName = resourceName
        self.patternType = patternType
        self.principal = principal
        self.host = host
        self.operation = operation
        self.permissionType = permissionType
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let id: Uuid = try reader.readUuid()
        let resourceType: Int8 = try reader.readInt8()
        let resourceName: String = try reader.readString(flexible: true)
        let patternType: Int8 = try reader.readInt8()
        let principal: String = try reader.readString(flexible: true)
        let host: String = try reader.readString(flexible: true)
        let operation: Int8 = try reader.readInt8()
        let permissionType: Int8 = try reader.readInt8()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.id = id
        self.resourceType = resourceType
        self.resourceName = resourceName
        self.patternType = patternType
        self.principal = principal
        self.host = host
        self.operation = operation
        self.permissionType = permissionType
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeUuid(self.id)
        writer.writeInt8(self.resourceType)
        try writer.writeString(self.resourceName, flexible: true)
        writer.writeInt8(self.patternType)
        try writer.writeString(self.principal, flexible: true)
        try writer.writeString(self.host, flexible: true)
        writer.writeInt8(self.operation)
        writer.writeInt8(self.permissionType)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
