// Generated from protocol-specs/APIs/DescribeTransactions.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of DescribeTransactions (65), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Describes transactions by id.
public struct DescribeTransactionsRequest: RequestMessage {
    public typealias Response = DescribeTransactionsResponse
    public static var apiKey: ApiKey { .describeTransactions }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var transactionalIds: [String]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        transactionalIds: [String] = []
    ) {
        self.transactionalIds = transactionalIds
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let transactionalIds: [String] = try reader.readArray(flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.transactionalIds = transactionalIds
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeArray(self.transactionalIds, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

/// The response of DescribeTransactions (65), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Describes transactions by id.
public struct DescribeTransactionsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .describeTransactions }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var transactionStates: [TransactionState]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        transactionStates: [TransactionState] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.transactionStates = transactionStates
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let transactionStates: [TransactionState] = try reader.readStructs(version: version, minimumSize: 28, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.transactionStates = transactionStates
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        try writer.writeStructs(self.transactionStates, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension DescribeTransactionsResponse {
    /// An element of `transactionStates`.
    public struct TransactionState: WireStruct {
        public var errorCode: Int16
        public var transactionalId: String
        public var transactionState: String
        public var transactionTimeoutMs: Int32
        public var transactionStartTimeMs: Int64
        public var producerId: Int64
        public var producerEpoch: Int16
        public var topics: [TopicData]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            errorCode: Int16 = 0,
            transactionalId: String = "",
            transactionState: String = "",
            transactionTimeoutMs: Int32 = 0,
            transactionStartTimeMs: Int64 = 0,
            producerId: Int64 = 0,
            producerEpoch: Int16 = 0,
            topics: [TopicData] = []
        ) {
            self.errorCode = errorCode
            self.transactionalId = transactionalId
            self.transactionState = transactionState
            self.transactionTimeoutMs = transactionTimeoutMs
            self.transactionStartTimeMs = transactionStartTimeMs
            self.producerId = producerId
            self.producerEpoch = producerEpoch
            self.topics = topics
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let errorCode: Int16 = try reader.readInt16()
            let transactionalId: String = try reader.readString(flexible: true)
            let transactionState: String = try reader.readString(flexible: true)
            let transactionTimeoutMs: Int32 = try reader.readInt32()
            let transactionStartTimeMs: Int64 = try reader.readInt64()
            let producerId: Int64 = try reader.readInt64()
            let producerEpoch: Int16 = try reader.readInt16()
            let topics: [TopicData] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.errorCode = errorCode
            self.transactionalId = transactionalId
            self.transactionState = transactionState
            self.transactionTimeoutMs = transactionTimeoutMs
            self.transactionStartTimeMs = transactionStartTimeMs
            self.producerId = producerId
            self.producerEpoch = producerEpoch
            self.topics = topics
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt16(self.errorCode)
            try writer.writeString(self.transactionalId, flexible: true)
            try writer.writeString(self.transactionState, flexible: true)
            writer.writeInt32(self.transactionTimeoutMs)
            writer.writeInt64(self.transactionStartTimeMs)
            writer.writeInt64(self.producerId)
            writer.writeInt16(self.producerEpoch)
            try writer.writeStructs(self.topics, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension DescribeTransactionsResponse {
    /// An element of `topics`.
    public struct TopicData: WireStruct {
        /// Unique in its array.
        public var topic: String
        public var partitions: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topic: String = "",
            partitions: [Int32] = []
        ) {
            self.topic = topic
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topic: String = try reader.readString(flexible: true)
            let partitions: [Int32] = try reader.readArray(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topic = topic
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.topic, flexible: true)
            try writer.writeArray(self.partitions, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
