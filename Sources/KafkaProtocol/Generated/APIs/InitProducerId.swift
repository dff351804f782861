// Generated from protocol-specs/APIs/InitProducerId.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of InitProducerId (22), versions 0-6, flexible 2-6; Kafka 4.3 serves 0-6.
///
/// Gives out a producer id and epoch; ends what an older producer of the transactional id left open.
public struct InitProducerIdRequest: RequestMessage {
    public typealias Response = InitProducerIdResponse
    public static var apiKey: ApiKey { .initProducerId }
    public static var validVersions: ClosedRange<Int16> { 0...6 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var transactionalId: String?
    public var transactionTimeoutMs: Int32
    /// Versions 3+, must be the default elsewhere.
    public var producerId: Int64
    /// Versions 3+, must be the default elsewhere.
    public var producerEpoch: Int16
    /// Versions 6+, must be the default elsewhere.
    public var enable2Pc: Bool
    /// Versions 6+, must be the default elsewhere.
    public var keepPreparedTxn: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        transactionalId: String? = "",
        transactionTimeoutMs: Int32 = 0,
        producerId: Int64 = -1,
        producerEpoch: Int16 = -1,
        enable2Pc: Bool = false,
        keepPreparedTxn: Bool = false
    ) {
        self.transactionalId = transactionalId
        self.transactionTimeoutMs = transactionTimeoutMs
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.enable2Pc = enable2Pc
        self.keepPreparedTxn = keepPreparedTxn
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let transactionalId: String? = try reader.readNullableString(flexible: flexible)
        let transactionTimeoutMs: Int32 = try reader.readInt32()
        var producerId: Int64 = -1
        var producerEpoch: Int16 = -1
        if version >= 3 {
            producerId = try reader.readInt64()
            producerEpoch = try reader.readInt16()
        }
        var enable2Pc: Bool = false
        var keepPreparedTxn: Bool = false
        if version >= 6 {
            enable2Pc = try reader.readBool()
            keepPreparedTxn = try reader.readBool()
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.transactionalId = transactionalId
        self.transactionTimeoutMs = transactionTimeoutMs
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.enable2Pc = enable2Pc
        self.keepPreparedTxn = keepPreparedTxn
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        try writer.writeNullableString(self.transactionalId, flexible: flexible)
        writer.writeInt32(self.transactionTimeoutMs)
        if version >= 3 {
            writer.writeInt64(self.producerId)
            writer.writeInt16(self.producerEpoch)
        } else {
            try requireDefault(self.producerId == -1, "InitProducerIdRequest.producerId", version)
            try requireDefault(self.producerEpoch == -1, "InitProducerIdRequest.producerEpoch", version)
        }
        if version >= 6 {
            writer.writeBool(self.enable2Pc)
            writer.writeBool(self.keepPreparedTxn)
        } else {
            try requireDefault(!self.enable2Pc, "InitProducerIdRequest.enable2Pc", version)
            try requireDefault(!self.keepPreparedTxn, "InitProducerIdRequest.keepPreparedTxn", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "InitProducerIdRequest.unknownTaggedFields", version)
        }
    }
}

/// The response of InitProducerId (22), versions 0-6, flexible 2-6; Kafka 4.3 serves 0-6.
///
/// Gives out a producer id and epoch; ends what an older producer of the transactional id left open.
public struct InitProducerIdResponse: ResponseMessage {
    public static var apiKey: ApiKey { .initProducerId }
    public static var validVersions: ClosedRange<Int16> { 0...6 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var producerId: Int64
    public var producerEpoch: Int16
    /// Versions 6+, must be the default elsewhere.
    public var ongoingTxnProducerId: Int64
    /// Versions 6+, must be the default elsewhere.
    public var ongoingTxnProducerEpoch: Int16
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        producerId: Int64 = -1,
        producerEpoch: Int16 = 0,
        ongoingTxnProducerId: Int64 = -1,
        ongoingTxnProducerEpoch: Int16 = -1
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.ongoingTxnProducerId = ongoingTxnProducerId
        self.ongoingTxnProducerEpoch = ongoingTxnProducerEpoch
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let producerId: Int64 = try reader.readInt64()
        let producerEpoch: Int16 = try reader.readInt16()
        var ongoingTxnProducerId: Int64 = -1
        var ongoingTxnProducerEpoch: Int16 = -1
        if version >= 6 {
            ongoingTxnProducerId = try reader.readInt64()
            ongoingTxnProducerEpoch = try reader.readInt16()
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.ongoingTxnProducerId = ongoingTxnProducerId
        self.ongoingTxnProducerEpoch = ongoingTxnProducerEpoch
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        writer.writeInt64(self.producerId)
        writer.writeInt16(self.producerEpoch)
        if version >= 6 {
            writer.writeInt64(self.ongoingTxnProducerId)
            writer.writeInt16(self.ongoingTxnProducerEpoch)
        } else {
            try requireDefault(self.ongoingTxnProducerId == -1, "InitProducerIdResponse.ongoingTxnProducerId", version)
            try requireDefault(self.ongoingTxnProducerEpoch == -1, "InitProducerIdResponse.ongoingTxnProducerEpoch", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "InitProducerIdResponse.unknownTaggedFields", version)
        }
    }
}
