// Generated from protocol-specs/InternalRecords/Group/ShareGroupStatePartitionMetadataRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The key of the share partitions whose state is being set up, kept or deleted, in `__consumer_offsets`.
///
/// Versions 15, flexible none.
public struct ShareGroupStatePartitionMetadataKey: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 15...15 }
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

/// The value of the share partitions whose state is being set up, kept or deleted, in `__consumer_offsets`.
///
/// Versions 0, flexible 0.
public struct ShareGroupStatePartitionMetadataValue: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var initializedTopics: [TopicPartitionsInfo]
    public var deletingTopics: [TopicInfo]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        initializedTopics: [TopicPartitionsInfo] = [],
        deletingTopics: [TopicInfo] = []
    ) {
        self.initializedTopics = initializedTopics
        self.deletingTopics = deletingTopics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let initializedTopics: [TopicPartitionsInfo] = try reader.readStructs(version: version, minimumSize: 19, flexible: true)
        let deletingTopics: [TopicInfo] = try reader.readStructs(version: version, minimumSize: 18, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.initializedTopics = initializedTopics
        self.deletingTopics = deletingTopics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeStructs(self.initializedTopics, version: version, flexible: true)
        try writer.writeStructs(self.deletingTopics, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension ShareGroupStatePartitionMetadataValue {
    /// A struct that several fields share.
    public struct TopicPartitionsInfo: WireStruct {
        public var topicId: Uuid
        public var topicName: String
        public var partitions: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicId: Uuid = .zero,
            topicName: String = "",
            partitions: [Int32] = []
        ) {
            self.topicId = topicId
            self.topicName = topicName
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicId: Uuid = try reader.readUuid()
            let topicName: String = try reader.readString(flexible: true)
            let partitions: [Int32] = try reader.readArray(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicId = topicId
            self.topicName = topicName
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeUuid(self.topicId)
            try writer.writeString(self.topicName, flexible: true)
            try writer.writeArray(self.partitions, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension ShareGroupStatePartitionMetadataValue {
    /// A struct that several fields share.
    public struct TopicInfo: WireStruct {
        public var topicId: Uuid
        public var topicName: String
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicId: Uuid = .zero,
            topicName: String = ""
        ) {
            self.topicId = topicId
            self.topicName = topicName
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicId: Uuid = try reader.readUuid()
            let topicName: String = try reader.readString(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicId = topicId
            self.topicName = topicName
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeUuid(self.topicId)
            try writer.writeString(self.topicName, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
