// Generated from protocol-specs/APIs/DescribeShareGroupOffsets.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of DescribeShareGroupOffsets (90), versions 0-1, flexible 0-1; Kafka 4.3 serves 0-1.
///
/// Reads the start offsets of share groups.
public struct DescribeShareGroupOffsetsRequest: RequestMessage {
    public typealias Response = DescribeShareGroupOffsetsResponse
    public static var apiKey: ApiKey { .describeShareGroupOffsets }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var groups: [DescribeShareGroupOffsetsRequestGroup]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        groups: [DescribeShareGroupOffsetsRequestGroup] = []
    ) {
        self.groups = groups
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let groups: [DescribeShareGroupOffsetsRequestGroup] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.groups = groups
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeStructs(self.groups, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension DescribeShareGroupOffsetsRequest {
    /// An element of `groups`.
    public struct DescribeShareGroupOffsetsRequestGroup: WireStruct {
        public var groupId: String
        public var topics: [DescribeShareGroupOffsetsRequestTopic]?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            groupId: String = "",
            topics: [DescribeShareGroupOffsetsRequestTopic]? = []
        ) {
            self.groupId = groupId
            self.topics = topics
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let groupId: String = try reader.readString(flexible: true)
            let topics: [DescribeShareGroupOffsetsRequestTopic]? = try reader.readNullableStructs(version: version, minimumSize: 3, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.groupId = groupId
            self.topics = topics
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.groupId, flexible: true)
            try writer.writeNullableStructs(self.topics, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension DescribeShareGroupOffsetsRequest {
    /// An element of `topics`.
    public struct DescribeShareGroupOffsetsRequestTopic: WireStruct {
        public var topicName: String
        public var partitions: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicName: String = "",
            partitions: [Int32] = []
        ) {
            self.topicName = topicName
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicName: String = try reader.readString(flexible: true)
            let partitions: [Int32] = try reader.readArray(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicName = topicName
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.topicName, flexible: true)
            try writer.writeArray(self.partitions, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of DescribeShareGroupOffsets (90), versions 0-1, flexible 0-1; Kafka 4.3 serves 0-1.
///
/// Reads the start offsets of share groups.
public struct DescribeShareGroupOffsetsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .describeShareGroupOffsets }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var groups: [DescribeShareGroupOffsetsResponseGroup]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        groups: [DescribeShareGroupOffsetsResponseGroup] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.groups = groups
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let groups: [DescribeShareGroupOffsetsResponseGroup] = try reader.readStructs(version: version, minimumSize: 6, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.groups = groups
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        try writer.writeStructs(self.groups, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension DescribeShareGroupOffsetsResponse {
    /// An element of `groups`.
    public struct DescribeShareGroupOffsetsResponseGroup: WireStruct {
        public var groupId: String
        public var topics: [DescribeShareGroupOffsetsResponseTopic]
        public var errorCode: Int16
        public var errorMessage: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            groupId: String = "",
            topics: [DescribeShareGroupOffsetsResponseTopic] = [],
            errorCode: Int16 = 0,
            errorMessage: String? = nil
        ) {
            self.groupId = groupId
            self.topics = topics
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let groupId: String = try reader.readString(flexible: true)
            let topics: [DescribeShareGroupOffsetsResponseTopic] = try reader.readStructs(version: version, minimumSize: 19, flexible: true)
            let errorCode: Int16 = try reader.readInt16()
            let errorMessage: String? = try reader.readNullableString(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.groupId = groupId
            self.topics = topics
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.groupId, flexible: true)
            try writer.writeStructs(self.topics, version: version, flexible: true)
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.errorMessage, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension DescribeShareGroupOffsetsResponse {
    /// An element of `topics`.
    public struct DescribeShareGroupOffsetsResponseTopic: WireStruct {
        public var topicName: String
        public var topicId: Uuid
        public var partitions: [DescribeShareGroupOffsetsResponsePartition]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicName: String = "",
            topicId: Uuid = .zero,
            partitions: [DescribeShareGroupOffsetsResponsePartition] = []
        ) {
            self.topicName = topicName
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicName: String = try reader.readString(flexible: true)
            let topicId: Uuid = try reader.readUuid()
            let partitions: [DescribeShareGroupOffsetsResponsePartition] = try reader.readStructs(version: version, minimumSize: 20, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicName = topicName
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.topicName, flexible: true)
            writer.writeUuid(self.topicId)
            try writer.writeStructs(self.partitions, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension DescribeShareGroupOffsetsResponse {
    /// An element of `partitions`.
    public struct DescribeShareGroupOffsetsResponsePartition: WireStruct {
        public var partitionIndex: Int32
        public var startOffset: Int64
        public var leaderEpoch: Int32
        /// Versions 1+, dropped elsewhere.
        public var lag: Int64
        public var errorCode: Int16
        public var errorMessage: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            startOffset: Int64 = 0,
            leaderEpoch: Int32 = 0,
            lag: Int64 = -1,
            errorCode: Int16 = 0,
            errorMessage: String? = nil
        ) {
            self.partitionIndex = partitionIndex
            self.startOffset = startOffset
            self.leaderEpoch = leaderEpoch
            self.lag = lag
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partitionIndex: Int32 = try reader.readInt32()
            let startOffset: Int64 = try reader.readInt64()
            let leaderEpoch: Int32 = try reader.readInt32()
            var lag: Int64 = -1
            if version >= 1 {
                lag = try reader.readInt64()
            }
            let errorCode: Int16 = try reader.readInt16()
            let errorMessage: String? = try reader.readNullableString(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.partitionIndex = partitionIndex
            self.startOffset = startOffset
            self.leaderEpoch = leaderEpoch
            self.lag = lag
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partitionIndex)
            writer.writeInt64(self.startOffset)
            writer.writeInt32(self.leaderEpoch)
            if version >= 1 {
                writer.writeInt64(self.lag)
            }
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.errorMessage, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
