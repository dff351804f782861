// Generated from protocol-specs/APIs/AllocateProducerIds.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of AllocateProducerIds (67), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// A broker takes a block of producer ids from the controller.
public struct AllocateProducerIdsRequest: RequestMessage {
    public typealias Response = AllocateProducerIdsResponse
    public static var apiKey: ApiKey { .allocateProducerIds }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var brokerId: Int32
    public var brokerEpoch: Int64
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        brokerId: Int32 = 0,
        brokerEpoch: Int64 = -1
    ) {
        self.brokerId = brokerId
        self.brokerEpoch = brokerEpoch
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let brokerId: Int32 = try reader.readInt32()
        let brokerEpoch: Int64 = try reader.readInt64()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.brokerId = brokerId
        self.brokerEpoch = brokerEpoch
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.brokerId)
        writer.writeInt64(self.brokerEpoch)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

/// The response of AllocateProducerIds (67), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// A broker takes a block of producer ids from the controller.
public struct AllocateProducerIdsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .allocateProducerIds }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var producerIdStart: Int64
    public var producerIdLen: Int32
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        producerIdStart: Int64 = 0,
        producerIdLen: Int32 = 0
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.producerIdStart = producerIdStart
        self.producerIdLen = producerIdLen
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let producerIdStart: Int64 = try reader.readInt64()
        let producerIdLen: Int32 = try reader.readInt32()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.producerIdStart = producerIdStart
        self.producerIdLen = producerIdLen
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        writer.writeInt64(self.producerIdStart)
        writer.writeInt32(self.producerIdLen)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
