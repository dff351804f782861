// Generated from protocol-specs/APIs/BrokerHeartbeat.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of BrokerHeartbeat (63), versions 0-2, flexible 0-2; Kafka 4.3 serves 0-2.
///
/// A broker keeps its registration alive.
public struct BrokerHeartbeatRequest: RequestMessage {
    public typealias Response = BrokerHeartbeatResponse
    public static var apiKey: ApiKey { .brokerHeartbeat }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var brokerId: Int32
    public var brokerEpoch: Int64
    public var currentMetadataOffset: Int64
    public var wantFence: Bool
    public var wantShutDown: Bool
    /// Versions 1+, tag 0, must be the default elsewhere.
    public var offlineLogDirs: [Uuid]
    /// Versions 2+, tag 1, must be the default elsewhere.
    public var cordonedLogDirs: [Uuid]?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        brokerId: Int32 = 0,
        brokerEpoch: Int64 = -1,
        currentMetadataOffset: Int64 = 0,
        wantFence: Bool = false,
        wantShutDown: Bool = false,
        offlineLogDirs: [Uuid] = [],
        cordonedLogDirs: [Uuid]? = nil
    ) {
        self.brokerId = brokerId
        self.brokerEpoch = brokerEpoch
        self.currentMetadataOffset = currentMetadataOffset
        self.wantFence = wantFence
        self.wantShutDown = wantShutDown
        self.offlineLogDirs = offlineLogDirs
        self.cordonedLogDirs = cordonedLogDirs
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let brokerId: Int32 = try reader.readInt32()
        let brokerEpoch: Int64 = try reader.readInt64()
        let currentMetadataOffset: Int64 = try reader.readInt64()
        let wantFence: Bool = try reader.readBool()
        let wantShutDown: Bool = try reader.readBool()
        var offlineLogDirs: [Uuid] = []
        var cordonedLogDirs: [Uuid]? = nil
        var unknownTaggedFields = UnknownTaggedFields()
        var tags = try reader.startTaggedFields()
        while let tag = try reader.nextTag(&tags) {
            switch tag {
            case 0 where version >= 1: offlineLogDirs = try reader.readArray(flexible: true)
            case 1 where version >= 2: cordonedLogDirs = try reader.readNullableArray(flexible: true)
            default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
            }
        }
        self.brokerId = brokerId
        self.brokerEpoch = brokerEpoch
        self.currentMetadataOffset = currentMetadataOffset
        self.wantFence = wantFence
        self.wantShutDown = wantShutDown
        self.offlineLogDirs = offlineLogDirs
        self.cordonedLogDirs = cordonedLogDirs
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.brokerId)
        writer.writeInt64(self.brokerEpoch)
        writer.writeInt64(self.currentMetadataOffset)
        writer.writeBool(self.wantFence)
        writer.writeBool(self.wantShutDown)
        if version < 1 {
            try requireDefault(self.offlineLogDirs.isEmpty, "BrokerHeartbeatRequest.offlineLogDirs", version)
        }
        if version < 2 {
            try requireDefault(self.cordonedLogDirs == nil, "BrokerHeartbeatRequest.cordonedLogDirs", version)
        }
        var tagCount = self.unknownTaggedFields.count
        if version >= 1, !self.offlineLogDirs.isEmpty { tagCount &+= 1 }
        if version >= 2, self.cordonedLogDirs != nil { tagCount &+= 1 }
        writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
        var nextUnknown = 0
        if version >= 1, !self.offlineLogDirs.isEmpty {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
            let tag = writer.openTag(0)
            try writer.writeArray(self.offlineLogDirs, flexible: true)
            try writer.closeTag(tag)
        }
        if version >= 2, self.cordonedLogDirs != nil {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 1)
            let tag = writer.openTag(1)
            try writer.writeNullableArray(self.cordonedLogDirs, flexible: true)
            try writer.closeTag(tag)
        }
        try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
    }
}

/// The response of BrokerHeartbeat (63), versions 0-2, flexible 0-2; Kafka 4.3 serves 0-2.
///
/// A broker keeps its registration alive.
public struct BrokerHeartbeatResponse: ResponseMessage {
    public static var apiKey: ApiKey { .brokerHeartbeat }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var isCaughtUp: Bool
    public var isFenced: Bool
    public var shouldShutDown: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        isCaughtUp: Bool = false,
        isFenced: Bool = true,
        shouldShutDown: Bool = false
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.isCaughtUp = isCaughtUp
        self.isFenced = isFenced
        self.shouldShutDown = shouldShutDown
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let isCaughtUp: Bool = try reader.readBool()
        let isFenced: Bool = try reader.readBool()
        let shouldShutDown: Bool = try reader.readBool()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.isCaughtUp = isCaughtUp
        self.isFenced = isFenced
        self.shouldShutDown = shouldShutDown
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        writer.writeBool(self.isCaughtUp)
        writer.writeBool(self.isFenced)
        writer.writeBool(self.shouldShutDown)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
