// Generated from protocol-specs/Data/ControlRecords.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The key of a control record, after its version number.
///
/// Versions 0, flexible none.
public struct ControlRecordTypeSchema: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { false }

    public var type: Int16

    public init(
        type: Int16 = 0
    ) {
        self.type = type
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let type: Int16 = try reader.readInt16()
        self.type = type
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt16(self.type)
    }
}

/// The value of a control record that ends a transaction, after its version number.
///
/// Versions 0, flexible none.
public struct EndTxnMarker: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { false }

    public var coordinatorEpoch: Int32

    public init(
        coordinatorEpoch: Int32 = 0
    ) {
        self.coordinatorEpoch = coordinatorEpoch
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let coordinatorEpoch: Int32 = try reader.readInt32()
        self.coordinatorEpoch = coordinatorEpoch
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.coordinatorEpoch)
    }
}

/// The value of the control record by which a quorum leader opens its epoch.
///
/// Versions 0-1, flexible 0-1.
public struct LeaderChangeMessage: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var version: Int16
    public var leaderId: Int32
    public var voters: [Voter]
    public var grantingVoters: [Voter]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        version: Int16 = 0,
        leaderId: Int32 = 0,
        voters: [Voter] = [],
        grantingVoters: [Voter] = []
    ) {
        self.version = version
        self.leaderId = leaderId
        self.voters = voters
        self.grantingVoters = grantingVoters
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let versionValue: Int16 = try reader.readInt16()
        let leaderId: Int32 = try reader.readInt32()
        let voters: [Voter] = try reader.readStructs(version: version, minimumSize: 5, flexible: true)
        let grantingVoters: [Voter] = try reader.readStructs(version: version, minimumSize: 5, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.version = versionValue
        self.leaderId = leaderId
        self.voters = voters
        self.grantingVoters = grantingVoters
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt16(self.version)
        writer.writeInt32(self.leaderId)
        try writer.writeStructs(self.voters, version: version, flexible: true)
        try writer.writeStructs(self.grantingVoters, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension LeaderChangeMessage {
    /// A struct that several fields share.
    public struct Voter: WireStruct {
        public var voterId: Int32
        /// Versions 1+, must be the default elsewhere.
        public var voterDirectoryId: Uuid
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            voterId: Int32 = 0,
            voterDirectoryId: Uuid = .zero
        ) {
            self.voterId = voterId
            self.voterDirectoryId = voterDirectoryId
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let voterId: Int32 = try reader.readInt32()
            var voterDirectoryId: Uuid = .zero
            if version >= 1 {
                voterDirectoryId = try reader.readUuid()
            }
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.voterId = voterId
            self.voterDirectoryId = voterDirectoryId
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.voterId)
            if version >= 1 {
                writer.writeUuid(self.voterDirectoryId)
            } else {
                try requireDefault(self.voterDirectoryId == .zero, "LeaderChangeMessage.Voter.voterDirectoryId", version)
            }
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The value of the control record that opens a snapshot.
///
/// Versions 0, flexible 0.
public struct SnapshotHeaderRecord: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var version: Int16
    public var lastContainedLogTimestamp: Int64
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        version: Int16 = 0,
        lastContainedLogTimestamp: Int64 = 0
    ) {
        self.version = version
        self.lastContainedLogTimestamp = lastContainedLogTimestamp
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let versionValue: Int16 = try reader.readInt16()
        let lastContainedLogTimestamp: Int64 = try reader.readInt64()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.version = versionValue
        self.lastContainedLogTimestamp = lastContainedLogTimestamp
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt16(self.version)
        writer.writeInt64(self.lastContainedLogTimestamp)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

/// The value of the control record that closes a snapshot.
///
/// Versions 0, flexible 0.
public struct SnapshotFooterRecord: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var version: Int16
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        version: Int16 = 0
    ) {
        self.version = version
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let versionValue: Int16 = try reader.readInt16()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.version = versionValue
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt16(self.version)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

/// The value of the control record that sets the version of the quorum protocol.
///
/// Versions 0, flexible 0.
public struct KRaftVersionRecord: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var version: Int16
    public var kRaftVersion: Int16
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        version: Int16 = 0,
        kRaftVersion: Int16 = 0
    ) {
        self.version = version
        self.kRaftVersion = kRaftVersion
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let versionValue: Int16 = try reader.readInt16()
        let kRaftVersion: Int16 = try reader.readInt16()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.version = versionValue
        self.kRaftVersion = kRaftVersion
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt16(self.version)
        writer.writeInt16(self.kRaftVersion)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

/// The value of the control record that sets the voters of a quorum.
///
/// Versions 0, flexible 0.
public struct VotersRecord: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var version: Int16
    public var voters: [Voter]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        version: Int16 = 0,
        voters: [Voter] = []
    ) {
        self.version = version
        self.voters = voters
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let versionValue: Int16 = try reader.readInt16()
        let voters: [Voter] = try reader.readStructs(version: version, minimumSize: 27, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.version = versionValue
        self.voters = voters
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt16(self.version)
        try writer.writeStructs(self.voters, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension VotersRecord {
    /// An element of `voters`.
    public struct Voter: WireStruct {
        public var voterId: Int32
        public var voterDirectoryId: Uuid
        public var endpoints: [Endpoint]
        public var kRaftVersionFeature: KRaftVersionFeature
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            voterId: Int32 = 0,
            voterDirectoryId: Uuid = .zero,
            endpoints: [Endpoint] = [],
            kRaftVersionFeature: KRaftVersionFeature = KRaftVersionFeature()
        ) {
            self.voterId = voterId
            self.voterDirectoryId = voterDirectoryId
            self.endpoints = endpoints
            self.kRaftVersionFeature = kRaftVersionFeature
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let voterId: Int32 = try reader.readInt32()
            let voterDirectoryId: Uuid = try reader.readUuid()
            let endpoints: [Endpoint] = try reader.readStructs(version: version, minimumSize: 5, flexible: true)
            let kRaftVersionFeature: KRaftVersionFeature = try reader.readStruct(KRaftVersionFeature.self, version: version)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.voterId = voterId
            self.voterDirectoryId = voterDirectoryId
            self.endpoints = endpoints
            self.kRaftVersionFeature = kRaftVersionFeature
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.voterId)
            writer.writeUuid(self.voterDirectoryId)
            try writer.writeStructs(self.endpoints, version: version, flexible: true)
            try self.kRaftVersionFeature.write(to: &writer, version: version)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension VotersRecord {
    /// An element of `endpoints`.
    public struct Endpoint: WireStruct {
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

extension VotersRecord {
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
