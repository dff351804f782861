// Generated from protocol-specs/InternalRecords/Metadata/RegisterBrokerRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// A broker's registration.
///
/// Metadata record 0, versions 0-3, flexible 0-3.
public struct RegisterBrokerRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 0 }
    public static var validVersions: ClosedRange<Int16> { 0...3 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var brokerId: Int32
    /// Versions 2+, must be the default elsewhere.
    public var isMigratingZkBroker: Bool
    public var incarnationId: Uuid
    public var brokerEpoch: Int64
    public var endPoints: [BrokerEndpoint]
    public var features: [BrokerFeature]
    public var rack: String?
    public var fenced: Bool
    /// Versions 1+, must be the default elsewhere.
    public var inControlledShutdown: Bool
    /// Versions 3+, tag 0, must be the default elsewhere.
    public var logDirs: [Uuid]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        brokerId: Int32 = 0,
        isMigratingZkBroker: Bool = false,
        incarnationId: Uuid = .zero,
        brokerEpoch: Int64 = 0,
        endPoints: [BrokerEndpoint] = [],
        features: [BrokerFeature] = [],
        rack: String? = "",
        fenced: Bool = true,
        inControlledShutdown: Bool = false,
        logDirs: [Uuid] = []
    ) {
        self.brokerId = brokerId
        self.isMigratingZkBroker = isMigratingZkBroker
        self.incarnationId = incarnationId
        self.brokerEpoch = brokerEpoch
        self.endPoints = endPoints
        self.features = features
        self.rack = rack
        self.fenced = fenced
        self.inControlledShutdown = inControlledShutdown
        self.logDirs = logDirs
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let brokerId: Int32 = try reader.readInt32()
        var isMigratingZkBroker: Bool = false
        if version >= 2 {
            isMigratingZkBroker = try reader.readBool()
        }
        let incarnationId: Uuid = try reader.readUuid()
        let brokerEpoch: Int64 = try reader.readInt64()
        let endPoints: [BrokerEndpoint] = try reader.readStructs(version: version, minimumSize: 7, flexible: true)
        let features: [BrokerFeature] = try reader.readStructs(version: version, minimumSize: 6, flexible: true)
        let rack: String? = try reader.readNullableString(flexible: true)
        let fenced: Bool = try reader.readBool()
        var inControlledShutdown: Bool = false
        if version >= 1 {
            inControlledShutdown = try reader.readBool()
        }
        var logDirs: [Uuid] = []
        var unknownTaggedFields = UnknownTaggedFields()
        var tags = try reader.startTaggedFields()
        while let tag = try reader.nextTag(&tags) {
            switch tag {
            case 0 where version >= 3: logDirs = try reader.readArray(flexible: true)
            default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
            }
        }
        self.brokerId = brokerId
        self.isMigratingZkBroker = isMigratingZkBroker
        self.incarnationId = incarnationId
        self.brokerEpoch = brokerEpoch
        self.endPoints = endPoints
        self.features = features
        self.rack = rack
        self.fenced = fenced
        self.inControlledShutdown = inControlledShutdown
        self.logDirs = logDirs
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.brokerId)
        if version >= 2 {
            writer.writeBool(self.isMigratingZkBroker)
        } else {
            try requireDefault(!self.isMigratingZkBroker, "RegisterBrokerRecord.isMigratingZkBroker", version)
        }
        writer.writeUuid(self.incarnationId)
        writer.writeInt64(self.brokerEpoch)
        try writer.writeStructs(self.endPoints, version: version, flexible: true)
        try writer.writeStructs(self.features, version: version, flexible: true)
        try writer.writeNullableString(self.rack, flexible: true)
        writer.writeBool(self.fenced)
        if version >= 1 {
            writer.writeBool(self.inControlledShutdown)
        } else {
            try requireDefault(!self.inControlledShutdown, "RegisterBrokerRecord.inControlledShutdown", version)
        }
        if version < 3 {
            try requireDefault(self.logDirs.isEmpty, "RegisterBrokerRecord.logDirs", version)
        }
        var tagCount = self.unknownTaggedFields.count
        if version >= 3, !self.logDirs.isEmpty { tagCount &+= 1 }
        writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
        var nextUnknown = 0
        if version >= 3, !self.logDirs.isEmpty {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
            let tag = writer.openTag(0)
            try writer.writeArray(self.logDirs, flexible: true)
            try writer.closeTag(tag)
        }
        try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
    }
}

extension RegisterBrokerRecord {
    /// An element of `endPoints`.
    public struct BrokerEndpoint: WireStruct {
        /// Unique in its array.
        public var name: String
        public var host: String
        public var port: UInt16
        public var securityProtocol: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            host: String = "",
            port: UInt16 = 0,
            securityProtocol: Int16 = 0
        ) {
            self.name = name
            self.host = host
            self.port = port
            self.securityProtocol = securityProtocol
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: true)
            let host: String = try reader.readString(flexible: true)
            let port: UInt16 = try reader.readUInt16()
            let securityProtocol: Int16 = try reader.readInt16()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.host = host
            self.port = port
            self.securityProtocol = securityProtocol
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            try writer.writeString(self.host, flexible: true)
            writer.writeUInt16(self.port)
            writer.writeInt16(self.securityProtocol)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension RegisterBrokerRecord {
    /// An element of `features`.
    public struct BrokerFeature: WireStruct {
        /// Unique in its array.
        public var name: String
        public var minSupportedVersion: Int16
        public var maxSupportedVersion: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            minSupportedVersion: Int16 = 0,
            maxSupportedVersion: Int16 = 0
        ) {
            self.name = name
            self.minSupportedVersion = minSupportedVersion
            self.maxSupportedVersion = maxSupportedVersion
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: true)
            let minSupportedVersion: Int16 = try reader.readInt16()
            let maxSupportedVersion: Int16 = try reader.readInt16()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.minSupportedVersion = minSupportedVersion
            self.maxSupportedVersion = maxSupportedVersion
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            writer.writeInt16(self.minSupportedVersion)
            writer.writeInt16(self.maxSupportedVersion)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
