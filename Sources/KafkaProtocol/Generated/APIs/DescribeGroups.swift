// Generated from protocol-specs/APIs/DescribeGroups.spec by tools/protocol-generator. Do not edit.

public import KafkaWire
public import NIOCore

/// The request of DescribeGroups (15), versions 0-6, flexible 5-6; Kafka 4.3 serves 0-6.
///
/// Describes classic groups and their members.
public struct DescribeGroupsRequest: RequestMessage {
    public typealias Response = DescribeGroupsResponse
    public static var apiKey: ApiKey { .describeGroups }
    public static var validVersions: ClosedRange<Int16> { 0...6 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 5 }

    public var groups: [String]
    /// Versions 3+, must be the default elsewhere.
    public var includeAuthorizedOperations: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        groups: [String] = [],
        includeAuthorizedOperations: Bool = false
    ) {
        self.groups = groups
        self.includeAuthorizedOperations = includeAuthorizedOperations
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 5
        let groups: [String] = try reader.readArray(flexible: flexible)
        var includeAuthorizedOperations: Bool = false
        if version >= 3 {
            includeAuthorizedOperations = try reader.readBool()
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.groups = groups
        self.includeAuthorizedOperations = includeAuthorizedOperations
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 5
        try writer.writeArray(self.groups, flexible: flexible)
        if version >= 3 {
            writer.writeBool(self.includeAuthorizedOperations)
        } else {
            try requireDefault(!self.includeAuthorizedOperations, "DescribeGroupsRequest.includeAuthorizedOperations", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeGroupsRequest.unknownTaggedFields", version)
        }
    }
}

/// The response of DescribeGroups (15), versions 0-6, flexible 5-6; Kafka 4.3 serves 0-6.
///
/// Describes classic groups and their members.
public struct DescribeGroupsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .describeGroups }
    public static var validVersions: ClosedRange<Int16> { 0...6 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 5 }

    /// Versions 1+, dropped elsewhere.
    public var throttleTimeMs: Int32
    public var groups: [DescribedGroup]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        groups: [DescribedGroup] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.groups = groups
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 5
        var throttleTimeMs: Int32 = 0
        if version >= 1 {
            throttleTimeMs = try reader.readInt32()
        }
        let groups: [DescribedGroup] = try reader.readStructs(version: version, minimumSize: 12, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.groups = groups
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 5
        if version >= 1 {
            writer.writeInt32(self.throttleTimeMs)
        }
        try writer.writeStructs(self.groups, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeGroupsResponse.unknownTaggedFields", version)
        }
    }
}

extension DescribeGroupsResponse {
    /// An element of `groups`.
    public struct DescribedGroup: WireStruct {
        public var errorCode: Int16
        /// Versions 6+, must be the default elsewhere.
        public var errorMessage: String?
        public var groupId: String
        public var groupState: String
        public var protocolType: String
        public var protocolData: String
        public var members: [DescribedGroupMember]
        /// Versions 3+, must be the default elsewhere.
        public var authorizedOperations: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            errorCode: Int16 = 0,
            errorMessage: String? = nil,
            groupId: String = "",
            groupState: String = "",
            protocolType: String = "",
            protocolData: String = "",
            members: [DescribedGroupMember] = [],
            authorizedOperations: Int32 = -2147483648
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.groupId = groupId
            self.groupState = groupState
            self.protocolType = protocolType
            self.protocolData = protocolData
            self.members = members
            self.authorizedOperations = authorizedOperations
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 5
            let errorCode: Int16 = try reader.readInt16()
            var errorMessage: String? = nil
            if version >= 6 {
                errorMessage = try reader.readNullableString(flexible: true)
            }
            let groupId: String = try reader.readString(flexible: flexible)
            let groupState: String = try reader.readString(flexible: flexible)
            let protocolType: String = try reader.readString(flexible: flexible)
            let protocolData: String = try reader.readString(flexible: flexible)
            let members: [DescribedGroupMember] = try reader.readStructs(version: version, minimumSize: 7, flexible: flexible)
            var authorizedOperations: Int32 = -2147483648
            if version >= 3 {
                authorizedOperations = try reader.readInt32()
            }
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.groupId = groupId
            self.groupState = groupState
            self.protocolType = protocolType
            self.protocolData = protocolData
            self.members = members
            self.authorizedOperations = authorizedOperations
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 5
            writer.writeInt16(self.errorCode)
            if version >= 6 {
                try writer.writeNullableString(self.errorMessage, flexible: true)
            } else {
                try requireDefault(self.errorMessage == nil, "DescribeGroupsResponse.DescribedGroup.errorMessage", version)
            }
            try writer.writeString(self.groupId, flexible: flexible)
            try writer.writeString(self.groupState, flexible: flexible)
            try writer.writeString(self.protocolType, flexible: flexible)
            try writer.writeString(self.protocolData, flexible: flexible)
            try writer.writeStructs(self.members, version: version, flexible: flexible)
            if version >= 3 {
                writer.writeInt32(self.authorizedOperations)
            } else {
                try requireDefault(self.authorizedOperations == -2147483648, "DescribeGroupsResponse.DescribedGroup.authorizedOperations", version)
            }
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeGroupsResponse.DescribedGroup.unknownTaggedFields", version)
            }
        }
    }
}

extension DescribeGroupsResponse {
    /// An element of `members`.
    public struct DescribedGroupMember: WireStruct {
        public var memberId: String
        /// Versions 4+, dropped elsewhere.
        public var groupInstanceId: String?
        public var clientId: String
        public var clientHost: String
        public var memberMetadata: ByteBuffer
        public var memberAssignment: ByteBuffer
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            memberId: String = "",
            groupInstanceId: String? = nil,
            clientId: String = "",
            clientHost: String = "",
            memberMetadata: ByteBuffer = ByteBuffer(),
            memberAssignment: ByteBuffer = ByteBuffer()
        ) {
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.clientId = clientId
            self.clientHost = clientHost
            self.memberMetadata = memberMetadata
            self.memberAssignment = memberAssignment
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 5
            let memberId: String = try reader.readString(flexible: flexible)
            var groupInstanceId: String? = nil
            if version >= 4 {
                groupInstanceId = try reader.readNullableString(flexible: flexible)
            }
            let clientId: String = try reader.readString(flexible: flexible)
            let clientHost: String = try reader.readString(flexible: flexible)
            let memberMetadata: ByteBuffer = try reader.readBytes(flexible: flexible)
            let memberAssignment: ByteBuffer = try reader.readBytes(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.clientId = clientId
            self.clientHost = clientHost
            self.memberMetadata = memberMetadata
            self.memberAssignment = memberAssignment
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 5
            try writer.writeString(self.memberId, flexible: flexible)
            if version >= 4 {
                try writer.writeNullableString(self.groupInstanceId, flexible: flexible)
            }
            try writer.writeString(self.clientId, flexible: flexible)
            try writer.writeString(self.clientHost, flexible: flexible)
            try writer.writeBytes(self.memberMetadata, flexible: flexible)
            try writer.writeBytes(self.memberAssignment, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeGroupsResponse.DescribedGroupMember.unknownTaggedFields", version)
            }
        }
    }
}
