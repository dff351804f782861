// Generated from protocol-specs/InternalRecords/Metadata/RemoveAccessControlEntryRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// An access rule that is removed.
///
/// Metadata record 19, versions 0, flexible 0.
public struct RemoveAccessControlEntryRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 19 }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var id: Uuid
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        id: Uuid = .zero
    ) {
        self.id = id
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let id: Uuid = try reader.readUuid()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.id = id
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeUuid(self.id)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
