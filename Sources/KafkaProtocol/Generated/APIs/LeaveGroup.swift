// Generated from protocol-specs/APIs/LeaveGroup.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of LeaveGroup (13), versions 0-5, flexible 4-5; Kafka 4.3 serves 0-5.
///
/// Takes members out of a classic group.
public struct LeaveGroupRequest: RequestMessage {
    public typealias Response = LeaveGroupResponse
    public static var apiKey: ApiKey { .leaveGroup }
    public static var validVersions: ClosedRange<Int16> { 0...5 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 4 }

    public var groupId: String
    /// Versions 0-2, must be the default elsewhere.
    public var memberId: String
    /// Versions 3+, must be the default elsewhere.
    public var members: [MemberIdentity]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        groupId: String = "",
        memberId: String = "",
        members: [MemberIdentity] = []
    ) {
        self.groupId = groupId
        self.memberId = memberId
        self.members = members
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        let groupId: String = try reader.readString(flexible: flexible)
        var memberId: String = ""
        if version <= 2 {
            memberId = try reader.readString(flexible: false)
        }
        var members: [MemberIdentity] = []
        if version >= 3 {
            members = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.groupId = groupId
        self.memberId = memberId
        self.members = members
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        try writer.writeString(self.groupId, flexible: flexible)
        if version <= 2 {
            try writer.writeString(self.memberId, flexible: false)
        } else {
            try requireDefault(self.memberId == "", "LeaveGroupRequest.memberId", version)
        }
        if version >= 3 {
            try writer.writeStructs(self.members, version: version, flexible: flexible)
        } else {
            try requireDefault(self.members.isEmpty, "LeaveGroupRequest.members", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "LeaveGroupRequest.unknownTaggedFields", version)
        }
    }
}

extension LeaveGroupRequest {
    /// An element of `members`.
    public struct MemberIdentity: WireStruct {
        public var memberId: String
        public var groupInstanceId: String?
        /// Versions 5+, dropped elsewhere.
        public var reason: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            memberId: String = "",
            groupInstanceId: String? = nil,
            reason: String? = nil
        ) {
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.reason = reason
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            let memberId: String = try reader.readString(flexible: flexible)
            let groupInstanceId: String? = try reader.readNullableString(flexible: flexible)
            var reason: String? = nil
            if version >= 5 {
                reason = try reader.readNullableString(flexible: true)
            }
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.reason = reason
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            try writer.writeString(self.memberId, flexible: flexible)
            try writer.writeNullableString(self.groupInstanceId, flexible: flexible)
            if version >= 5 {
                try writer.writeNullableString(self.reason, flexible: true)
            }
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "LeaveGroupRequest.MemberIdentity.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of LeaveGroup (13), versions 0-5, flexible 4-5; Kafka 4.3 serves 0-5.
///
/// Takes members out of a classic group.
public struct LeaveGroupResponse: ResponseMessage {
    public static var apiKey: ApiKey { .leaveGroup }
    public static var validVersions: ClosedRange<Int16> { 0...5 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 4 }

    /// Versions 1+, dropped elsewhere.
    public var throttleTimeMs: Int32
    public var errorCode: Int16
    /// Versions 3+, must be the default elsewhere.
    public var members: [MemberResponse]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        members: [MemberResponse] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.members = members
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        var throttleTimeMs: Int32 = 0
        if version >= 1 {
            throttleTimeMs = try reader.readInt32()
        }
        let errorCode: Int16 = try reader.readInt16()
        var members: [MemberResponse] = []
        if version >= 3 {
            members = try reader.readStructs(version: version, minimumSize: 5, flexible: flexible)
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.members = members
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        if version >= 1 {
            writer.writeInt32(self.throttleTimeMs)
        }
        writer.writeInt16(self.errorCode)
        if version >= 3 {
            try writer.writeStructs(self.members, version: version, flexible: flexible)
        } else {
            try requireDefault(self.members.isEmpty, "LeaveGroupResponse.members", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "LeaveGroupResponse.unknownTaggedFields", version)
        }
    }
}

extension LeaveGroupResponse {
    /// An element of `members`.
    public struct MemberResponse: WireStruct {
        public var memberId: String
        public var groupInstanceId: String?
        public var errorCode: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            memberId: String = "",
            groupInstanceId: String? = "",
            errorCode: Int16 = 0
        ) {
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.errorCode = errorCode
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            let memberId: String = try reader.readString(flexible: flexible)
            let groupInstanceId: String? = try reader.readNullableString(flexible: flexible)
            let errorCode: Int16 = try reader.readInt16()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.errorCode = errorCode
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            try writer.writeString(self.memberId, flexible: flexible)
            try writer.writeNullableString(self.groupInstanceId, flexible: flexible)
            writer.writeInt16(self.errorCode)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "LeaveGroupResponse.MemberResponse.unknownTaggedFields", version)
            }
        }
    }
}
