// Generated from protocol-specs/APIs/UpdateRaftVoter.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of UpdateRaftVoter (82), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Updates a voter's endpoints and versions (KIP-853).
public struct UpdateRaftVoterRequest: RequestMessage {
    public typealias Response = UpdateRaftVoterResponse
    public static var apiKey: ApiKey { .updateRaftVoter }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var clusterId: String?
    public var currentLeaderEpoch: Int32
    public var voterId: Int32
    public var voterDirectoryId: Uuid
    public var listeners: [Listener]
    public var kRaftVersionFeature: KRaftVersionFeature
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        clusterId: String? = "",
        currentLeaderEpoch: Int32 = 0,
        voterId: Int32 = 0,
        voterDirectoryId: Uuid = .zero,
        listeners: [Listener] = [],
        kRaftVersionFeature: KRaftVersionFeature = KRaftVersionFeature()
    ) {
        self.clusterId = clusterId
        self.currentLeaderEpoch = currentLeaderEpoch
        self.voterId = voterId
        self.voterDirectoryId = voterDirectoryId
        self.listeners = listeners
        self.kRaftVersionFeature = kRaftVersionFeature
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let clusterId: String? = try reader.readNullableString(flexible: true)
        let currentLeaderEpoch: Int32 = try reader.readInt32()
        let voterId: Int32 = try reader.readInt32()
        let voterDirectoryId: Uuid = try reader.readUuid()
        let listeners: [Listener] = try reader.readStructs(version: version, minimumSize: 5, flexible: true)
        let kRaftVersionFeature: KRaftVersionFeature = try reader.readStruct(KRaftVersionFeature.self, version: version)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.clusterId = clusterId
        self.currentLeaderEpoch = currentLeaderEpoch
        self.voterId = voterId
        self.voterDirectoryId = voterDirectoryId
        self.listeners = listeners
        self.kRaftVersionFeature = kRaftVersionFeature
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeNullableString(self.clusterId, flexible: true)
        writer.writeInt32(self.currentLeaderEpoch)
        writer.writeInt32(self.voterId)
        writer.writeUuid(self.voterDirectoryId)
        try writer.writeStructs(self.listeners, version: version, flexible: true)
        try self.kRaftVersionFeature.write(to: &writer, version: version)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension UpdateRaftVoterRequest {
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

extension UpdateRaftVoterRequest {
    /// The value of `kRaftVersionFeature`.
    public struct KRaftVersionFeature: WireStruct {
        public var minSupportedVersion: Int16
        public var maxSupportedVersion: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            minSupportedVersion: Int16 = 0,
            maxSupportedVersion: Int16 = 0
        ) {
            self.minSupportedVersion = minSupportedVersion
            self.maxSupportedVersion = maxSupportedVersion
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let minSupportedVersion: Int16 = try reader.readInt16()
            let maxSupportedVersion: Int16 = try reader.readInt16()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.minSupportedVersion = minSupportedVersion
            self.maxSupportedVersion = maxSupportedVersion
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt16(self.minSupportedVersion)
            writer.writeInt16(self.maxSupportedVersion)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of UpdateRaftVoter (82), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Updates a voter's endpoints and versions (KIP-853).
public struct UpdateRaftVoterResponse: ResponseMessage {
    public static var apiKey: ApiKey { .updateRaftVoter }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    /// Tag 0.
    public var currentLeader: CurrentLeader
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        currentLeader: CurrentLeader = CurrentLeader()
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.currentLeader = currentLeader
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        var currentLeader: CurrentLeader = CurrentLeader()
        var unknownTaggedFields = UnknownTaggedFields()
        var tags = try reader.startTaggedFields()
        while let tag = try reader.nextTag(&tags) {
            switch tag {
            case 0: currentLeader = try reader.readStruct(CurrentLeader.self, version: version)
            default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
            }
        }
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.currentLeader = currentLeader
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        var tagCount = self.unknownTaggedFields.count
        if !self.currentLeader.isDefault { tagCount &+= 1 }
        writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
        var nextUnknown = 0
        if !self.currentLeader.isDefault {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
            let tag = writer.openTag(0)
            try self.currentLeader.write(to: &writer, version: version)
            try writer.closeTag(tag)
        }
        try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
    }
}

extension UpdateRaftVoterResponse {
    /// The value of `currentLeader`.
    public struct CurrentLeader: WireStruct {
        public var leaderId: Int32
        public var leaderEpoch: Int32
        public var host: String
        public var port: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            leaderId: Int32 = -1,
            leaderEpoch: Int32 = -1,
            host: String = "",
            port: Int32 = 0
        ) {
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.host = host
            self.port = port
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let leaderId: Int32 = try reader.readInt32()
            let leaderEpoch: Int32 = try reader.readInt32()
            let host: String = try reader.readString(flexible: true)
            let port: Int32 = try reader.readInt32()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.host = host
            self.port = port
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.leaderId)
            writer.writeInt32(self.leaderEpoch)
            try writer.writeString(self.host, flexible: true)
            writer.writeInt32(self.port)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }

        var isDefault: Bool {
            self.leaderId == -1
                && self.leaderEpoch == -1
                && self.host == ""
                && self.port == 0
                && self.unknownTaggedFields.isEmpty
        }
    }
}
