// Generated from protocol-specs/InternalRecords/Metadata/RemoveDelegationTokenRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// A delegation token that is removed.
///
/// Metadata record 26, versions 0, flexible 0.
public struct RemoveDelegationTokenRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 26 }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var tokenId: String
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        tokenId: String = ""
    ) {
        self.tokenId = tokenId
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let tokenId: String = try reader.readString(flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.tokenId = tokenId
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.tokenId, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
