// Generated from protocol-specs/APIs/EndTxn.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of EndTxn (26), versions 0-5, flexible 3-5; Kafka 4.3 serves 0-5.
///
/// Commits or aborts a transaction.
public struct EndTxnRequest: RequestMessage {
    public typealias Response = EndTxnResponse
    public static var apiKey: ApiKey { .endTxn }
    public static var validVersions: ClosedRange<Int16> { 0...5 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 3 }

    public var transactionalId: String
    public var producerId: Int64
    public var producerEpoch: Int16
    public var committed: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        transactionalId: String = "",
        producerId: Int64 = 0,
        producerEpoch: Int16 = 0,
        committed: Bool = false
    ) {
        self.transactionalId = transactionalId
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.committed = committed
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        let transactionalId: String = try reader.readString(flexible: flexible)
        let producerId: Int64 = try reader.readInt64()
        let producerEpoch: Int16 = try reader.readInt16()
        let committed: Bool = try reader.readBool()
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.transactionalId = transactionalId
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.committed = committed
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        try writer.writeString(self.transactionalId, flexible: flexible)
        writer.writeInt64(self.producerId)
        writer.writeInt16(self.producerEpoch)
        writer.writeBool(self.committed)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "EndTxnRequest.unknownTaggedFields", version)
        }
    }
}

/// The response of EndTxn (26), versions 0-5, flexible 3-5; Kafka 4.3 serves 0-5.
///
/// Commits or aborts a transaction.
public struct EndTxnResponse: ResponseMessage {
    public static var apiKey: ApiKey { .endTxn }
    public static var validVersions: ClosedRange<Int16> { 0...5 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 3 }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    /// Versions 5+, dropped elsewhere.
    public var producerId: Int64
    /// Versions 5+, dropped elsewhere.
    public var producerEpoch: Int16
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        producerId: Int64 = -1,
        producerEpoch: Int16 = -1
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        var producerId: Int64 = -1
        var producerEpoch: Int16 = -1
        if version >= 5 {
            producerId = try reader.readInt64()
            producerEpoch = try reader.readInt16()
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        if version >= 5 {
            writer.writeInt64(self.producerId)
            writer.writeInt16(self.producerEpoch)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "EndTxnResponse.unknownTaggedFields", version)
        }
    }
}
