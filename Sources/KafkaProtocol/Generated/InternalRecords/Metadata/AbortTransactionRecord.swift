// Generated from protocol-specs/InternalRecords/Metadata/AbortTransactionRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// Drops the metadata records since the last BeginTransactionRecord.
///
/// Metadata record 25, versions 0, flexible 0.
public struct AbortTransactionRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 25 }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    /// Tag 0.
    public var reason: String?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        reason: String? = nil
    ) {
        self.reason = reason
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        var reason: String? = nil
        var unknownTaggedFields = UnknownTaggedFields()
        var tags = try reader.startTaggedFields()
        while let tag = try reader.nextTag(&tags) {
            switch tag {
            case 0: reason = try reader.readNullableString(flexible: true)
            default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
            }
        }
        self.reason = reason
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        var tagCount = self.unknownTaggedFields.count
        if self.reason != nil { tagCount &+= 1 }
        writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
        var nextUnknown = 0
        if self.reason != nil {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
            let tag = writer.openTag(0)
            try writer.writeNullableString(self.reason, flexible: true)
            try writer.closeTag(tag)
        }
        try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
    }
}
