// Generated from protocol-specs/InternalRecords/Metadata/FeatureLevelRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The level of a feature, such as metadata.version.
///
/// Metadata record 12, versions 0, flexible 0.
public struct FeatureLevelRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 12 }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var name: String
    public var featureLevel: Int16
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        name: String = "",
        featureLevel: Int16 = 0
    ) {
        self.name = name
        self.featureLevel = featureLevel
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let name: String = try reader.readString(flexible: true)
        let featureLevel: Int16 = try reader.readInt16()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.name = name
        self.featureLevel = featureLevel
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.name, flexible: true)
        writer.writeInt16(self.featureLevel)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
