// Generated from protocol-specs/InternalRecords/Metadata/UnregisterBrokerRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// A broker whose registration is removed.
///
/// Metadata record 1, versions 0, flexible 0.
public struct UnregisterBrokerRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 1 }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var brokerId: Int32
    public var brokerEpoch: Int64
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        brokerId: Int32 = 0,
        brokerEpoch: Int64 = 0
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
