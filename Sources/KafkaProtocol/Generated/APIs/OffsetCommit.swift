// Generated from protocol-specs/APIs/OffsetCommit.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of OffsetCommit (8), versions 0-10, flexible 8-10; Kafka 4.3 serves 2-10.
///
/// Stores a group's offsets.
public struct OffsetCommitRequest: RequestMessage {
    public typealias Response = OffsetCommitResponse
    public static var apiKey: ApiKey { .offsetCommit }
    public static var validVersions: ClosedRange<Int16> { 0...10 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 8 }

    public var groupId: String
    /// Versions 1+, dropped elsewhere.
    public var generationIdOrMemberEpoch: Int32
    /// Versions 1+, dropped elsewhere.
    public var memberId: String
    /// Versions 7+, must be the default elsewhere.
    public var groupInstanceId: String?
    /// Versions 2-4, dropped elsewhere.
    public var retentionTimeMs: Int64
    public var topics: [OffsetCommitRequestTopic]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        groupId: String = "",
        generationIdOrMemberEpoch: Int32 = -1,
        memberId: String = "",
        groupInstanceId: String? = nil,
        retentionTimeMs: Int64 = -1,
        topics: [OffsetCommitRequestTopic] = []
    ) {
        self.groupId = groupId
        self.generationIdOrMemberEpoch = generationIdOrMemberEpoch
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
        self.retentionTimeMs = retentionTimeMs
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 8
        let groupId: String = try reader.readString(flexible: flexible)
        var generationIdOrMemberEpoch: Int32 = -1
        var memberId: String = ""
        if version >= 1 {
            generationIdOrMemberEpoch = try reader.readInt32()
            memberId = try reader.readString(flexible: flexible)
        }
        var groupInstanceId: String? = nil
        if version >= 7 {
            groupInstanceId = try reader.readNullableString(flexible: flexible)
        }
        var retentionTimeMs: Int64 = -1
        if version >= 2 && version <= 4 {
            retentionTimeMs = try reader.readInt64()
        }
        let topics: [OffsetCommitRequestTopic] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.groupId = groupId
        self.generationIdOrMemberEpoch = generationIdOrMemberEpoch
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
        self.retentionTimeMs = retentionTimeMs
        self.topics = topics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 8
        try writer.writeString(self.groupId, flexible: flexible)
        if version >= 1 {
            writer.writeInt32(self.generationIdOrMemberEpoch)
            try writer.writeString(self.memberId, flexible: flexible)
        }
        if version >= 7 {
            try writer.writeNullableString(self.groupInstanceId, flexible: flexible)
        } else {
            try requireDefault(self.groupInstanceId == nil, "OffsetCommitRequest.groupInstanceId", version)
        }
        if version >= 2 && version <= 4 {
            writer.writeInt64(self.retentionTimeMs)
        }
        try writer.writeStructs(self.topics, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "OffsetCommitRequest.unknownTaggedFields", version)
        }
    }
}

extension OffsetCommitRequest {
    /// An element of `topics`.
    public struct OffsetCommitRequestTopic: WireStruct {
        /// Versions 0-9, dropped elsewhere.
        public var name: String
        /// Versions 10+, dropped elsewhere.
        public var topicId: Uuid
        public var partitions: [OffsetCommitRequestPartition]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            topicId: Uuid = .zero,
            partitions: [OffsetCommitRequestPartition] = []
        ) {
            self.name = name
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 8
            var name: String = ""
            if version <= 9 {
                name = try reader.readString(flexible: flexible)
            }
            var topicId: Uuid = .zero
            if version >= 10 {
                topicId = try reader.readUuid()
            }
            let partitions: [OffsetCommitRequestPartition] = try reader.readStructs(version: version, minimumSize: 14, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 8
            if version <= 9 {
                try writer.writeString(self.name, flexible: flexible)
            }
            if version >= 10 {
                writer.writeUuid(self.topicId)
            }
            try writer.writeStructs(self.partitions, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "OffsetCommitRequest.OffsetCommitRequestTopic.unknownTaggedFields", version)
            }
        }
    }
}

extension OffsetCommitRequest {
    /// An element of `partitions`.
    public struct OffsetCommitRequestPartition: WireStruct {
        public var partitionIndex: Int32
        public var committedOffset: Int64
        /// Versions 6+, dropped elsewhere.
        public var committedLeaderEpoch: Int32
        /// Versions 1, must be the default elsewhere.
        public var commitTimestamp: Int64
        public var committedMetadata: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            committedOffset: Int64 = 0,
            committedLeaderEpoch: Int32 = -1,
            commitTimestamp: Int64 = -1,
            committedMetadata: String? = ""
        ) {
            self.partitionIndex = partitionIndex
            self.committedOffset = committedOffset
            self.committedLeaderEpoch = committedLeaderEpoch
            self.commitTimestamp = commitTimestamp
            self.committedMetadata = committedMetadata
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 8
            let partitionIndex: Int32 = try reader.readInt32()
            let committedOffset: Int64 = try reader.readInt64()
            var committedLeaderEpoch: Int32 = -1
            if version >= 6 {
                committedLeaderEpoch = try reader.readInt32()
            }
            var commitTimestamp: Int64 = -1
            if version == 1 {
                commitTimestamp = try reader.readInt64()
            }
            let committedMetadata: String? = try reader.readNullableString(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.partitionIndex = partitionIndex
            self.committedOffset = committedOffset
            self.committedLeaderEpoch = committedLeaderEpoch
            self.commitTimestamp = commitTimestamp
            self.committedMetadata = committedMetadata
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 8
            writer.writeInt32(self.partitionIndex)
            writer.writeInt64(self.committedOffset)
            if version >= 6 {
                writer.writeInt32(self.committedLeaderEpoch)
            }
            if version == 1 {
                writer.writeInt64(self.commitTimestamp)
            } else {
                try requireDefault(self.commitTimestamp == -1, "OffsetCommitRequest.OffsetCommitRequestPartition.commitTimestamp", version)
            }
            try writer.writeNullableString(self.committedMetadata, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "OffsetCommitRequest.OffsetCommitRequestPartition.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of OffsetCommit (8), versions 0-10, flexible 8-10; Kafka 4.3 serves 2-10.
///
/// Stores a group's offsets.
public struct OffsetCommitResponse: ResponseMessage {
    public static var apiKey: ApiKey { .offsetCommit }
    public static var validVersions: ClosedRange<Int16> { 0...10 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 8 }

    /// Versions 3+, dropped elsewhere.
    public var throttleTimeMs: Int32
    public var topics: [OffsetCommitResponseTopic]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        topics: [OffsetCommitResponseTopic] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 8
        var throttleTimeMs: Int32 = 0
        if version >= 3 {
            throttleTimeMs = try reader.readInt32()
        }
        let topics: [OffsetCommitResponseTopic] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 8
        if version >= 3 {
            writer.writeInt32(self.throttleTimeMs)
        }
        try writer.writeStructs(self.topics, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "OffsetCommitResponse.unknownTaggedFields", version)
        }
    }
}

extension OffsetCommitResponse {
    /// An element of `topics`.
    public struct OffsetCommitResponseTopic: WireStruct {
        /// Versions 0-9, dropped elsewhere.
        public var name: String
        /// Versions 10+, dropped elsewhere.
        public var topicId: Uuid
        public var partitions: [OffsetCommitResponsePartition]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            topicId: Uuid = .zero,
            partitions: [OffsetCommitResponsePartition] = []
        ) {
            self.name = name
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 8
            var name: String = ""
            if version <= 9 {
                name = try reader.readString(flexible: flexible)
            }
            var topicId: Uuid = .zero
            if version >= 10 {
                topicId = try reader.readUuid()
            }
            let partitions: [OffsetCommitResponsePartition] = try reader.readStructs(version: version, minimumSize: 6, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 8
            if version <= 9 {
                try writer.writeString(self.name, flexible: flexible)
            }
            if version >= 10 {
                writer.writeUuid(self.topicId)
            }
            try writer.writeStructs(self.partitions, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "OffsetCommitResponse.OffsetCommitResponseTopic.unknownTaggedFields", version)
            }
        }
    }
}

extension OffsetCommitResponse {
    /// An element of `partitions`.
    public struct OffsetCommitResponsePartition: WireStruct {
        public var partitionIndex: Int32
        public var errorCode: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            errorCode: Int16 = 0
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 8
            let partitionIndex: Int32 = try reader.readInt32()
            let errorCode: Int16 = try reader.readInt16()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 8
            writer.writeInt32(self.partitionIndex)
            writer.writeInt16(self.errorCode)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "OffsetCommitResponse.OffsetCommitResponsePartition.unknownTaggedFields", version)
            }
        }
    }
}
