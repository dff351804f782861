// Generated from protocol-specs/InternalRecords/Group/OffsetCommitRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The key of a committed offset, in `__consumer_offsets`.
///
/// Versions 0-1, flexible none.
public struct OffsetCommitKey: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { false }

    public var group: String
    public var topic: String
    public var partition: Int32

    public init(
        group: String = "",
        topic: String = "",
        partition: Int32 = 0
    ) {
        self.group = group
        self.topic = topic
        self.partition = partition
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let group: String = try reader.readString(flexible: false)
        let topic: String = try reader.readString(flexible: false)
        let partition: Int32 = try reader.readInt32()
        self.group = group
        self.topic = topic
        self.partition = partition
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.group, flexible: false)
        try writer.writeString(self.topic, flexible: false)
        writer.writeInt32(self.partition)
    }
}

/// The value of a committed offset, in `__consumer_offsets`.
///
/// Versions 0-4, flexible 4.
public struct OffsetCommitValue: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...4 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 4 }

    public var offset: Int64
    /// Versions 3+, dropped elsewhere.
    public var leaderEpoch: Int32
    public var metadata: String
    public var commitTimestamp: Int64
    /// Versions 1, dropped elsewhere.
    public var expireTimestamp: Int64
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        offset: Int64 = 0,
        leaderEpoch: Int32 = -1,
        metadata: String = "",
        commitTimestamp: Int64 = 0,
        expireTimestamp: Int64 = -1
    ) {
        self.offset = offset
        self.leaderEpoch = leaderEpoch
        self.metadata = metadata
        self.commitTimestamp = commitTimestamp
        self.expireTimestamp = expireTimestamp
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        let offset: Int64 = try reader.readInt64()
        var leaderEpoch: Int32 = -1
        if version >= 3 {
            leaderEpoch = try reader.readInt32()
        }
        let metadata: String = try reader.readString(flexible: flexible)
        let commitTimestamp: Int64 = try reader.readInt64()
        var expireTimestamp: Int64 = -1
        if version == 1 {
            expireTimestamp = try reader.readInt64()
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.offset = offset
        self.leaderEpoch = leaderEpoch
        self.metadata = metadata
        self.commitTimestamp = commitTimestamp
        self.expireTimestamp = expireTimestamp
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        writer.writeInt64(self.offset)
        if version >= 3 {
            writer.writeInt32(self.leaderEpoch)
        }
        try writer.writeString(self.metadata, flexible: flexible)
        writer.writeInt64(self.commitTimestamp)
        if version == 1 {
            writer.writeInt64(self.expireTimestamp)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "OffsetCommitValue.unknownTaggedFields", version)
        }
    }
}
