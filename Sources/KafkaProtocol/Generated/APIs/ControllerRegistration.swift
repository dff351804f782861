// Generated from protocol-specs/APIs/ControllerRegistration.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of ControllerRegistration (70), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// A controller registers with the active one.
public struct ControllerRegistrationRequest: RequestMessage {
    public typealias Response = ControllerRegistrationResponse
    public static var apiKey: ApiKey { .controllerRegistration }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var controllerId: Int32
    public var incarnationId: Uuid
    public var zkMigrationReady: Bool
    public var listeners: [Listener]
    public var features: [Feature]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        controllerId: Int32 = 0,
        incarnationId: Uuid = .zero,
        zkMigrationReady: Bool = false,
        listeners: [Listener] = [],
        features: [Feature] = []
    ) {
        self.controllerId = controllerId
        self.incarnationId = incarnationId
        self.zkMigrationReady = zkMigrationReady
        self.listeners = listeners
        self.features = features
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        self.controllerId = try reader.readInt32()
        self.incarnationId = try reader.readUuid()
        self.zkMigrationReady = try reader.readBool()
        self.listeners = try reader.readStructs(version: version, minimumSize: 7, flexible: true)
        self.features = try reader.readStructs(version: version, minimumSize: 6, flexible: true)
        self.unknownTaggedFields = try reader.readUnknownTaggedFields()
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.controllerId)
        writer.writeUuid(self.incarnationId)
        writer.writeBool(self.zkMigrationReady)
        try writer.writeStructs(self.listeners, version: version, flexible: true)
        try writer.writeStructs(self.features, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension ControllerRegistrationRequest {
    /// An element of `listeners`.
    public struct Listener: WireStruct {
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
            self.name = try reader.readString(flexible: true)
            self.host = try reader.readString(flexible: true)
            self.port = try reader.readUInt16()
            self.securityProtocol = try reader.readInt16()
            self.unknownTaggedFields = try reader.readUnknownTaggedFields()
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

extension ControllerRegistrationRequest {
    /// An element of `features`.
    public struct Feature: WireStruct {
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
            self.name = try reader.readString(flexible: true)
            self.minSupportedVersion = try reader.readInt16()
            self.maxSupportedVersion = try reader.readInt16()
            self.unknownTaggedFields = try reader.readUnknownTaggedFields()
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            writer.writeInt16(self.minSupportedVersion)
            writer.writeInt16(self.maxSupportedVersion)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of ControllerRegistration (70), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// A controller registers with the active one.
public struct ControllerRegistrationResponse: ResponseMessage {
    public static var apiKey: ApiKey { .controllerRegistration }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var errorMessage: String?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        errorMessage: String? = ""
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        self.throttleTimeMs = try reader.readInt32()
        self.errorCode = try reader.readInt16()
        self.errorMessage = try reader.readNullableString(flexible: true)
        self.unknownTaggedFields = try reader.readUnknownTaggedFields()
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        try writer.writeNullableString(self.errorMessage, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
