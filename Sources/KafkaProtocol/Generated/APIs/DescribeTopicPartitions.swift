// Generated from protocol-specs/APIs/DescribeTopicPartitions.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of DescribeTopicPartitions (75), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Describes topics page by page.
public struct DescribeTopicPartitionsRequest: RequestMessage {
    public typealias Response = DescribeTopicPartitionsResponse
    public static var apiKey: ApiKey { .describeTopicPartitions }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var topics: [TopicRequest]
    public var responsePartitionLimit: Int32
    public var cursor: Cursor?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        topics: [TopicRequest] = [],
        responsePartitionLimit: Int32 = 2000,
        cursor: Cursor? = nil
    ) {
        self.topics = topics
        self.responsePartitionLimit = responsePartitionLimit
        self.cursor = cursor
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let topics: [TopicRequest] = try reader.readStructs(version: version, minimumSize: 2, flexible: true)
        let responsePartitionLimit: Int32 = try reader.readInt32()
        let cursor: Cursor? = try reader.readNullableStruct(version: version)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.topics = topics
        self.responsePartitionLimit = responsePartitionLimit
        self.cursor = cursor
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeStructs(self.topics, version: version, flexible: true)
        writer.writeInt32(self.responsePartitionLimit)
        try writer.writeNullableStruct(self.cursor, version: version)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension DescribeTopicPartitionsRequest {
    /// An element of `topics`.
    public struct TopicRequest: WireStruct {
        public var name: String
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = ""
        ) {
            self.name = name
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension DescribeTopicPartitionsRequest {
    /// The value of `cursor`.
    public struct Cursor: WireStruct {
        public var topicName: String
        public var partitionIndex: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicName: String = "",
            partitionIndex: Int32 = 0
        ) {
            self.topicName = topicName
            self.partitionIndex = partitionIndex
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicName: String = try reader.readString(flexible: true)
            let partitionIndex: Int32 = try reader.readInt32()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicName = topicName
            self.partitionIndex = partitionIndex
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.topicName, flexible: true)
            writer.writeInt32(self.partitionIndex)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of DescribeTopicPartitions (75), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Describes topics page by page.
public struct DescribeTopicPartitionsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .describeTopicPartitions }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var topics: [DescribeTopicPartitionsResponseTopic]
    public var nextCursor: Cursor?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        topics: [DescribeTopicPartitionsResponseTopic] = [],
        nextCursor: Cursor? = nil
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
        self.nextCursor = nextCursor
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let topics: [DescribeTopicPartitionsResponseTopic] = try reader.readStructs(version: version, minimumSize: 26, flexible: true)
        let nextCursor: Cursor? = try reader.readNullableStruct(version: version)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
        self.nextCursor = nextCursor
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        try writer.writeStructs(self.topics, version: version, flexible: true)
        try writer.writeNullableStruct(self.nextCursor, version: version)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension DescribeTopicPartitionsResponse {
    /// An element of `topics`.
    public struct DescribeTopicPartitionsResponseTopic: WireStruct {
        public var errorCode: Int16
        /// Unique in its array.
        public var name: String?
        public var topicId: Uuid
        public var isInternal: Bool
        public var partitions: [DescribeTopicPartitionsResponsePartition]
        public var topicAuthorizedOperations: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            errorCode: Int16 = 0,
            name: String? = "",
            topicId: Uuid = .zero,
            isInternal: Bool = false,
            partitions: [DescribeTopicPartitionsResponsePartition] = [],
            topicAuthorizedOperations: Int32 = -2147483648
        ) {
            self.errorCode = errorCode
            self.name = name
            self.topicId = topicId
            self.isInternal = isInternal
            self.partitions = partitions
            self.topicAuthorizedOperations = topicAuthorizedOperations
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let errorCode: Int16 = try reader.readInt16()
            let name: String? = try reader.readNullableString(flexible: true)
            let topicId: Uuid = try reader.readUuid()
            let isInternal: Bool = try reader.readBool()
            let partitions: [DescribeTopicPartitionsResponsePartition] = try reader.readStructs(version: version, minimumSize: 20, flexible: true)
            let topicAuthorizedOperations: Int32 = try reader.readInt32()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.errorCode = errorCode
            self.name = name
            self.topicId = topicId
            self.isInternal = isInternal
            self.partitions = partitions
            self.topicAuthorizedOperations = topicAuthorizedOperations
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.name, flexible: true)
            writer.writeUuid(self.topicId)
            writer.writeBool(self.isInternal)
            try writer.writeStructs(self.partitions, version: version, flexible: true)
            writer.writeInt32(self.topicAuthorizedOperations)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension DescribeTopicPartitionsResponse {
    /// An element of `partitions`.
    public struct DescribeTopicPartitionsResponsePartition: WireStruct {
        public var errorCode: Int16
        public var partitionIndex: Int32
        public var leaderId: Int32
        public var leaderEpoch: Int32
        public var replicaNodes: [Int32]
        public var isrNodes: [Int32]
        public var eligibleLeaderReplicas: [Int32]?
        public var lastKnownElr: [Int32]?
        public var offlineReplicas: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            errorCode: Int16 = 0,
            partitionIndex: Int32 = 0,
            leaderId: Int32 = 0,
            leaderEpoch: Int32 = -1,
            replicaNodes: [Int32] = [],
            isrNodes: [Int32] = [],
            eligibleLeaderReplicas: [Int32]? = nil,
            lastKnownElr: [Int32]? = nil,
            offlineReplicas: [Int32] = []
        ) {
            self.errorCode = errorCode
            self.partitionIndex = partitionIndex
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.replicaNodes = replicaNodes
            self.isrNodes = isrNodes
            self.eligibleLeaderReplicas = eligibleLeaderReplicas
            self.lastKnownElr = lastKnownElr
            self.offlineReplicas = offlineReplicas
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let errorCode: Int16 = try reader.readInt16()
            let partitionIndex: Int32 = try reader.readInt32()
            let leaderId: Int32 = try reader.readInt32()
            let leaderEpoch: Int32 = try reader.readInt32()
            let replicaNodes: [Int32] = try reader.readArray(flexible: true)
            let isrNodes: [Int32] = try reader.readArray(flexible: true)
            let eligibleLeaderReplicas: [Int32]? = try reader.readNullableArray(flexible: true)
            let lastKnownElr: [Int32]? = try reader.readNullableArray(flexible: true)
            let offlineReplicas: [Int32] = try reader.readArray(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.errorCode = errorCode
            self.partitionIndex = partitionIndex
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.replicaNodes = replicaNodes
            self.isrNodes = isrNodes
            self.eligibleLeaderReplicas = eligibleLeaderReplicas
            self.lastKnownElr = lastKnownElr
            self.offlineReplicas = offlineReplicas
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt16(self.errorCode)
            writer.writeInt32(self.partitionIndex)
            writer.writeInt32(self.leaderId)
            writer.writeInt32(self.leaderEpoch)
            try writer.writeArray(self.replicaNodes, flexible: true)
            try writer.writeArray(self.isrNodes, flexible: true)
            try writer.writeNullableArray(self.eligibleLeaderReplicas, flexible: true)
            try writer.writeNullableArray(self.lastKnownElr, flexible: true)
            try writer.writeArray(self.offlineReplicas, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension DescribeTopicPartitionsResponse {
    /// The value of `nextCursor`.
    public struct Cursor: WireStruct {
        public var topicName: String
        public var partitionIndex: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicName: String = "",
            partitionIndex: Int32 = 0
        ) {
            self.topicName = topicName
            self.partitionIndex = partitionIndex
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicName: String = try reader.readString(flexible: true)
            let partitionIndex: Int32 = try reader.readInt32()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicName = topicName
            self.partitionIndex = partitionIndex
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.topicName, flexible: true)
            writer.writeInt32(self.partitionIndex)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
