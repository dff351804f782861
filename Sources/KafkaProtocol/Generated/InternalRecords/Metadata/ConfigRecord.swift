// Generated from protocol-specs/InternalRecords/Metadata/ConfigRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// A configuration entry, set or removed.
///
/// Metadata record 4, versions 0, flexible 0.
public struct ConfigRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 4 }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var resourceType: Int8
    public var resourceName: String
    public var name: String
    public var value: String?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        resourceType: Int8 = 0,
        resourceName: String = "",
        name: String = "",
        value: String? = ""
    ) {
        self.resourceType = resourceType
        self.resourceName = resourceName
        self.name = name
        self.value = value
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let resourceType: Int8 = try reader.readInt8()
        let resourceName: String = try reader.readString(flexible: true)
        let name: String = try reader.readString(flexible: true)
        let value: String? = try reader.readNullableString(flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.resourceType = resourceType
        self.resourceName = resourceName
        self.name = name
        self.value = value
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt8(self.resourceType)
        try writer.writeString(self.resourceName, flexible: true)
        try writer.writeString(self.name, flexible: true)
        try writer.writeNullableString(self.value, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
