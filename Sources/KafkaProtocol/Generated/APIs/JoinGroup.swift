// Generated from protocol-specs/APIs/JoinGroup.spec by tools/protocol-generator. Do not edit.

public import KafkaWire
public import NIOCore

/// The request of JoinGroup (11), versions 0-9, flexible 6-9; Kafka 4.3 serves 0-9.
///
/// Enters a classic group and waits for the rebalance.
public struct JoinGroupRequest: RequestMessage {
    public typealias Response = JoinGroupResponse
    public static var apiKey: ApiKey { .joinGroup }
    public static var validVersions: ClosedRange<Int16> { 0...9 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 6 }

    public var groupId: String
    public var sessionTimeoutMs: Int32
    /// Versions 1+, dropped elsewhere.
    public var rebalanceTimeoutMs: Int32
    public var memberId: String
    /// Versions 5+, must be the default elsewhere.
    public var groupInstanceId: String?
    public var protocolType: String
    public var protocols: [JoinGroupRequestProtocol]
    /// Versions 8+, dropped elsewhere.
    public var reason: String?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        groupId: String = "",
        sessionTimeoutMs: Int32 = 0,
        rebalanceTimeoutMs: Int32 = -1,
        memberId: String = "",
        groupInstanceId: String? = nil,
        protocolType: String = "",
        protocols: [JoinGroupRequestProtocol] = [],
        reason: String? = nil
    ) {
        self.groupId = groupId
        self.sessionTimeoutMs = sessionTimeoutMs
        self.rebalanceTimeoutMs = rebalanceTimeoutMs
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
        self.protocolType = protocolType
        self.protocols = protocols
        self.reason = reason
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 6
        let groupId: String = try reader.readString(flexible: flexible)
        let sessionTimeoutMs: Int32 = try reader.readInt32()
        var rebalanceTimeoutMs: Int32 = -1
        if version >= 1 {
            rebalanceTimeoutMs = try reader.readInt32()
        }
        let memberId: String = try reader.readString(flexible: flexible)
        var groupInstanceId: String? = nil
        if version >= 5 {
            groupInstanceId = try reader.readNullableString(flexible: flexible)
        }
        let protocolType: String = try reader.readString(flexible: flexible)
        let protocols: [JoinGroupRequestProtocol] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        var reason: String? = nil
        if version >= 8 {
            reason = try reader.readNullableString(flexible: true)
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.groupId = groupId
        self.sessionTimeoutMs = sessionTimeoutMs
        self.rebalanceTimeoutMs = rebalanceTimeoutMs
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
        self.protocolType = protocolType
        self.protocols = protocols
        self.reason = reason
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 6
        try writer.writeString(self.groupId, flexible: flexible)
        writer.writeInt32(self.sessionTimeoutMs)
        if version >= 1 {
            writer.writeInt32(self.rebalanceTimeoutMs)
        }
        try writer.writeString(self.memberId, flexible: flexible)
        if version >= 5 {
            try writer.writeNullableString(self.groupInstanceId, flexible: flexible)
        } else {
            try requireDefault(self.groupInstanceId == nil, "JoinGroupRequest.groupInstanceId", version)
        }
        try writer.writeString(self.protocolType, flexible: flexible)
        try writer.writeStructs(self.protocols, version: version, flexible: flexible)
        if version >= 8 {
            try writer.writeNullableString(self.reason, flexible: true)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "JoinGroupRequest.unknownTaggedFields", version)
        }
    }
}

extension JoinGroupRequest {
    /// An element of `protocols`.
    public struct JoinGroupRequestProtocol: WireStruct {
        /// Unique in its array.
        public var name: String
        public var metadata: ByteBuffer
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            metadata: ByteBuffer = ByteBuffer()
        ) {
            self.name = name
            self.metadata = metadata
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            let name: String = try reader.readString(flexible: flexible)
            let metadata: ByteBuffer = try reader.readBytes(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.metadata = metadata
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            try writer.writeString(self.name, flexible: flexible)
            try writer.writeBytes(self.metadata, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "JoinGroupRequest.JoinGroupRequestProtocol.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of JoinGroup (11), versions 0-9, flexible 6-9; Kafka 4.3 serves 0-9.
///
/// Enters a classic group and waits for the rebalance.
public struct JoinGroupResponse: ResponseMessage {
    public static var apiKey: ApiKey { .joinGroup }
    public static var validVersions: ClosedRange<Int16> { 0...9 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 6 }

    /// Versions 2+, dropped elsewhere.
    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var generationId: Int32
    /// Versions 7+, dropped elsewhere.
    public var protocolType: String?
    /// Null in versions 7+.
    public var protocolName: String?
    public var leader: String
    /// Versions 9+, must be the default elsewhere.
    public var skipAssignment: Bool
    public var memberId: String
    public var members: [JoinGroupResponseMember]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        generationId: Int32 = -1,
        protocolType: String? = nil,
        protocolName: String? = "",
        leader: String = "",
        skipAssignment: Bool = false,
        memberId: String = "",
        members: [JoinGroupResponseMember] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.generationId = generationId
        self.protocolType = protocolType
        self.protocolName = protocolName
        self.leader = leader
        self.skipAssignment = skipAssignment
        self.memberId = memberId
        self.members = members
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 6
        var throttleTimeMs: Int32 = 0
        if version >= 2 {
            throttleTimeMs = try reader.readInt32()
        }
        let errorCode: Int16 = try reader.readInt16()
        let generationId: Int32 = try reader.readInt32()
        var protocolType: String? = nil
        if version >= 7 {
            protocolType = try reader.readNullableString(flexible: true)
        }
        let protocolName: String? = try reader.readNullableString(flexible: flexible, nullable: version >= 7)
        let leader: String = try reader.readString(flexible: flexible)
        var skipAssignment: Bool = false
        if version >= 9 {
            skipAssignment = try reader.readBool()
        }
        let memberId: String = try reader.readString(flexible: flexible)
        let members: [JoinGroupResponseMember] = try reader.readStructs(version: version, minimumSize: 4, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.generationId = generationId
        self.protocolType = protocolType
        self.protocolName = protocolName
        self.leader = leader
        self.skipAssignment = skipAssignment
        self.memberId = memberId
        self.members = members
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 6
        if version >= 2 {
            writer.writeInt32(self.throttleTimeMs)
        }
        writer.writeInt16(self.errorCode)
        writer.writeInt32(self.generationId)
        if version >= 7 {
            try writer.writeNullableString(self.protocolType, flexible: true)
        }
        try writer.writeNullableString(self.protocolName, flexible: flexible, nullable: version >= 7)
        try writer.writeString(self.leader, flexible: flexible)
        if version >= 9 {
            writer.writeBool(self.skipAssignment)
        } else {
            try requireDefault(!self.skipAssignment, "JoinGroupResponse.skipAssignment", version)
        }
        try writer.writeString(self.memberId, flexible: flexible)
        try writer.writeStructs(self.members, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "JoinGroupResponse.unknownTaggedFields", version)
        }
    }
}

extension JoinGroupResponse {
    /// An element of `members`.
    public struct JoinGroupResponseMember: WireStruct {
        public var memberId: String
        /// Versions 5+, dropped elsewhere.
        public var groupInstanceId: String?
        public var metadata: ByteBuffer
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            memberId: String = "",
            groupInstanceId: String? = nil,
            metadata: ByteBuffer = ByteBuffer()
        ) {
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.metadata = metadata
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            let memberId: String = try reader.readString(flexible: flexible)
            var groupInstanceId: String? = nil
            if version >= 5 {
                groupInstanceId = try reader.readNullableString(flexible: flexible)
            }
            let metadata: ByteBuffer = try reader.readBytes(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.metadata = metadata
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            try writer.writeString(self.memberId, flexible: flexible)
            if version >= 5 {
                try writer.writeNullableString(self.groupInstanceId, flexible: flexible)
            }
            try writer.writeBytes(self.metadata, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "JoinGroupResponse.JoinGroupResponseMember.unknownTaggedFields", version)
            }
        }
    }
}
