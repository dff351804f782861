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
        self.ackWhenCommitted = true
        self.clusterId = try reader.readNullableString(flexible: true)
        self.timeoutMs = try reader.readInt32()
        self.voterId = try reader.readInt32()
        self.voterDirectoryId = try reader.readUuid()
        self.listeners = try reader.readStructs(version: version, minimumSize: 5, flexible: true)
        if version >= 1 {
            self.ackWhenCommitted = try reader.readBool()
        }
        self.unknownTaggedFields = try reader.readUnknownTaggedFields()
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
            self.name = try reader.readString(flexible: true)
            self.host = try reader.readString(flexible: true)
            self.port = try reader.readUInt16()
            self.unknownTaggedFields = try reader.readUnknownTaggedFields()
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
