// Generated from protocol-specs/APIs/DescribeProducers.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of DescribeProducers (61), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Describes the producers known to partitions.
public struct DescribeProducersRequest: RequestMessage {
    public typealias Response = DescribeProducersResponse
    public static var apiKey: ApiKey { .describeProducers }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var topics: [TopicRequest]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        topics: [TopicRequest] = []
    ) {
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let topics: [TopicRequest] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
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

extension DescribeProducersRequest {
    /// An element of `topics`.
    public struct TopicRequest: WireStruct {
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
            let name: String = try reader.readString(flexible: true)
            let partitionIndexes: [Int32] = try reader.readArray(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.partitionIndexes = partitionIndexes
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            try writer.writeArray(self.partitionIndexes, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of DescribeProducers (61), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Describes the producers known to partitions.
public struct DescribeProducersResponse: ResponseMessage {
    public static var apiKey: ApiKey { .describeProducers }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var topics: [TopicResponse]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        topics: [TopicResponse] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let topics: [TopicResponse] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        try writer.writeStructs(self.topics, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension DescribeProducersResponse {
    /// An element of `topics`.
    public struct TopicResponse: WireStruct {
        public var name: String
        public var partitions: [PartitionResponse]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            partitions: [PartitionResponse] = []
        ) {
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: true)
            let partitions: [PartitionResponse] = try reader.readStructs(version: version, minimumSize: 9, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            try writer.writeStructs(self.partitions, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension DescribeProducersResponse {
    /// An element of `partitions`.
    public struct PartitionResponse: WireStruct {
        public var partitionIndex: Int32
        public var errorCode: Int16
        public var errorMessage: String?
        public var activeProducers: [ProducerState]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            errorCode: Int16 = 0,
            errorMessage: String? = nil,
            activeProducers: [ProducerState] = []
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.activeProducers = activeProducers
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partitionIndex: Int32 = try reader.readInt32()
            let errorCode: Int16 = try reader.readInt16()
            let errorMessage: String? = try reader.readNullableString(flexible: true)
            let activeProducers: [ProducerState] = try reader.readStructs(version: version, minimumSize: 37, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.activeProducers = activeProducers
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partitionIndex)
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.errorMessage, flexible: true)
            try writer.writeStructs(self.activeProducers, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension DescribeProducersResponse {
    /// An element of `activeProducers`.
    public struct ProducerState: WireStruct {
        public var producerId: Int64
        public var producerEpoch: Int32
        public var lastSequence: Int32
        public var lastTimestamp: Int64
        public var coordinatorEpoch: Int32
        public var currentTxnStartOffset: Int64
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            producerId: Int64 = 0,
            producerEpoch: Int32 = 0,
            lastSequence: Int32 = -1,
            lastTimestamp: Int64 = -1,
            coordinatorEpoch: Int32 = 0,
            currentTxnStartOffset: Int64 = -1
        ) {
            self.producerId = producerId
            self.producerEpoch = producerEpoch
            self.lastSequence = lastSequence
            self.lastTimestamp = lastTimestamp
            self.coordinatorEpoch = coordinatorEpoch
            self.currentTxnStartOffset = currentTxnStartOffset
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let producerId: Int64 = try reader.readInt64()
            let producerEpoch: Int32 = try reader.readInt32()
            let lastSequence: Int32 = try reader.readInt32()
            let lastTimestamp: Int64 = try reader.readInt64()
            let coordinatorEpoch: Int32 = try reader.readInt32()
            let currentTxnStartOffset: Int64 = try reader.readInt64()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.producerId = producerId
            self.producerEpoch = producerEpoch
            self.lastSequence = lastSequence
            self.lastTimestamp = lastTimestamp
            self.coordinatorEpoch = coordinatorEpoch
            self.currentTxnStartOffset = currentTxnStartOffset
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt64(self.producerId)
            writer.writeInt32(self.producerEpoch)
            writer.writeInt32(self.lastSequence)
            writer.writeInt64(self.lastTimestamp)
            writer.writeInt32(self.coordinatorEpoch)
            writer.writeInt64(self.currentTxnStartOffset)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
