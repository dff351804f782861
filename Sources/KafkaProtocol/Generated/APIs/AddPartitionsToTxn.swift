// Generated from protocol-specs/APIs/AddPartitionsToTxn.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of AddPartitionsToTxn (24), versions 0-5, flexible 3-5; Kafka 4.3 serves 0-5.
///
/// Adds partitions to an open transaction, or lets a broker verify that they are in it.
public struct AddPartitionsToTxnRequest: RequestMessage {
    public typealias Response = AddPartitionsToTxnResponse
    public static var apiKey: ApiKey { .addPartitionsToTxn }
    public static var validVersions: ClosedRange<Int16> { 0...5 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 3 }

    /// Versions 4+, must be the default elsewhere.
    public var transactions: [AddPartitionsToTxnTransaction]
    /// Versions 0-3, must be the default elsewhere.
    public var v3AndBelowTransactionalId: String
    /// Versions 0-3, must be the default elsewhere.
    public var v3AndBelowProducerId: Int64
    /// Versions 0-3, must be the default elsewhere.
    public var v3AndBelowProducerEpoch: Int16
    /// Versions 0-3, must be the default elsewhere.
    public var v3AndBelowTopics: [AddPartitionsToTxnTopic]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        transactions: [AddPartitionsToTxnTransaction] = [],
        v3AndBelowTransactionalId: String = "",
        v3AndBelowProducerId: Int64 = 0,
        v3AndBelowProducerEpoch: Int16 = 0,
        v3AndBelowTopics: [AddPartitionsToTxnTopic] = []
    ) {
        self.transactions = transactions
        self.v3AndBelowTransactionalId = v3AndBelowTransactionalId
        self.v3AndBelowProducerId = v3AndBelowProducerId
        self.v3AndBelowProducerEpoch = v3AndBelowProducerEpoch
        self.v3AndBelowTopics = v3AndBelowTopics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        var transactions: [AddPartitionsToTxnTransaction] = []
        if version >= 4 {
            transactions = try reader.readStructs(version: version, minimumSize: 14, flexible: true)
        }
        var v3AndBelowTransactionalId: String = ""
        var v3AndBelowProducerId: Int64 = 0
        var v3AndBelowProducerEpoch: Int16 = 0
        var v3AndBelowTopics: [AddPartitionsToTxnTopic] = []
        if version <= 3 {
            v3AndBelowTransactionalId = try reader.readString(flexible: flexible)
            v3AndBelowProducerId = try reader.readInt64()
            v3AndBelowProducerEpoch = try reader.readInt16()
            v3AndBelowTopics = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.transactions = transactions
        self.v3AndBelowTransactionalId = v3AndBelowTransactionalId
        self.v3AndBelowProducerId = v3AndBelowProducerId
        self.v3AndBelowProducerEpoch = v3AndBelowProducerEpoch
        self.v3AndBelowTopics = v3AndBelowTopics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        if version >= 4 {
            try writer.writeStructs(self.transactions, version: version, flexible: true)
        } else {
            try requireDefault(self.transactions.isEmpty, "AddPartitionsToTxnRequest.transactions", version)
        }
        if version <= 3 {
            try writer.writeString(self.v3AndBelowTransactionalId, flexible: flexible)
            writer.writeInt64(self.v3AndBelowProducerId)
            writer.writeInt16(self.v3AndBelowProducerEpoch)
            try writer.writeStructs(self.v3AndBelowTopics, version: version, flexible: flexible)
        } else {
            try requireDefault(self.v3AndBelowTransactionalId == "", "AddPartitionsToTxnRequest.v3AndBelowTransactionalId", version)
            try requireDefault(self.v3AndBelowProducerId == 0, "AddPartitionsToTxnRequest.v3AndBelowProducerId", version)
            try requireDefault(self.v3AndBelowProducerEpoch == 0, "AddPartitionsToTxnRequest.v3AndBelowProducerEpoch", version)
            try requireDefault(self.v3AndBelowTopics.isEmpty, "AddPartitionsToTxnRequest.v3AndBelowTopics", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "AddPartitionsToTxnRequest.unknownTaggedFields", version)
        }
    }
}

extension AddPartitionsToTxnRequest {
    /// An element of `transactions`.
    public struct AddPartitionsToTxnTransaction: WireStruct {
        /// Unique in its array.
        public var transactionalId: String
        public var producerId: Int64
        public var producerEpoch: Int16
        public var verifyOnly: Bool
        public var topics: [AddPartitionsToTxnTopic]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            transactionalId: String = "",
            producerId: Int64 = 0,
            producerEpoch: Int16 = 0,
            verifyOnly: Bool = false,
            topics: [AddPartitionsToTxnTopic] = []
        ) {
            self.transactionalId = transactionalId
            self.producerId = producerId
            self.producerEpoch = producerEpoch
            self.verifyOnly = verifyOnly
            self.topics = topics
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let transactionalId: String = try reader.readString(flexible: true)
            let producerId: Int64 = try reader.readInt64()
            let producerEpoch: Int16 = try reader.readInt16()
            let verifyOnly: Bool = try reader.readBool()
            let topics: [AddPartitionsToTxnTopic] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.transactionalId = transactionalId
            self.producerId = producerId
            self.producerEpoch = producerEpoch
            self.verifyOnly = verifyOnly
            self.topics = topics
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.transactionalId, flexible: true)
            writer.writeInt64(self.producerId)
            writer.writeInt16(self.producerEpoch)
            writer.writeBool(self.verifyOnly)
            try writer.writeStructs(self.topics, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension AddPartitionsToTxnRequest {
    /// A struct that several fields share.
    public struct AddPartitionsToTxnTopic: WireStruct {
        /// Unique in its array.
        public var name: String
        public var partitions: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            partitions: [Int32] = []
        ) {
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 3
            let name: String = try reader.readString(flexible: flexible)
            let partitions: [Int32] = try reader.readArray(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 3
            try writer.writeString(self.name, flexible: flexible)
            try writer.writeArray(self.partitions, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "AddPartitionsToTxnRequest.AddPartitionsToTxnTopic.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of AddPartitionsToTxn (24), versions 0-5, flexible 3-5; Kafka 4.3 serves 0-5.
///
/// Adds partitions to an open transaction, or lets a broker verify that they are in it.
public struct AddPartitionsToTxnResponse: ResponseMessage {
    public static var apiKey: ApiKey { .addPartitionsToTxn }
    public static var validVersions: ClosedRange<Int16> { 0...5 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 3 }

    public var throttleTimeMs: Int32
    /// Versions 4+, dropped elsewhere.
    public var errorCode: Int16
    /// Versions 4+, must be the default elsewhere.
    public var resultsByTransaction: [AddPartitionsToTxnResult]
    /// Versions 0-3, must be the default elsewhere.
    public var resultsByTopicV3AndBelow: [AddPartitionsToTxnTopicResult]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        resultsByTransaction: [AddPartitionsToTxnResult] = [],
        resultsByTopicV3AndBelow: [AddPartitionsToTxnTopicResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.resultsByTransaction = resultsByTransaction
        self.resultsByTopicV3AndBelow = resultsByTopicV3AndBelow
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        let throttleTimeMs: Int32 = try reader.readInt32()
        var errorCode: Int16 = 0
        var resultsByTransaction: [AddPartitionsToTxnResult] = []
        if version >= 4 {
            errorCode = try reader.readInt16()
            resultsByTransaction = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
        }
        var resultsByTopicV3AndBelow: [AddPartitionsToTxnTopicResult] = []
        if version <= 3 {
            resultsByTopicV3AndBelow = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.resultsByTransaction = resultsByTransaction
        self.resultsByTopicV3AndBelow = resultsByTopicV3AndBelow
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        writer.writeInt32(self.throttleTimeMs)
        if version >= 4 {
            writer.writeInt16(self.errorCode)
            try writer.writeStructs(self.resultsByTransaction, version: version, flexible: true)
        } else {
            try requireDefault(self.resultsByTransaction.isEmpty, "AddPartitionsToTxnResponse.resultsByTransaction", version)
        }
        if version <= 3 {
            try writer.writeStructs(self.resultsByTopicV3AndBelow, version: version, flexible: flexible)
        } else {
            try requireDefault(self.resultsByTopicV3AndBelow.isEmpty, "AddPartitionsToTxnResponse.resultsByTopicV3AndBelow", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "AddPartitionsToTxnResponse.unknownTaggedFields", version)
        }
    }
}

extension AddPartitionsToTxnResponse {
    /// An element of `resultsByTransaction`.
    public struct AddPartitionsToTxnResult: WireStruct {
        /// Unique in its array.
        public var transactionalId: String
        public var topicResults: [AddPartitionsToTxnTopicResult]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            transactionalId: String = "",
            topicResults: [AddPartitionsToTxnTopicResult] = []
        ) {
            self.transactionalId = transactionalId
            self.topicResults = topicResults
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let transactionalId: String = try reader.readString(flexible: true)
            let topicResults: [AddPartitionsToTxnTopicResult] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.transactionalId = transactionalId
            self.topicResults = topicResults
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.transactionalId, flexible: true)
            try writer.writeStructs(self.topicResults, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension AddPartitionsToTxnResponse {
    /// A struct that several fields share.
    public struct AddPartitionsToTxnTopicResult: WireStruct {
        /// Unique in its array.
        public var name: String
        public var resultsByPartition: [AddPartitionsToTxnPartitionResult]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            resultsByPartition: [AddPartitionsToTxnPartitionResult] = []
        ) {
            self.name = name
            self.resultsByPartition = resultsByPartition
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 3
            let name: String = try reader.readString(flexible: flexible)
            let resultsByPartition: [AddPartitionsToTxnPartitionResult] = try reader.readStructs(version: version, minimumSize: 6, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.resultsByPartition = resultsByPartition
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 3
            try writer.writeString(self.name, flexible: flexible)
            try writer.writeStructs(self.resultsByPartition, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "AddPartitionsToTxnResponse.AddPartitionsToTxnTopicResult.unknownTaggedFields", version)
            }
        }
    }
}

extension AddPartitionsToTxnResponse {
    /// A struct that several fields share.
    public struct AddPartitionsToTxnPartitionResult: WireStruct {
        /// Unique in its array.
        public var partitionIndex: Int32
        public var partitionErrorCode: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            partitionErrorCode: Int16 = 0
        ) {
            self.partitionIndex = partitionIndex
            self.partitionErrorCode = partitionErrorCode
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 3
            let partitionIndex: Int32 = try reader.readInt32()
            let partitionErrorCode: Int16 = try reader.readInt16()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.partitionIndex = partitionIndex
            self.partitionErrorCode = partitionErrorCode
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 3
            writer.writeInt32(self.partitionIndex)
            writer.writeInt16(self.partitionErrorCode)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "AddPartitionsToTxnResponse.AddPartitionsToTxnPartitionResult.unknownTaggedFields", version)
            }
        }
    }
}
