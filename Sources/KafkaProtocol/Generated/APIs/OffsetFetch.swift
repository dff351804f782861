// Generated from protocol-specs/APIs/OffsetFetch.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of OffsetFetch (9), versions 0-10, flexible 6-10; Kafka 4.3 serves 1-10.
///
/// Reads a group's stored offsets.
public struct OffsetFetchRequest: RequestMessage {
    public typealias Response = OffsetFetchResponse
    public static var apiKey: ApiKey { .offsetFetch }
    public static var validVersions: ClosedRange<Int16> { 0...10 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 6 }

    /// Versions 0-7, must be the default elsewhere.
    public var groupId: String
    /// Versions 0-7, null in versions 2-7, must be the default elsewhere.
    public var topics: [OffsetFetchRequestTopic]?
    /// Versions 8+, must be the default elsewhere.
    public var groups: [OffsetFetchRequestGroup]
    /// Versions 7+, must be the default elsewhere.
    public var requireStable: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        groupId: String = "",
        topics: [OffsetFetchRequestTopic]? = [],
        groups: [OffsetFetchRequestGroup] = [],
        requireStable: Bool = false
    ) {
        self.groupId = groupId
        self.topics = topics
        self.groups = groups
        self.requireStable = requireStable
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 6
        var groupId: String = ""
        var topics: [OffsetFetchRequestTopic]? = []
        if version <= 7 {
            groupId = try reader.readString(flexible: flexible)
            topics = try reader.readNullableStructs(version: version, minimumSize: 3, flexible: flexible, nullable: version >= 2)
        }
        var groups: [OffsetFetchRequestGroup] = []
        if version >= 8 {
            groups = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
        }
        var requireStable: Bool = false
        if version >= 7 {
            requireStable = try reader.readBool()
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.groupId = groupId
        self.topics = topics
        self.groups = groups
        self.requireStable = requireStable
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 6
        if version <= 7 {
            try writer.writeString(self.groupId, flexible: flexible)
            try writer.writeNullableStructs(self.topics, version: version, flexible: flexible, nullable: version >= 2)
        } else {
            try requireDefault(self.groupId == "", "OffsetFetchRequest.groupId", version)
            try requireDefault(self.topics?.isEmpty == true, "OffsetFetchRequest.topics", version)
        }
        if version >= 8 {
            try writer.writeStructs(self.groups, version: version, flexible: true)
        } else {
            try requireDefault(self.groups.isEmpty, "OffsetFetchRequest.groups", version)
        }
        if version >= 7 {
            writer.writeBool(self.requireStable)
        } else {
            try requireDefault(!self.requireStable, "OffsetFetchRequest.requireStable", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "OffsetFetchRequest.unknownTaggedFields", version)
        }
    }
}

extension OffsetFetchRequest {
    /// An element of `topics`.
    public struct OffsetFetchRequestTopic: WireStruct {
        public var name: String
        public var partitionIndexes: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            partitionIndexes: [Int32] = []
        ) {
            self.name = name
            self.partitionIndexes = partitionIndexes
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            let name: String = try reader.readString(flexible: flexible)
            let partitionIndexes: [Int32] = try reader.readArray(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.partitionIndexes = partitionIndexes
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            try writer.writeString(self.name, flexible: flexible)
            try writer.writeArray(self.partitionIndexes, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "OffsetFetchRequest.OffsetFetchRequestTopic.unknownTaggedFields", version)
            }
        }
    }
}

extension OffsetFetchRequest {
    /// An element of `groups`.
    public struct OffsetFetchRequestGroup: WireStruct {
        public var groupId: String
        /// Versions 9+, dropped elsewhere.
        public var memberId: String?
        /// Versions 9+, dropped elsewhere.
        public var memberEpoch: Int32
        public var topics: [OffsetFetchRequestTopics]?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            groupId: String = "",
            memberId: String? = nil,
            memberEpoch: Int32 = -1,
            topics: [OffsetFetchRequestTopics]? = []
        ) {
            self.groupId = groupId
            self.memberId = memberId
            self.memberEpoch = memberEpoch
            self.topics = topics
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let groupId: String = try reader.readString(flexible: true)
            var memberId: String? = nil
            var memberEpoch: Int32 = -1
            if version >= 9 {
                memberId = try reader.readNullableString(flexible: true)
                memberEpoch = try reader.readInt32()
            }
            let topics: [OffsetFetchRequestTopics]? = try reader.readNullableStructs(version: version, minimumSize: 3, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.groupId = groupId
            self.memberId = memberId
            self.memberEpoch = memberEpoch
            self.topics = topics
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.groupId, flexible: true)
            if version >= 9 {
                try writer.writeNullableString(self.memberId, flexible: true)
                writer.writeInt32(self.memberEpoch)
            }
            try writer.writeNullableStructs(self.topics, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension OffsetFetchRequest {
    /// An element of `topics`.
    public struct OffsetFetchRequestTopics: WireStruct {
        /// Versions 8-9, dropped elsewhere.
        public var name: String
        /// Versions 10+, dropped elsewhere.
        public var topicId: Uuid
        public var partitionIndexes: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            topicId: Uuid = .zero,
            partitionIndexes: [Int32] = []
        ) {
            self.name = name
            self.topicId = topicId
            self.partitionIndexes = partitionIndexes
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            var name: String = ""
            if version <= 9 {
                name = try reader.readString(flexible: true)
            }
            var topicId: Uuid = .zero
            if version >= 10 {
                topicId = try reader.readUuid()
            }
            let partitionIndexes: [Int32] = try reader.readArray(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.topicId = topicId
            self.partitionIndexes = partitionIndexes
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            if version <= 9 {
                try writer.writeString(self.name, flexible: true)
            }
            if version >= 10 {
                writer.writeUuid(self.topicId)
            }
            try writer.writeArray(self.partitionIndexes, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of OffsetFetch (9), versions 0-10, flexible 6-10; Kafka 4.3 serves 1-10.
///
/// Reads a group's stored offsets.
public struct OffsetFetchResponse: ResponseMessage {
    public static var apiKey: ApiKey { .offsetFetch }
    public static var validVersions: ClosedRange<Int16> { 0...10 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 6 }

    /// Versions 3+, dropped elsewhere.
    public var throttleTimeMs: Int32
    /// Versions 0-7, must be the default elsewhere.
    public var topics: [OffsetFetchResponseTopic]
    /// Versions 2-7, dropped elsewhere.
    public var errorCode: Int16
    /// Versions 8+, must be the default elsewhere.
    public var groups: [OffsetFetchResponseGroup]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        topics: [OffsetFetchResponseTopic] = [],
        errorCode: Int16 = 0,
        groups: [OffsetFetchResponseGroup] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
        self.errorCode = errorCode
        self.groups = groups
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 6
        var throttleTimeMs: Int32 = 0
        if version >= 3 {
            throttleTimeMs = try reader.readInt32()
        }
        var topics: [OffsetFetchResponseTopic] = []
        if version <= 7 {
            topics = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        }
        var errorCode: Int16 = 0
        if version >= 2 && version <= 7 {
            errorCode = try reader.readInt16()
        }
        var groups: [OffsetFetchResponseGroup] = []
        if version >= 8 {
            groups = try reader.readStructs(version: version, minimumSize: 5, flexible: true)
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
        self.errorCode = errorCode
        self.groups = groups
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 6
        if version >= 3 {
            writer.writeInt32(self.throttleTimeMs)
        }
        if version <= 7 {
            try writer.writeStructs(self.topics, version: version, flexible: flexible)
        } else {
            try requireDefault(self.topics.isEmpty, "OffsetFetchResponse.topics", version)
        }
        if version >= 2 && version <= 7 {
            writer.writeInt16(self.errorCode)
        }
        if version >= 8 {
            try writer.writeStructs(self.groups, version: version, flexible: true)
        } else {
            try requireDefault(self.groups.isEmpty, "OffsetFetchResponse.groups", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "OffsetFetchResponse.unknownTaggedFields", version)
        }
    }
}

extension OffsetFetchResponse {
    /// An element of `topics`.
    public struct OffsetFetchResponseTopic: WireStruct {
        public var name: String
        public var partitions: [OffsetFetchResponsePartition]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            partitions: [OffsetFetchResponsePartition] = []
        ) {
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            let name: String = try reader.readString(flexible: flexible)
            let partitions: [OffsetFetchResponsePartition] = try reader.readStructs(version: version, minimumSize: 16, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            try writer.writeString(self.name, flexible: flexible)
            try writer.writeStructs(self.partitions, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "OffsetFetchResponse.OffsetFetchResponseTopic.unknownTaggedFields", version)
            }
        }
    }
}

extension OffsetFetchResponse {
    /// An element of `partitions`.
    public struct OffsetFetchResponsePartition: WireStruct {
        public var partitionIndex: Int32
        public var committedOffset: Int64
        /// Versions 5-7, dropped elsewhere.
        public var committedLeaderEpoch: Int32
        public var metadata: String?
        public var errorCode: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            committedOffset: Int64 = 0,
            committedLeaderEpoch: Int32 = -1,
            metadata: String? = "",
            errorCode: Int16 = 0
        ) {
            self.partitionIndex = partitionIndex
            self.committedOffset = committedOffset
            self.committedLeaderEpoch = committedLeaderEpoch
            self.metadata = metadata
            self.errorCode = errorCode
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            let partitionIndex: Int32 = try reader.readInt32()
            let committedOffset: Int64 = try reader.readInt64()
            var committedLeaderEpoch: Int32 = -1
            if version >= 5 {
                committedLeaderEpoch = try reader.readInt32()
            }
            let metadata: String? = try reader.readNullableString(flexible: flexible)
            let errorCode: Int16 = try reader.readInt16()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.partitionIndex = partitionIndex
            self.committedOffset = committedOffset
            self.committedLeaderEpoch = committedLeaderEpoch
            self.metadata = metadata
            self.errorCode = errorCode
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            writer.writeInt32(self.partitionIndex)
            writer.writeInt64(self.committedOffset)
            if version >= 5 {
                writer.writeInt32(self.committedLeaderEpoch)
            }
            try writer.writeNullableString(self.metadata, flexible: flexible)
            writer.writeInt16(self.errorCode)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "OffsetFetchResponse.OffsetFetchResponsePartition.unknownTaggedFields", version)
            }
        }
    }
}

extension OffsetFetchResponse {
    /// An element of `groups`.
    public struct OffsetFetchResponseGroup: WireStruct {
        public var groupId: String
        public var topics: [OffsetFetchResponseTopics]
        public var errorCode: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            groupId: String = "",
            topics: [OffsetFetchResponseTopics] = [],
            errorCode: Int16 = 0
        ) {
            self.groupId = groupId
            self.topics = topics
            self.errorCode = errorCode
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let groupId: String = try reader.readString(flexible: true)
            let topics: [OffsetFetchResponseTopics] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
            let errorCode: Int16 = try reader.readInt16()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.groupId = groupId
            self.topics = topics
            self.errorCode = errorCode
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.groupId, flexible: true)
            try writer.writeStructs(self.topics, version: version, flexible: true)
            writer.writeInt16(self.errorCode)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension OffsetFetchResponse {
    /// An element of `topics`.
    public struct OffsetFetchResponseTopics: WireStruct {
        /// Versions 8-9, dropped elsewhere.
        public var name: String
        /// Versions 10+, dropped elsewhere.
        public var topicId: Uuid
        public var partitions: [OffsetFetchResponsePartitions]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            topicId: Uuid = .zero,
            partitions: [OffsetFetchResponsePartitions] = []
        ) {
            self.name = name
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            var name: String = ""
            if version <= 9 {
                name = try reader.readString(flexible: true)
            }
            var topicId: Uuid = .zero
            if version >= 10 {
                topicId = try reader.readUuid()
            }
            let partitions: [OffsetFetchResponsePartitions] = try reader.readStructs(version: version, minimumSize: 20, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            if version <= 9 {
                try writer.writeString(self.name, flexible: true)
            }
            if version >= 10 {
                writer.writeUuid(self.topicId)
            }
            try writer.writeStructs(self.partitions, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension OffsetFetchResponse {
    /// An element of `partitions`.
    public struct OffsetFetchResponsePartitions: WireStruct {
        public var partitionIndex: Int32
        public var committedOffset: Int64
        public var committedLeaderEpoch: Int32
        public var metadata: String?
        public var errorCode: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            committedOffset: Int64 = 0,
            committedLeaderEpoch: Int32 = -1,
            metadata: String? = "",
            errorCode: Int16 = 0
        ) {
            self.partitionIndex = partitionIndex
            self.committedOffset = committedOffset
            self.committedLeaderEpoch = committedLeaderEpoch
            self.metadata = metadata
            self.errorCode = errorCode
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partitionIndex: Int32 = try reader.readInt32()
            let committedOffset: Int64 = try reader.readInt64()
            let committedLeaderEpoch: Int32 = try reader.readInt32()
            let metadata: String? = try reader.readNullableString(flexible: true)
            let errorCode: Int16 = try reader.readInt16()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.partitionIndex = partitionIndex
            self.committedOffset = committedOffset
            self.committedLeaderEpoch = committedLeaderEpoch
            self.metadata = metadata
            self.errorCode = errorCode
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partitionIndex)
            writer.writeInt64(self.committedOffset)
            writer.writeInt32(self.committedLeaderEpoch)
            try writer.writeNullableString(self.metadata, flexible: true)
            writer.writeInt16(self.errorCode)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
