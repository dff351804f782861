// Generated from protocol-specs/InternalRecords/Metadata/RemoveUserScramCredentialRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// A SCRAM credential that is removed.
///
/// Metadata record 22, versions 0, flexible 0.
public struct RemoveUserScramCredentialRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 22 }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var name: String
    public var mechanism: Int8
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        name: String = "",
        mechanism: Int8 = 0
    ) {
        self.name = name
        self.mechanism = mechanism
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let name: String = try reader.readString(flexible: true)
        let mechanism: Int8 = try reader.readInt8()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.name = name
        self.mechanism = mechanism
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.name, flexible: true)
        writer.writeInt8(self.mechanism)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
