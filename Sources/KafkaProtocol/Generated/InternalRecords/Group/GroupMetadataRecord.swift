// Generated from protocol-specs/InternalRecords/Group/GroupMetadataRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire
public import NIOCore

/// The key of a classic group with its members, in `__consumer_offsets`.
///
/// Versions 2, flexible none.
public struct GroupMetadataKey: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 2...2 }
    public static func isFlexible(_ version: Int16) -> Bool { false }

    public var group: String

    public init(
        group: String = ""
    ) {
        self.group = group
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let group: String = try reader.readString(flexible: false)
        self.group = group
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.group, flexible: false)
    }
}

/// The value of a classic group with its members, in `__consumer_offsets`.
///
/// Versions 0-4, flexible 4.
public struct GroupMetadataValue: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...4 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 4 }

    public var protocolType: String
    public var generation: Int32
    public var `protocol`: String?
    public var leader: String?
    /// Versions 2+, dropped elsewhere.
    public var currentStateTimestamp: Int64
    public var members: [MemberMetadata]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        protocolType: String = "",
        generation: Int32 = 0,
        `protocol`: String? = "",
        leader: String? = "",
        currentStateTimestamp: Int64 = -1,
        members: [MemberMetadata] = []
    ) {
        self.protocolType = protocolType
        self.generation = generation
        self.`protocol` = `protocol`
        self.leader = leader
        self.currentStateTimestamp = currentStateTimestamp
        self.members = members
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        let protocolType: String = try reader.readString(flexible: flexible)
        let generation: Int32 = try reader.readInt32()
        let `protocol`: String? = try reader.readNullableString(flexible: flexible)
        let leader: String? = try reader.readNullableString(flexible: flexible)
        var currentStateTimestamp: Int64 = -1
        if version >= 2 {
            currentStateTimestamp = try reader.readInt64()
        }
        let members: [MemberMetadata] = try reader.readStructs(version: version, minimumSize: 15, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.protocolType = protocolType
        self.generation = generation
        self.`protocol` = `protocol`
        self.leader = leader
        self.currentStateTimestamp = currentStateTimestamp
        self.members = members
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        try writer.writeString(self.protocolType, flexible: flexible)
        writer.writeInt32(self.generation)
        try writer.writeNullableString(self.`protocol`, flexible: flexible)
        try writer.writeNullableString(self.leader, flexible: flexible)
        if version >= 2 {
            writer.writeInt64(self.currentStateTimestamp)
        }
        try writer.writeStructs(self.members, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "GroupMetadataValue.unknownTaggedFields", version)
        }
    }
}

extension GroupMetadataValue {
    /// A struct that several fields share.
    public struct MemberMetadata: WireStruct {
        public var memberId: String
        /// Versions 3+, dropped elsewhere.
        public var groupInstanceId: String?
        public var clientId: String
        public var clientHost: String
        /// Versions 1+, dropped elsewhere.
        public var rebalanceTimeout: Int32
        public var sessionTimeout: Int32
        public var subscription: ByteBuffer
        public var assignment: ByteBuffer
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            memberId: String = "",
            groupInstanceId: String? = nil,
            clientId: String = "",
            clientHost: String = "",
            rebalanceTimeout: Int32 = -1,
            sessionTimeout: Int32 = 0,
            subscription: ByteBuffer = ByteBuffer(),
            assignment: ByteBuffer = ByteBuffer()
        ) {
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.clientId = clientId
            self.clientHost = clientHost
            self.rebalanceTimeout = rebalanceTimeout
            self.sessionTimeout = sessionTimeout
            self.subscription = subscription
            self.assignment = assignment
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            let memberId: String = try reader.readString(flexible: flexible)
            var groupInstanceId: String? = nil
            if version >= 3 {
                groupInstanceId = try reader.readNullableString(flexible: flexible)
            }
            let clientId: String = try reader.readString(flexible: flexible)
            let clientHost: String = try reader.readString(flexible: flexible)
            var rebalanceTimeout: Int32 = -1
            if version >= 1 {
                rebalanceTimeout = try reader.readInt32()
            }
            let sessionTimeout: Int32 = try reader.readInt32()
            let subscription: ByteBuffer = try reader.readBytes(flexible: flexible)
            let assignment: ByteBuffer = try reader.readBytes(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.clientId = clientId
            self.clientHost = clientHost
            self.rebalanceTimeout = rebalanceTimeout
            self.sessionTimeout = sessionTimeout
            self.subscription = subscription
            self.assignment = assignment
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            try writer.writeString(self.memberId, flexible: flexible)
            if version >= 3 {
                try writer.writeNullableString(self.groupInstanceId, flexible: flexible)
            }
            try writer.writeString(self.clientId, flexible: flexible)
            try writer.writeString(self.clientHost, flexible: flexible)
            if version >= 1 {
                writer.writeInt32(self.rebalanceTimeout)
            }
            writer.writeInt32(self.sessionTimeout)
            try writer.writeBytes(self.subscription, flexible: flexible)
            try writer.writeBytes(self.assignment, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "GroupMetadataValue.MemberMetadata.unknownTaggedFields", version)
            }
        }
    }
}
