// Generated from protocol-specs/InternalRecords/Transaction/TransactionLogRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The key of a transactional id's state, in `__transaction_state`.
///
/// Versions 0, flexible none.
public struct TransactionLogKey: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { false }

    public var transactionalId: String

    public init(
        transactionalId: String = ""
    ) {
        self.transactionalId = transactionalId
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let transactionalId: String = try reader.readString(flexible: false)
        self.transactionalId = transactionalId
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.transactionalId, flexible: false)
    }
}

/// The value of a transactional id's state, in `__transaction_state`.
///
/// Versions 0-1, flexible 1.
public struct TransactionLogValue: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 1 }

    public var producerId: Int64
    /// Versions 1+, tag 0, must be the default elsewhere.
    public var previousProducerId: Int64
    /// Versions 1+, tag 1, must be the default elsewhere.
    public var nextProducerId: Int64
    public var producerEpoch: Int16
    public var transactionTimeoutMs: Int32
    public var transactionStatus: Int8
    public var transactionPartitions: [PartitionsSchema]?
    public var transactionLastUpdateTimestampMs: Int64
    public var transactionStartTimestampMs: Int64
    /// Versions 1+, tag 2, must be the default elsewhere.
    public var clientTransactionVersion: Int16
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        producerId: Int64 = 0,
        previousProducerId: Int64 = -1,
        nextProducerId: Int64 = -1,
        producerEpoch: Int16 = 0,
        transactionTimeoutMs: Int32 = 0,
        transactionStatus: Int8 = 0,
        transactionPartitions: [PartitionsSchema]? = [],
        transactionLastUpdateTimestampMs: Int64 = 0,
        transactionStartTimestampMs: Int64 = 0,
        clientTransactionVersion: Int16 = 0
    ) {
        self.producerId = producerId
        self.previousProducerId = previousProducerId
        self.nextProducerId = nextProducerId
        self.producerEpoch = producerEpoch
        self.transactionTimeoutMs = transactionTimeoutMs
        self.transactionStatus = transactionStatus
        self.transactionPartitions = transactionPartitions
        self.transactionLastUpdateTimestampMs = transactionLastUpdateTimestampMs
        self.transactionStartTimestampMs = transactionStartTimestampMs
        self.clientTransactionVersion = clientTransactionVersion
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        let producerId: Int64 = try reader.readInt64()
        let producerEpoch: Int16 = try reader.readInt16()
        let transactionTimeoutMs: Int32 = try reader.readInt32()
        let transactionStatus: Int8 = try reader.readInt8()
        let transactionPartitions: [PartitionsSchema]? = try reader.readNullableStructs(version: version, minimumSize: 3, flexible: flexible)
        let transactionLastUpdateTimestampMs: Int64 = try reader.readInt64()
        let transactionStartTimestampMs: Int64 = try reader.readInt64()
        var previousProducerId: Int64 = -1
        var nextProducerId: Int64 = -1
        var clientTransactionVersion: Int16 = 0
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            var tags = try reader.startTaggedFields()
            while let tag = try reader.nextTag(&tags) {
                switch tag {
                case 0: previousProducerId = try reader.readInt64()
                case 1: nextProducerId = try reader.readInt64()
                case 2: clientTransactionVersion = try reader.readInt16()
                default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
                }
            }
        }
        self.producerId = producerId
        self.previousProducerId = previousProducerId
        self.nextProducerId = nextProducerId
        self.producerEpoch = producerEpoch
        self.transactionTimeoutMs = transactionTimeoutMs
        self.transactionStatus = transactionStatus
        self.transactionPartitions = transactionPartitions
        self.transactionLastUpdateTimestampMs = transactionLastUpdateTimestampMs
        self.transactionStartTimestampMs = transactionStartTimestampMs
        self.clientTransactionVersion = clientTransactionVersion
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        writer.writeInt64(self.producerId)
        writer.writeInt16(self.producerEpoch)
        writer.writeInt32(self.transactionTimeoutMs)
        writer.writeInt8(self.transactionStatus)
        try writer.writeNullableStructs(self.transactionPartitions, version: version, flexible: flexible)
        writer.writeInt64(self.transactionLastUpdateTimestampMs)
        writer.writeInt64(self.transactionStartTimestampMs)
        if version < 1 {
            try requireDefault(self.previousProducerId == -1, "TransactionLogValue.previousProducerId", version)
        }
        if version < 1 {
            try requireDefault(self.nextProducerId == -1, "TransactionLogValue.nextProducerId", version)
        }
        if version < 1 {
            try requireDefault(self.clientTransactionVersion == 0, "TransactionLogValue.clientTransactionVersion", version)
        }
        if flexible {
            var tagCount = self.unknownTaggedFields.count
            if self.previousProducerId != -1 { tagCount &+= 1 }
            if self.nextProducerId != -1 { tagCount &+= 1 }
            if self.clientTransactionVersion != 0 { tagCount &+= 1 }
            writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
            var nextUnknown = 0
            if self.previousProducerId != -1 {
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
                let tag = writer.openTag(0)
                writer.writeInt64(self.previousProducerId)
                try writer.closeTag(tag)
            }
            if self.nextProducerId != -1 {
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 1)
                let tag = writer.openTag(1)
                writer.writeInt64(self.nextProducerId)
                try writer.closeTag(tag)
            }
            if self.clientTransactionVersion != 0 {
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 2)
                let tag = writer.openTag(2)
                writer.writeInt16(self.clientTransactionVersion)
                try writer.closeTag(tag)
            }
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "TransactionLogValue.unknownTaggedFields", version)
        }
    }
}

extension TransactionLogValue {
    /// An element of `transactionPartitions`.
    public struct PartitionsSchema: WireStruct {
        public var topic: String
        public var partitionIds: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topic: String = "",
            partitionIds: [Int32] = []
        ) {
            self.topic = topic
            self.partitionIds = partitionIds
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            let topic: String = try reader.readString(flexible: flexible)
            let partitionIds: [Int32] = try reader.readArray(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.topic = topic
            self.partitionIds = partitionIds
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            try writer.writeString(self.topic, flexible: flexible)
            try writer.writeArray(self.partitionIds, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "TransactionLogValue.PartitionsSchema.unknownTaggedFields", version)
            }
        }
    }
}
