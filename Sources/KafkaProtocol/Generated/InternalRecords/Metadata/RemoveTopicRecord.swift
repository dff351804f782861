// Generated from protocol-specs/InternalRecords/Metadata/RemoveTopicRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// A topic that is deleted, with its partitions.
///
/// Metadata record 9, versions 0, flexible 0.
public struct RemoveTopicRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 9 }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var topicId: Uuid
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        topicId: Uuid = .zero
    ) {
        self.topicId = topicId
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let topicId: Uuid = try reader.readUuid()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.topicId = topicId
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeUuid(self.topicId)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
