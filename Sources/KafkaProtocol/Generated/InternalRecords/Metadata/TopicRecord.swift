// Generated from protocol-specs/InternalRecords/Metadata/TopicRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// A topic.
///
/// Metadata record 2, versions 0, flexible 0.
public struct TopicRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 2 }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var name: String
    public var topicId: Uuid
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        name: String = "",
        topicId: Uuid = .zero
    ) {
        self.name = name
        self.topicId = topicId
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let name: String = try reader.readString(flexible: true)
        let topicId: Uuid = try reader.readUuid()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.name = name
        self.topicId = topicId
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.name, flexible: true)
        writer.writeUuid(self.topicId)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
