// Generated from protocol-specs/InternalRecords/Group/ConsumerGroupMetadataRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The key of a consumer group's epoch, in `__consumer_offsets`.
///
/// Versions 3, flexible none.
public struct ConsumerGroupMetadataKey: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 3...3 }
    public static func isFlexible(_ version: Int16) -> Bool { false }

    public var groupId: String

    public init(
        groupId: String = ""
    ) {
        self.groupId = groupId
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let groupId: String = try reader.readString(flexible: false)
        self.groupId = groupId
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.groupId, flexible: false)
    }
}

/// The value of a consumer group's epoch, in `__consumer_offsets`.
///
/// Versions 0, flexible 0.
public struct ConsumerGroupMetadataValue: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var epoch: Int32
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        epoch: Int32 = 0
    ) {
        self.epoch = epoch
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let epoch: Int32 = try reader.readInt32()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.epoch = epoch
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.epoch)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
