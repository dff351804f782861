// Generated from protocol-specs/APIs/ShareGroupHeartbeat.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of ShareGroupHeartbeat (76), versions 0-1, flexible 0-1; Kafka 4.3 serves 1.
///
/// Joins, keeps up and leaves a share group (KIP-932).
public struct ShareGroupHeartbeatRequest: RequestMessage {
    public typealias Response = ShareGroupHeartbeatResponse
    public static var apiKey: ApiKey { .shareGroupHeartbeat }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var groupId: String
    public var memberId: String
    public var memberEpoch: Int32
    public var rackId: String?
    public var subscribedTopicNames: [String]?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        groupId: String = "",
        memberId: String = "",
        memberEpoch: Int32 = 0,
        rackId: String? = nil,
        subscribedTopicNames: [String]? = nil
    ) {
        self.groupId = groupId
        self.memberId = memberId
        self.memberEpoch = memberEpoch
        self.rackId = rackId
        self.subscribedTopicNames = subscribedTopicNames
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let groupId: String = try reader.readString(flexible: true)
        let memberId: String = try reader.readString(flexible: true)
        let memberEpoch: Int32 = try reader.readInt32()
        let rackId: String? = try reader.readNullableString(flexible: true)
        let subscribedTopicNames: [String]? = try reader.readNullableArray(flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.groupId = groupId
        self.memberId = memberId
        self.memberEpoch = memberEpoch
        self.rackId = rackId
        self.subscribedTopicNames = subscribedTopicNames
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.groupId, flexible: true)
        try writer.writeString(self.memberId, flexible: true)
        writer.writeInt32(self.memberEpoch)
        try writer.writeNullableString(self.rackId, flexible: true)
        try writer.writeNullableArray(self.subscribedTopicNames, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

/// The response of ShareGroupHeartbeat (76), versions 0-1, flexible 0-1; Kafka 4.3 serves 1.
///
/// Joins, keeps up and leaves a share group (KIP-932).
public struct ShareGroupHeartbeatResponse: ResponseMessage {
    public static var apiKey: ApiKey { .shareGroupHeartbeat }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var errorMessage: String?
    public var memberId: String?
    public var memberEpoch: Int32
    public var heartbeatIntervalMs: Int32
    public var assignment: Assignment?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        errorMessage: String? = nil,
        memberId: String? = nil,
        memberEpoch: Int32 = 0,
        heartbeatIntervalMs: Int32 = 0,
        assignment: Assignment? = nil
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.memberId = memberId
        self.memberEpoch = memberEpoch
        self.heartbeatIntervalMs = heartbeatIntervalMs
        self.assignment = assignment
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let errorMessage: String? = try reader.readNullableString(flexible: true)
        let memberId: String? = try reader.readNullableString(flexible: true)
        let memberEpoch: Int32 = try reader.readInt32()
        let heartbeatIntervalMs: Int32 = try reader.readInt32()
        let assignment: Assignment? = try reader.readNullableStruct(version: version)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.memberId = memberId
        self.memberEpoch = memberEpoch
        self.heartbeatIntervalMs = heartbeatIntervalMs
        self.assignment = assignment
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        try writer.writeNullableString(self.errorMessage, flexible: true)
        try writer.writeNullableString(self.memberId, flexible: true)
        writer.writeInt32(self.memberEpoch)
        writer.writeInt32(self.heartbeatIntervalMs)
        try writer.writeNullableStruct(self.assignment, version: version)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension ShareGroupHeartbeatResponse {
    /// The value of `assignment`.
    public struct Assignment: WireStruct {
        public var topicPartitions: [TopicPartitions]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicPartitions: [TopicPartitions] = []
        ) {
            self.topicPartitions = topicPartitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicPartitions: [TopicPartitions] = try reader.readStructs(version: version, minimumSize: 18, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicPartitions = topicPartitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeStructs(self.topicPartitions, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension ShareGroupHeartbeatResponse {
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
