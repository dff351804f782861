// Generated from protocol-specs/APIs/AlterShareGroupOffsets.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of AlterShareGroupOffsets (91), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Sets the start offsets of a share group.
public struct AlterShareGroupOffsetsRequest: RequestMessage {
    public typealias Response = AlterShareGroupOffsetsResponse
    public static var apiKey: ApiKey { .alterShareGroupOffsets }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var groupId: String
    public var topics: [AlterShareGroupOffsetsRequestTopic]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        groupId: String = "",
        topics: [AlterShareGroupOffsetsRequestTopic] = []
    ) {
        self.groupId = groupId
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let groupId: String = try reader.readString(flexible: true)
        let topics: [AlterShareGroupOffsetsRequestTopic] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.groupId = groupId
        self.topics = topics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.groupId, flexible: true)
        try writer.writeStructs(self.topics, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension AlterShareGroupOffsetsRequest {
    /// An element of `topics`.
    public struct AlterShareGroupOffsetsRequestTopic: WireStruct {
        /// Unique in its array.
        public var topicName: String
        public var partitions: [AlterShareGroupOffsetsRequestPartition]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicName: String = "",
            partitions: [AlterShareGroupOffsetsRequestPartition] = []
        ) {
            self.topicName = topicName
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicName: String = try reader.readString(flexible: true)
            let partitions: [AlterShareGroupOffsetsRequestPartition] = try reader.readStructs(version: version, minimumSize: 13, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicName = topicName
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.topicName, flexible: true)
            try writer.writeStructs(self.partitions, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension AlterShareGroupOffsetsRequest {
    /// An element of `partitions`.
    public struct AlterShareGroupOffsetsRequestPartition: WireStruct {
        public var partitionIndex: Int32
        public var startOffset: Int64
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            startOffset: Int64 = 0
        ) {
            self.partitionIndex = partitionIndex
            self.startOffset = startOffset
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partitionIndex: Int32 = try reader.readInt32()
            let startOffset: Int64 = try reader.readInt64()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.partitionIndex = partitionIndex
            self.startOffset = startOffset
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partitionIndex)
            writer.writeInt64(self.startOffset)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of AlterShareGroupOffsets (91), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Sets the start offsets of a share group.
public struct AlterShareGroupOffsetsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .alterShareGroupOffsets }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var errorMessage: String?
    public var responses: [AlterShareGroupOffsetsResponseTopic]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        errorMessage: String? = nil,
        responses: [AlterShareGroupOffsetsResponseTopic] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.responses = responses
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let errorMessage: String? = try reader.readNullableString(flexible: true)
        let responses: [AlterShareGroupOffsetsResponseTopic] = try reader.readStructs(version: version, minimumSize: 19, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.responses = responses
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        try writer.writeNullableString(self.errorMessage, flexible: true)
        try writer.writeStructs(self.responses, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension AlterShareGroupOffsetsResponse {
    /// An element of `responses`.
    public struct AlterShareGroupOffsetsResponseTopic: WireStruct {
        /// Unique in its array.
        public var topicName: String
        public var topicId: Uuid
        public var partitions: [AlterShareGroupOffsetsResponsePartition]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicName: String = "",
            topicId: Uuid = .zero,
            partitions: [AlterShareGroupOffsetsResponsePartition] = []
        ) {
            self.topicName = topicName
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicName: String = try reader.readString(flexible: true)
            let topicId: Uuid = try reader.readUuid()
            let partitions: [AlterShareGroupOffsetsResponsePartition] = try reader.readStructs(version: version, minimumSize: 8, flexible: true)
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

extension AlterShareGroupOffsetsResponse {
    /// An element of `partitions`.
    public struct AlterShareGroupOffsetsResponsePartition: WireStruct {
        public var partitionIndex: Int32
        public var errorCode: Int16
        public var errorMessage: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            errorCode: Int16 = 0,
            errorMessage: String? = nil
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partitionIndex: Int32 = try reader.readInt32()
            let errorCode: Int16 = try reader.readInt16()
            let errorMessage: String? = try reader.readNullableString(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partitionIndex)
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.errorMessage, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
