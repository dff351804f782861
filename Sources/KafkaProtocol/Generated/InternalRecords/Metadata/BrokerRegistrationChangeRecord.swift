// Generated from protocol-specs/InternalRecords/Metadata/BrokerRegistrationChangeRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// A change to a broker's registration.
///
/// Metadata record 17, versions 0-2, flexible 0-2.
public struct BrokerRegistrationChangeRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 17 }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var brokerId: Int32
    public var brokerEpoch: Int64
    /// Tag 0.
    public var fenced: Int8
    /// Versions 1+, tag 1, must be the default elsewhere.
    public var inControlledShutdown: Int8
    /// Versions 2+, tag 2, must be the default elsewhere.
    public var logDirs: [Uuid]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        brokerId: Int32 = 0,
        brokerEpoch: Int64 = 0,
        fenced: Int8 = 0,
        inControlledShutdown: Int8 = 0,
        logDirs: [Uuid] = []
    ) {
        self.brokerId = brokerId
        self.brokerEpoch = brokerEpoch
        self.fenced = fenced
        self.inControlledShutdown = inControlledShutdown
        self.logDirs = logDirs
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let brokerId: Int32 = try reader.readInt32()
        let brokerEpoch: Int64 = try reader.readInt64()
        var fenced: Int8 = 0
        var inControlledShutdown: Int8 = 0
        var logDirs: [Uuid] = []
        var unknownTaggedFields = UnknownTaggedFields()
        var tags = try reader.startTaggedFields()
        while let tag = try reader.nextTag(&tags) {
            switch tag {
            case 0: fenced = try reader.readInt8()
            case 1 where version >= 1: inControlledShutdown = try reader.readInt8()
            case 2 where version >= 2: logDirs = try reader.readArray(flexible: true)
            default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
            }
        }
        self.brokerId = brokerId
        self.brokerEpoch = brokerEpoch
        self.fenced = fenced
        self.inControlledShutdown = inControlledShutdown
        self.logDirs = logDirs
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.brokerId)
        writer.writeInt64(self.brokerEpoch)
        if version < 1 {
            try requireDefault(self.inControlledShutdown == 0, "BrokerRegistrationChangeRecord.inControlledShutdown", version)
        }
        if version < 2 {
            try requireDefault(self.logDirs.isEmpty, "BrokerRegistrationChangeRecord.logDirs", version)
        }
        var tagCount = self.unknownTaggedFields.count
        if self.fenced != 0 { tagCount &+= 1 }
        if version >= 1, self.inControlledShutdown != 0 { tagCount &+= 1 }
        if version >= 2, !self.logDirs.isEmpty { tagCount &+= 1 }
        writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
        var nextUnknown = 0
        if self.fenced != 0 {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
            let tag = writer.openTag(0)
            writer.writeInt8(self.fenced)
            try writer.closeTag(tag)
        }
        if version >= 1, self.inControlledShutdown != 0 {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 1)
            let tag = writer.openTag(1)
            writer.writeInt8(self.inControlledShutdown)
            try writer.closeTag(tag)
        }
        if version >= 2, !self.logDirs.isEmpty {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 2)
            let tag = writer.openTag(2)
            try writer.writeArray(self.logDirs, flexible: true)
            try writer.closeTag(tag)
        }
        try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
    }
}
