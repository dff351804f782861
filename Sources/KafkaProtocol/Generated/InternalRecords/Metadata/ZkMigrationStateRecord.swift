// Generated from protocol-specs/InternalRecords/Metadata/ZkMigrationStateRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// How far a migration from ZooKeeper is.
///
/// Metadata record 21, versions 0, flexible 0.
public struct ZkMigrationStateRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 21 }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var zkMigrationState: Int8
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        zkMigrationState: Int8 = 0
    ) {
        self.zkMigrationState = zkMigrationState
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let zkMigrationState: Int8 = try reader.readInt8()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.zkMigrationState = zkMigrationState
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt8(self.zkMigrationState)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
