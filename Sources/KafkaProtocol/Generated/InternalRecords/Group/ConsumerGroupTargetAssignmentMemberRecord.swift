// Generated from protocol-specs/InternalRecords/Group/ConsumerGroupTargetAssignmentMemberRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The key of what a member of a consumer group is to hold, in `__consumer_offsets`.
///
/// Versions 7, flexible none.
public struct ConsumerGroupTargetAssignmentMemberKey: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 7...7 }
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

/// The value of what a member of a consumer group is to hold, in `__consumer_offsets`.
///
/// Versions 0, flexible 0.
public struct ConsumerGroupTargetAssignmentMemberValue: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var topicPartitions: [TopicPartition]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        topicPartitions: [TopicPartition] = []
    ) {
        self.topicPartitions = topicPartitions
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let topicPartitions: [TopicPartition] = try reader.readStructs(version: version, minimumSize: 18, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.topicPartitions = topicPartitions
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeStructs(self.topicPartitions, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension ConsumerGroupTargetAssignmentMemberValue {
    /// An element of `topicPartitions`.
    public struct TopicPartition: WireStruct {
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
