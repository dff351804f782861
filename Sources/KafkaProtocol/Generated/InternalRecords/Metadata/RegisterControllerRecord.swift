// Generated from protocol-specs/InternalRecords/Metadata/RegisterControllerRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// A controller's registration.
///
/// Metadata record 27, versions 0, flexible 0.
public struct RegisterControllerRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 27 }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var controllerId: Int32
    public var incarnationId: Uuid
    public var zkMigrationReady: Bool
    public var endPoints: [ControllerEndpoint]
    public var features: [ControllerFeature]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        controllerId: Int32 = 0,
        incarnationId: Uuid = .zero,
        zkMigrationReady: Bool = false,
        endPoints: [ControllerEndpoint] = [],
        features: [ControllerFeature] = []
    ) {
        self.controllerId = controllerId
        self.incarnationId = incarnationId
        self.zkMigrationReady = zkMigrationReady
        self.endPoints = endPoints
        self.features = features
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let controllerId: Int32 = try reader.readInt32()
        let incarnationId: Uuid = try reader.readUuid()
        let zkMigrationReady: Bool = try reader.readBool()
        let endPoints: [ControllerEndpoint] = try reader.readStructs(version: version, minimumSize: 7, flexible: true)
        let features: [ControllerFeature] = try reader.readStructs(version: version, minimumSize: 6, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.controllerId = controllerId
        self.incarnationId = incarnationId
        self.zkMigrationReady = zkMigrationReady
        self.endPoints = endPoints
        self.features = features
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.controllerId)
        writer.writeUuid(self.incarnationId)
        writer.writeBool(self.zkMigrationReady)
        try writer.writeStructs(self.endPoints, version: version, flexible: true)
        try writer.writeStructs(self.features, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension RegisterControllerRecord {
    /// An element of `endPoints`.
    public struct ControllerEndpoint: WireStruct {
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

extension RegisterControllerRecord {
    /// An element of `features`.
    public struct ControllerFeature: WireStruct {
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
