// Generated from protocol-specs/InternalRecords/Metadata/NoOpRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// Changes nothing; shows that the controller is alive.
///
/// Metadata record 20, versions 0, flexible 0.
public struct NoOpRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 20 }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init() {
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
