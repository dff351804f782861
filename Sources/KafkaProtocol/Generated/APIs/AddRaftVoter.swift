// Generated from protocol-specs/APIs/AddRaftVoter.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of AddRaftVoter (80), versions 0-1, flexible 0-1; Kafka 4.3 serves 0-1.
///
/// Adds a voter to a quorum (KIP-853).
public struct AddRaftVoterRequest: RequestMessage {
    public typealias Response = AddRaftVoterResponse
    public static var apiKey: ApiKey { .addRaftVoter }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var clusterId: String?
    public var timeoutMs: Int32
    public var voterId: Int32
    public var voterDirectoryId: Uuid
    public var listeners: [Listener]
    /// Versions 1+, must be the default elsewhere.
    public var ackWhenCommitted: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        clusterId: String? = "",
        timeoutMs: Int32 = 0,
        voterId: Int32 = 0,
        voterDirectoryId: Uuid = .zero,
        listeners: [Listener] = [],
        ackWhenCommitted: Bool = true
    ) {
        self.clusterId = clusterId
        self.timeoutMs = timeoutMs
        self.voterId = voterId
        self.voterDirectoryId = voterDirectoryId
        self.listeners = listeners
        self.ackWhenCommitted = ackWhenCommitted
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let clusterId: String? = try reader.readNullableString(flexible: true)
        let timeoutMs: Int32 = try reader.readInt32()
        let voterId: Int32 = try reader.readInt32()
        let voterDirectoryId: Uuid = try reader.readUuid()
        let listeners: [Listener] = try reader.readStructs(version: version, minimumSize: 5, flexible: true)
        var ackWhenCommitted: Bool = true
        if version >= 1 {
            ackWhenCommitted = try reader.readBool()
        }
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.clusterId = clusterId
        self.timeoutMs = timeoutMs
        self.voterId = voterId
        self.voterDirectoryId = voterDirectoryId
        self.listeners = listeners
        self.ackWhenCommitted = ackWhenCommitted
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeNullableString(self.clusterId, flexible: true)
        writer.writeInt32(self.timeoutMs)
        writer.writeInt32(self.voterId)
        writer.writeUuid(self.voterDirectoryId)
        try writer.writeStructs(self.listeners, version: version, flexible: true)
        if version >= 1 {
            writer.writeBool(self.ackWhenCommitted)
        } else {
            try requireDefault(self.ackWhenCommitted, "AddRaftVoterRequest.ackWhenCommitted", version)
        }
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension AddRaftVoterRequest {
    /// An element of `listeners`.
    public struct Listener: WireStruct {
        /// Unique in its array.
        public var name: String
        public var host: String
        public var port: UInt16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            host: String = "",
            port: UInt16 = 0
        ) {
            self.name = name
            self.host = host
            self.port = port
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: true)
            let host: String = try reader.readString(flexible: true)
            let port: UInt16 = try reader.readUInt16()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.host = host
            self.port = port
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            try writer.writeString(self.host, flexible: true)
            writer.writeUInt16(self.port)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of AddRaftVoter (80), versions 0-1, flexible 0-1; Kafka 4.3 serves 0-1.
///
/// Adds a voter to a quorum (KIP-853).
public struct AddRaftVoterResponse: ResponseMessage {
    public static var apiKey: ApiKey { .addRaftVoter }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
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
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let errorMessage: String? = try reader.readNullableString(flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        try writer.writeNullableString(self.errorMessage, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
