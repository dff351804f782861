// Generated from protocol-specs/InternalRecords/Metadata/UnfenceBrokerRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// A broker that is no longer fenced.
///
/// Metadata record 8, versions 0, flexible 0.
public struct UnfenceBrokerRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 8 }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var id: Int32
    public var epoch: Int64
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        id: Int32 = 0,
        epoch: Int64 = 0
    ) {
        self.id = id
        self.epoch = epoch
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let id: Int32 = try reader.readInt32()
        let epoch: Int64 = try reader.readInt64()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.id = id
        self.epoch = epoch
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.id)
        writer.writeInt64(self.epoch)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
