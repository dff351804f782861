// Generated from protocol-specs/InternalRecords/Group/ConsumerGroupCurrentMemberAssignmentRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The key of what a member of a consumer group holds now, in `__consumer_offsets`.
///
/// Versions 8, flexible none.
public struct ConsumerGroupCurrentMemberAssignmentKey: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 8...8 }
    public static func isFlexible(_ version: Int16) -> Bool { false }

    public var groupId: String
    public var memberId: String

    public init(
        groupId: String = "",
        memberId: String = ""
    ) {
        self.groupId = groupId
        self.memberId = memberId
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let groupId: String = try reader.readString(flexible: false)
        let memberId: String = try reader.readString(flexible: false)
        self.groupId = groupId
        self.memberId = memberId
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.groupId, flexible: false)
        try writer.writeString(self.memberId, flexible: false)
    }
}

/// The value of what a member of a consumer group holds now, in `__consumer_offsets`.
///
/// Versions 0, flexible 0.
public struct ConsumerGroupCurrentMemberAssignmentValue: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var memberEpoch: Int32
    public var previousMemberEpoch: Int32
    public var state: Int8
    public var assignedPartitions: [TopicPartitions]
    public var partitionsPendingRevocation: [TopicPartitions]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        memberEpoch: Int32 = 0,
        previousMemberEpoch: Int32 = 0,
        state: Int8 = 0,
        assignedPartitions: [TopicPartitions] = [],
        partitionsPendingRevocation: [TopicPartitions] = []
    ) {
        self.memberEpoch = memberEpoch
        self.previousMemberEpoch = previousMemberEpoch
        self.state = state
        self.assignedPartitions = assignedPartitions
        self.partitionsPendingRevocation = partitionsPendingRevocation
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let memberEpoch: Int32 = try reader.readInt32()
        let previousMemberEpoch: Int32 = try reader.readInt32()
        let state: Int8 = try reader.readInt8()
        let assignedPartitions: [TopicPartitions] = try reader.readStructs(version: version, minimumSize: 18, flexible: true)
        let partitionsPendingRevocation: [TopicPartitions] = try reader.readStructs(version: version, minimumSize: 18, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.memberEpoch = memberEpoch
        self.previousMemberEpoch = previousMemberEpoch
        self.state = state
        self.assignedPartitions = assignedPartitions
        self.partitionsPendingRevocation = partitionsPendingRevocation
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.memberEpoch)
        writer.writeInt32(self.previousMemberEpoch)
        writer.writeInt8(self.state)
        try writer.writeStructs(self.assignedPartitions, version: version, flexible: true)
        try writer.writeStructs(self.partitionsPendingRevocation, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension ConsumerGroupCurrentMemberAssignmentValue {
    /// A struct that several fields share.
    public struct TopicPartitions: WireStruct {
        public var topicId: Uuid
        public var partitions: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicId: Uuid = .zero,
            partitions: [Int32] = []
        ) {
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicId: Uuid = try reader.readUuid()
            let partitions: [Int32] = try reader.readArray(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeUuid(self.topicId)
            try writer.writeArray(self.partitions, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
