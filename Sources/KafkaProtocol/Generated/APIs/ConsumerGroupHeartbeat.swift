// Generated from protocol-specs/APIs/ConsumerGroupHeartbeat.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of ConsumerGroupHeartbeat (68), versions 0-1, flexible 0-1; Kafka 4.3 serves 0-1.
///
/// Joins, keeps up and leaves a consumer group of the new protocol (KIP-848).
public struct ConsumerGroupHeartbeatRequest: RequestMessage {
    public typealias Response = ConsumerGroupHeartbeatResponse
    public static var apiKey: ApiKey { .consumerGroupHeartbeat }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var groupId: String
    public var memberId: String
    public var memberEpoch: Int32
    public var instanceId: String?
    public var rackId: String?
    public var rebalanceTimeoutMs: Int32
    public var subscribedTopicNames: [String]?
    /// Versions 1+, must be the default elsewhere.
    public var subscribedTopicRegex: String?
    public var serverAssignor: String?
    public var topicPartitions: [TopicPartitions]?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        groupId: String = "",
        memberId: String = "",
        memberEpoch: Int32 = 0,
        instanceId: String? = nil,
        rackId: String? = nil,
        rebalanceTimeoutMs: Int32 = -1,
        subscribedTopicNames: [String]? = nil,
        subscribedTopicRegex: String? = nil,
        serverAssignor: String? = nil,
        topicPartitions: [TopicPartitions]? = nil
    ) {
        self.groupId = groupId
        self.memberId = memberId
        self.memberEpoch = memberEpoch
        self.instanceId = instanceId
        self.rackId = rackId
        self.rebalanceTimeoutMs = rebalanceTimeoutMs
        self.subscribedTopicNames = subscribedTopicNames
        self.subscribedTopicRegex = subscribedTopicRegex
        self.serverAssignor = serverAssignor
        self.topicPartitions = topicPartitions
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let groupId: String = try reader.readString(flexible: true)
        let memberId: String = try reader.readString(flexible: true)
        let memberEpoch: Int32 = try reader.readInt32()
        let instanceId: String? = try reader.readNullableString(flexible: true)
        let rackId: String? = try reader.readNullableString(flexible: true)
        let rebalanceTimeoutMs: Int32 = try reader.readInt32()
        let subscribedTopicNames: [String]? = try reader.readNullableArray(flexible: true)
        var subscribedTopicRegex: String? = nil
        if version >= 1 {
            subscribedTopicRegex = try reader.readNullableString(flexible: true)
        }
        let serverAssignor: String? = try reader.readNullableString(flexible: true)
        let topicPartitions: [TopicPartitions]? = try reader.readNullableStructs(version: version, minimumSize: 18, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.groupId = groupId
        self.memberId = memberId
        self.memberEpoch = memberEpoch
        self.instanceId = instanceId
        self.rackId = rackId
        self.rebalanceTimeoutMs = rebalanceTimeoutMs
        self.subscribedTopicNames = subscribedTopicNames
        self.subscribedTopicRegex = subscribedTopicRegex
        self.serverAssignor = serverAssignor
        self.topicPartitions = topicPartitions
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.groupId, flexible: true)
        try writer.writeString(self.memberId, flexible: true)
        writer.writeInt32(self.memberEpoch)
        try writer.writeNullableString(self.instanceId, flexible: true)
        try writer.writeNullableString(self.rackId, flexible: true)
        writer.writeInt32(self.rebalanceTimeoutMs)
        try writer.writeNullableArray(self.subscribedTopicNames, flexible: true)
        if version >= 1 {
            try writer.writeNullableString(self.subscribedTopicRegex, flexible: true)
        } else {
            try requireDefault(self.subscribedTopicRegex == nil, "ConsumerGroupHeartbeatRequest.subscribedTopicRegex", version)
        }
        try writer.writeNullableString(self.serverAssignor, flexible: true)
        try writer.writeNullableStructs(self.topicPartitions, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension ConsumerGroupHeartbeatRequest {
    /// An element of `topicPartitions`.
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

/// The response of ConsumerGroupHeartbeat (68), versions 0-1, flexible 0-1; Kafka 4.3 serves 0-1.
///
/// Joins, keeps up and leaves a consumer group of the new protocol (KIP-848).
public struct ConsumerGroupHeartbeatResponse: ResponseMessage {
    public static var apiKey: ApiKey { .consumerGroupHeartbeat }
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

extension ConsumerGroupHeartbeatResponse {
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

extension ConsumerGroupHeartbeatResponse {
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
