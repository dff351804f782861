// Generated from protocol-specs/InternalRecords/Share/ShareUpdateRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The key of a change to the state of a share partition, in `__share_group_state`.
///
/// Versions 1, flexible none.
public struct ShareUpdateKey: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 1...1 }
    public static func isFlexible(_ version: Int16) -> Bool { false }

    public var groupId: String
    public var topicId: Uuid
    public var partition: Int32

    public init(
        groupId: String = "",
        topicId: Uuid = .zero,
        partition: Int32 = 0
    ) {
        self.groupId = groupId
        self.topicId = topicId
        self.partition = partition
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let groupId: String = try reader.readString(flexible: false)
        let topicId: Uuid = try reader.readUuid()
        let partition: Int32 = try reader.readInt32()
        self.groupId = groupId
        self.topicId = topicId
        self.partition = partition
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.groupId, flexible: false)
        writer.writeUuid(self.topicId)
        writer.writeInt32(self.partition)
    }
}

/// The value of a change to the state of a share partition, in `__share_group_state`.
///
/// Versions 0, flexible 0.
public struct ShareUpdateValue: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var snapshotEpoch: UInt16
    public var leaderEpoch: Int32
    public var startOffset: Int64
    public var stateBatches: [StateBatch]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        snapshotEpoch: UInt16 = 0,
        leaderEpoch: Int32 = 0,
        startOffset: Int64 = 0,
        stateBatches: [StateBatch] = []
    ) {
        self.snapshotEpoch = snapshotEpoch
        self.leaderEpoch = leaderEpoch
        self.startOffset = startOffset
        self.stateBatches = stateBatches
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let snapshotEpoch: UInt16 = try reader.readUInt16()
        let leaderEpoch: Int32 = try reader.readInt32()
        let startOffset: Int64 = try reader.readInt64()
        let stateBatches: [StateBatch] = try reader.readStructs(version: version, minimumSize: 20, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.snapshotEpoch = snapshotEpoch
        self.leaderEpoch = leaderEpoch
        self.startOffset = startOffset
        self.stateBatches = stateBatches
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeUInt16(self.snapshotEpoch)
        writer.writeInt32(self.leaderEpoch)
        writer.writeInt64(self.startOffset)
        try writer.writeStructs(self.stateBatches, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension ShareUpdateValue {
    /// An element of `stateBatches`.
    public struct StateBatch: WireStruct {
        public var firstOffset: Int64
        public var lastOffset: Int64
        public var deliveryState: Int8
        public var deliveryCount: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            firstOffset: Int64 = 0,
            lastOffset: Int64 = 0,
            deliveryState: Int8 = 0,
            deliveryCount: Int16 = 0
        ) {
            self.firstOffset = firstOffset
            self.lastOffset = lastOffset
            self.deliveryState = deliveryState
            self.deliveryCount = deliveryCount
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let firstOffset: Int64 = try reader.readInt64()
            let lastOffset: Int64 = try reader.readInt64()
            let deliveryState: Int8 = try reader.readInt8()
            let deliveryCount: Int16 = try reader.readInt16()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.firstOffset = firstOffset
            self.lastOffset = lastOffset
            self.deliveryState = deliveryState
            self.deliveryCount = deliveryCount
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt64(self.firstOffset)
            writer.writeInt64(self.lastOffset)
            writer.writeInt8(self.deliveryState)
            writer.writeInt16(self.deliveryCount)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
