// Generated from protocol-specs/APIs/WriteShareGroupState.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of WriteShareGroupState (85), versions 0-1, flexible 0-1; Kafka 4.3 serves 0-1.
///
/// Writes the state of share partitions (KIP-932).
public struct WriteShareGroupStateRequest: RequestMessage {
    public typealias Response = WriteShareGroupStateResponse
    public static var apiKey: ApiKey { .writeShareGroupState }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var groupId: String
    public var topics: [WriteStateData]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        groupId: String = "",
        topics: [WriteStateData] = []
    ) {
        self.groupId = groupId
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        self.groupId = try reader.readString(flexible: true)
        self.topics = try reader.readStructs(version: version, minimumSize: 18, flexible: true)
        self.unknownTaggedFields = try reader.readUnknownTaggedFields()
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.groupId, flexible: true)
        try writer.writeStructs(self.topics, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension WriteShareGroupStateRequest {
    /// An element of `topics`.
    public struct WriteStateData: WireStruct {
        public var topicId: Uuid
        public var partitions: [PartitionData]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicId: Uuid = .zero,
            partitions: [PartitionData] = []
        ) {
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicId = try reader.readUuid()
            self.partitions = try reader.readStructs(version: version, minimumSize: 22, flexible: true)
            self.unknownTaggedFields = try reader.readUnknownTaggedFields()
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeUuid(self.topicId)
            try writer.writeStructs(self.partitions, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension WriteShareGroupStateRequest {
    /// An element of `partitions`.
    public struct PartitionData: WireStruct {
        public var partition: Int32
        public var stateEpoch: Int32
        public var leaderEpoch: Int32
        public var startOffset: Int64
        /// Versions 1+, dropped elsewhere.
        public var deliveryCompleteCount: Int32
        public var stateBatches: [StateBatch]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partition: Int32 = 0,
            stateEpoch: Int32 = 0,
            leaderEpoch: Int32 = 0,
            startOffset: Int64 = 0,
            deliveryCompleteCount: Int32 = -1,
            stateBatches: [StateBatch] = []
        ) {
            self.partition = partition
            self.stateEpoch = stateEpoch
            self.leaderEpoch = leaderEpoch
            self.startOffset = startOffset
            self.deliveryCompleteCount = deliveryCompleteCount
            self.stateBatches = stateBatches
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.deliveryCompleteCount = -1
            self.partition = try reader.readInt32()
            self.stateEpoch = try reader.readInt32()
            self.leaderEpoch = try reader.readInt32()
            self.startOffset = try reader.readInt64()
            if version >= 1 {
                self.deliveryCompleteCount = try reader.readInt32()
            }
            self.stateBatches = try reader.readStructs(version: version, minimumSize: 20, flexible: true)
            self.unknownTaggedFields = try reader.readUnknownTaggedFields()
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partition)
            writer.writeInt32(self.stateEpoch)
            writer.writeInt32(self.leaderEpoch)
            writer.writeInt64(self.startOffset)
            if version >= 1 {
                writer.writeInt32(self.deliveryCompleteCount)
            }
            try writer.writeStructs(self.stateBatches, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension WriteShareGroupStateRequest {
    /// An element of `stateBatches`.
    public struct StateBatch: WireStruct {
        public var firstOffset: Int64
        public var lastOffset: Int64
        public var deliveryState: Int8
        public var deliveryCount: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            firstOffset: Int64 = 0,
            lastOffset: Int64 = 0,
            deliveryState: Int8 = 0,
            deliveryCount: Int16 = 0
        ) {
            self.firstOffset = firstOffset
            self.lastOffset = lastOffset
            self.deliveryState = deliveryState
            self.deliveryCount = deliveryCount
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.firstOffset = try reader.readInt64()
            self.lastOffset = try reader.readInt64()
            self.deliveryState = try reader.readInt8()
            self.deliveryCount = try reader.readInt16()
            self.unknownTaggedFields = try reader.readUnknownTaggedFields()
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt64(self.firstOffset)
            writer.writeInt64(self.lastOffset)
            writer.writeInt8(self.deliveryState)
            writer.writeInt16(self.deliveryCount)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of WriteShareGroupState (85), versions 0-1, flexible 0-1; Kafka 4.3 serves 0-1.
///
/// Writes the state of share partitions (KIP-932).
public struct WriteShareGroupStateResponse: ResponseMessage {
    public static var apiKey: ApiKey { .writeShareGroupState }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var results: [WriteStateResult]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        results: [WriteStateResult] = []
    ) {
        self.results = results
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        self.results = try reader.readStructs(version: version, minimumSize: 18, flexible: true)
        self.unknownTaggedFields = try reader.readUnknownTaggedFields()
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeStructs(self.results, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension WriteShareGroupStateResponse {
    /// An element of `results`.
    public struct WriteStateResult: WireStruct {
        public var topicId: Uuid
        public var partitions: [PartitionResult]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicId: Uuid = .zero,
            partitions: [PartitionResult] = []
        ) {
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicId = try reader.readUuid()
            self.partitions = try reader.readStructs(version: version, minimumSize: 8, flexible: true)
            self.unknownTaggedFields = try reader.readUnknownTaggedFields()
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeUuid(self.topicId)
            try writer.writeStructs(self.partitions, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension WriteShareGroupStateResponse {
    /// An element of `partitions`.
    public struct PartitionResult: WireStruct {
        public var partition: Int32
        public var errorCode: Int16
        public var errorMessage: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partition: Int32 = 0,
            errorCode: Int16 = 0,
            errorMessage: String? = nil
        ) {
            self.partition = partition
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partition = try reader.readInt32()
            self.errorCode = try reader.readInt16()
            self.errorMessage = try reader.readNullableString(flexible: true)
            self.unknownTaggedFields = try reader.readUnknownTaggedFields()
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partition)
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.errorMessage, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
