// Generated from protocol-specs/APIs/BrokerRegistration.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of BrokerRegistration (62), versions 0-4, flexible 0-4; Kafka 4.3 serves 0-4.
///
/// A broker registers with the controller.
public struct BrokerRegistrationRequest: RequestMessage {
    public typealias Response = BrokerRegistrationResponse
    public static var apiKey: ApiKey { .brokerRegistration }
    public static var validVersions: ClosedRange<Int16> { 0...4 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var brokerId: Int32
    public var clusterId: String
    public var incarnationId: Uuid
    public var listeners: [Listener]
    public var features: [Feature]
    public var rack: String?
    /// Versions 1+, must be the default elsewhere.
    public var isMigratingZkBroker: Bool
    /// Versions 2+, dropped elsewhere.
    public var logDirs: [Uuid]
    /// Versions 3+, dropped elsewhere.
    public var previousBrokerEpoch: Int64
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        brokerId: Int32 = 0,
        clusterId: String = "",
        incarnationId: Uuid = .zero,
        listeners: [Listener] = [],
        features: [Feature] = [],
        rack: String? = "",
        isMigratingZkBroker: Bool = false,
        logDirs: [Uuid] = [],
        previousBrokerEpoch: Int64 = -1
    ) {
        self.brokerId = brokerId
        self.clusterId = clusterId
        self.incarnationId = incarnationId
        self.listeners = listeners
        self.features = features
        self.rack = rack
        self.isMigratingZkBroker = isMigratingZkBroker
        self.logDirs = logDirs
        self.previousBrokerEpoch = previousBrokerEpoch
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let brokerId: Int32 = try reader.readInt32()
        let clusterId: String = try reader.readString(flexible: true)
        let incarnationId: Uuid = try reader.readUuid()
        let listeners: [Listener] = try reader.readStructs(version: version, minimumSize: 7, flexible: true)
        let features: [Feature] = try reader.readStructs(version: version, minimumSize: 6, flexible: true)
        let rack: String? = try reader.readNullableString(flexible: true)
        var isMigratingZkBroker: Bool = false
        if version >= 1 {
            isMigratingZkBroker = try reader.readBool()
        }
        var logDirs: [Uuid] = []
        if version >= 2 {
            logDirs = try reader.readArray(flexible: true)
        }
        var previousBrokerEpoch: Int64 = -1
        if version >= 3 {
            previousBrokerEpoch = try reader.readInt64()
        }
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.brokerId = brokerId
        self.clusterId = clusterId
        self.incarnationId = incarnationId
        self.listeners = listeners
        self.features = features
        self.rack = rack
        self.isMigratingZkBroker = isMigratingZkBroker
        self.logDirs = logDirs
        self.previousBrokerEpoch = previousBrokerEpoch
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.brokerId)
        try writer.writeString(self.clusterId, flexible: true)
        writer.writeUuid(self.incarnationId)
        try writer.writeStructs(self.listeners, version: version, flexible: true)
        try writer.writeStructs(self.features, version: version, flexible: true)
        try writer.writeNullableString(self.rack, flexible: true)
        if version >= 1 {
            writer.writeBool(self.isMigratingZkBroker)
        } else {
            try requireDefault(!self.isMigratingZkBroker, "BrokerRegistrationRequest.isMigratingZkBroker", version)
        }
        if version >= 2 {
            try writer.writeArray(self.logDirs, flexible: true)
        }
        if version >= 3 {
            writer.writeInt64(self.previousBrokerEpoch)
        }
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension BrokerRegistrationRequest {
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

extension BrokerRegistrationRequest {
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

/// The response of BrokerRegistration (62), versions 0-4, flexible 0-4; Kafka 4.3 serves 0-4.
///
/// A broker registers with the controller.
public struct BrokerRegistrationResponse: ResponseMessage {
    public static var apiKey: ApiKey { .brokerRegistration }
    public static var validVersions: ClosedRange<Int16> { 0...4 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var brokerEpoch: Int64
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        brokerEpoch: Int64 = -1
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.brokerEpoch = brokerEpoch
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let brokerEpoch: Int64 = try reader.readInt64()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.brokerEpoch = brokerEpoch
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        writer.writeInt64(self.brokerEpoch)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
