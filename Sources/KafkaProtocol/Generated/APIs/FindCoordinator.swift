// Generated from protocol-specs/APIs/FindCoordinator.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of FindCoordinator (10), versions 0-6, flexible 3-6; Kafka 4.3 serves 0-6.
///
/// Finds the broker that coordinates a group, a transactional id or a share partition.
public struct FindCoordinatorRequest: RequestMessage {
    public typealias Response = FindCoordinatorResponse
    public static var apiKey: ApiKey { .findCoordinator }
    public static var validVersions: ClosedRange<Int16> { 0...6 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 3 }

    /// Versions 0-3, must be the default elsewhere.
    public var key: String
    /// Versions 1+, must be the default elsewhere.
    public var keyType: Int8
    /// Versions 4+, must be the default elsewhere.
    public var coordinatorKeys: [String]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        key: String = "",
        keyType: Int8 = 0,
        coordinatorKeys: [String] = []
    ) {
        self.key = key
        self.keyType = keyType
        self.coordinatorKeys = coordinatorKeys
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        var key: String = ""
        if version <= 3 {
            key = try reader.readString(flexible: flexible)
        }
        var keyType: Int8 = 0
        if version >= 1 {
            keyType = try reader.readInt8()
        }
        var coordinatorKeys: [String] = []
        if version >= 4 {
            coordinatorKeys = try reader.readArray(flexible: true)
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.key = key
        self.keyType = keyType
        self.coordinatorKeys = coordinatorKeys
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        if version <= 3 {
            try writer.writeString(self.key, flexible: flexible)
        } else {
            try requireDefault(self.key == "", "FindCoordinatorRequest.key", version)
        }
        if version >= 1 {
            writer.writeInt8(self.keyType)
        } else {
            try requireDefault(self.keyType == 0, "FindCoordinatorRequest.keyType", version)
        }
        if version >= 4 {
            try writer.writeArray(self.coordinatorKeys, flexible: true)
        } else {
            try requireDefault(self.coordinatorKeys.isEmpty, "FindCoordinatorRequest.coordinatorKeys", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "FindCoordinatorRequest.unknownTaggedFields", version)
        }
    }
}

/// The response of FindCoordinator (10), versions 0-6, flexible 3-6; Kafka 4.3 serves 0-6.
///
/// Finds the broker that coordinates a group, a transactional id or a share partition.
public struct FindCoordinatorResponse: ResponseMessage {
    public static var apiKey: ApiKey { .findCoordinator }
    public static var validVersions: ClosedRange<Int16> { 0...6 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 3 }

    /// Versions 1+, dropped elsewhere.
    public var throttleTimeMs: Int32
    /// Versions 0-3, must be the default elsewhere.
    public var errorCode: Int16
    /// Versions 1-3, dropped elsewhere.
    public var errorMessage: String?
    /// Versions 0-3, must be the default elsewhere.
    public var nodeId: Int32
    /// Versions 0-3, must be the default elsewhere.
    public var host: String
    /// Versions 0-3, must be the default elsewhere.
    public var port: Int32
    /// Versions 4+, must be the default elsewhere.
    public var coordinators: [Coordinator]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        errorMessage: String? = "",
        nodeId: Int32 = 0,
        host: String = "",
        port: Int32 = 0,
        coordinators: [Coordinator] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.nodeId = nodeId
        self.host = host
        self.port = port
        self.coordinators = coordinators
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        var throttleTimeMs: Int32 = 0
        if version >= 1 {
            throttleTimeMs = try reader.readInt32()
        }
        var errorCode: Int16 = 0
        if version <= 3 {
            errorCode = try reader.readInt16()
        }
        var errorMessage: String? = ""
        if version >= 1 && version <= 3 {
            errorMessage = try reader.readNullableString(flexible: flexible)
        }
        var nodeId: Int32 = 0
        var host: String = ""
        var port: Int32 = 0
        if version <= 3 {
            nodeId = try reader.readInt32()
            host = try reader.readString(flexible: flexible)
            port = try reader.readInt32()
        }
        var coordinators: [Coordinator] = []
        if version >= 4 {
            coordinators = try reader.readStructs(version: version, minimumSize: 14, flexible: true)
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.nodeId = nodeId
        self.host = host
        self.port = port
        self.coordinators = coordinators
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        if version >= 1 {
            writer.writeInt32(self.throttleTimeMs)
        }
        if version <= 3 {
            writer.writeInt16(self.errorCode)
        } else {
            try requireDefault(self.errorCode == 0, "FindCoordinatorResponse.errorCode", version)
        }
        if version >= 1 && version <= 3 {
            try writer.writeNullableString(self.errorMessage, flexible: flexible)
        }
        if version <= 3 {
            writer.writeInt32(self.nodeId)
            try writer.writeString(self.host, flexible: flexible)
            writer.writeInt32(self.port)
        } else {
            try requireDefault(self.nodeId == 0, "FindCoordinatorResponse.nodeId", version)
            try requireDefault(self.host == "", "FindCoordinatorResponse.host", version)
            try requireDefault(self.port == 0, "FindCoordinatorResponse.port", version)
        }
        if version >= 4 {
            try writer.writeStructs(self.coordinators, version: version, flexible: true)
        } else {
            try requireDefault(self.coordinators.isEmpty, "FindCoordinatorResponse.coordinators", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "FindCoordinatorResponse.unknownTaggedFields", version)
        }
    }
}

extension FindCoordinatorResponse {
    /// An element of `coordinators`.
    public struct Coordinator: WireStruct {
        public var key: String
        public var nodeId: Int32
        public var host: String
        public var port: Int32
        public var errorCode: Int16
        public var errorMessage: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            key: String = "",
            nodeId: Int32 = 0,
            host: String = "",
            port: Int32 = 0,
            errorCode: Int16 = 0,
            errorMessage: String? = ""
        ) {
            self.key = key
            self.nodeId = nodeId
            self.host = host
            self.port = port
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let key: String = try reader.readString(flexible: true)
            let nodeId: Int32 = try reader.readInt32()
            let host: String = try reader.readString(flexible: true)
            let port: Int32 = try reader.readInt32()
            let errorCode: Int16 = try reader.readInt16()
            let errorMessage: String? = try reader.readNullableString(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.key = key
            self.nodeId = nodeId
            self.host = host
            self.port = port
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.key, flexible: true)
            writer.writeInt32(self.nodeId)
            try writer.writeString(self.host, flexible: true)
            writer.writeInt32(self.port)
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.errorMessage, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
