// Generated from protocol-specs/InternalRecords/Group/ConsumerGroupPartitionMetadataRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The key of the topics that a consumer group reads, in `__consumer_offsets`.
///
/// Versions 4, flexible none.
public struct ConsumerGroupPartitionMetadataKey: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 4...4 }
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

/// The value of the topics that a consumer group reads, in `__consumer_offsets`.
///
/// Versions 0, flexible 0.
public struct ConsumerGroupPartitionMetadataValue: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var topics: [TopicMetadata]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        topics: [TopicMetadata] = []
    ) {
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let topics: [TopicMetadata] = try reader.readStructs(version: version, minimumSize: 23, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.topics = topics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeStructs(self.topics, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension ConsumerGroupPartitionMetadataValue {
    /// An element of `topics`.
    public struct TopicMetadata: WireStruct {
        public var topicId: Uuid
        public var topicName: String
        public var numPartitions: Int32
        public var partitionMetadata: [PartitionMetadata]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicId: Uuid = .zero,
            topicName: String = "",
            numPartitions: Int32 = 0,
            partitionMetadata: [PartitionMetadata] = []
        ) {
            self.topicId = topicId
            self.topicName = topicName
            self.numPartitions = numPartitions
            self.partitionMetadata = partitionMetadata
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicId: Uuid = try reader.readUuid()
            let topicName: String = try reader.readString(flexible: true)
            let numPartitions: Int32 = try reader.readInt32()
            let partitionMetadata: [PartitionMetadata] = try reader.readStructs(version: version, minimumSize: 6, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicId = topicId
            self.topicName = topicName
            self.numPartitions = numPartitions
            self.partitionMetadata = partitionMetadata
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeUuid(self.topicId)
            try writer.writeString(self.topicName, flexible: true)
            writer.writeInt32(self.numPartitions)
            try writer.writeStructs(self.partitionMetadata, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension ConsumerGroupPartitionMetadataValue {
    /// An element of `partitionMetadata`.
    public struct PartitionMetadata: WireStruct {
        public var partition: Int32
        public var racks: [String]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partition: Int32 = 0,
            racks: [String] = []
        ) {
            self.partition = partition
            self.racks = racks
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partition: Int32 = try reader.readInt32()
            let racks: [String] = try reader.readArray(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.partition = partition
            self.racks = racks
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partition)
            try writer.writeArray(self.racks, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
