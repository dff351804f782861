// Generated from protocol-specs/APIs/ListGroups.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of ListGroups (16), versions 0-5, flexible 3-5; Kafka 4.3 serves 0-5.
///
/// Lists the groups that a broker coordinates.
public struct ListGroupsRequest: RequestMessage {
    public typealias Response = ListGroupsResponse
    public static var apiKey: ApiKey { .listGroups }
    public static var validVersions: ClosedRange<Int16> { 0...5 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 3 }

    /// Versions 4+, must be the default elsewhere.
    public var statesFilter: [String]
    /// Versions 5+, must be the default elsewhere.
    public var typesFilter: [String]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        statesFilter: [String] = [],
        typesFilter: [String] = []
    ) {
        self.statesFilter = statesFilter
        self.typesFilter = typesFilter
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        var statesFilter: [String] = []
        if version >= 4 {
            statesFilter = try reader.readArray(flexible: true)
        }
        var typesFilter: [String] = []
        if version >= 5 {
            typesFilter = try reader.readArray(flexible: true)
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.statesFilter = statesFilter
        self.typesFilter = typesFilter
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        if version >= 4 {
            try writer.writeArray(self.statesFilter, flexible: true)
        } else {
            try requireDefault(self.statesFilter.isEmpty, "ListGroupsRequest.statesFilter", version)
        }
        if version >= 5 {
            try writer.writeArray(self.typesFilter, flexible: true)
        } else {
            try requireDefault(self.typesFilter.isEmpty, "ListGroupsRequest.typesFilter", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "ListGroupsRequest.unknownTaggedFields", version)
        }
    }
}

/// The response of ListGroups (16), versions 0-5, flexible 3-5; Kafka 4.3 serves 0-5.
///
/// Lists the groups that a broker coordinates.
public struct ListGroupsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .listGroups }
    public static var validVersions: ClosedRange<Int16> { 0...5 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 3 }

    /// Versions 1+, dropped elsewhere.
    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var groups: [ListedGroup]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        groups: [ListedGroup] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.groups = groups
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        var throttleTimeMs: Int32 = 0
        if version >= 1 {
            throttleTimeMs = try reader.readInt32()
        }
        let errorCode: Int16 = try reader.readInt16()
        let groups: [ListedGroup] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.groups = groups
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        if version >= 1 {
            writer.writeInt32(self.throttleTimeMs)
        }
        writer.writeInt16(self.errorCode)
        try writer.writeStructs(self.groups, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "ListGroupsResponse.unknownTaggedFields", version)
        }
    }
}

extension ListGroupsResponse {
    /// An element of `groups`.
    public struct ListedGroup: WireStruct {
        public var groupId: String
        public var protocolType: String
        /// Versions 4+, dropped elsewhere.
        public var groupState: String
        /// Versions 5+, dropped elsewhere.
        public var groupType: String
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            groupId: String = "",
            protocolType: String = "",
            groupState: String = "",
            groupType: String = ""
        ) {
            self.groupId = groupId
            self.protocolType = protocolType
            self.groupState = groupState
            self.groupType = groupType
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 3
            let groupId: String = try reader.readString(flexible: flexible)
            let protocolType: String = try reader.readString(flexible: flexible)
            var groupState: String = ""
            if version >= 4 {
                groupState = try reader.readString(flexible: true)
            }
            var groupType: String = ""
            if version >= 5 {
                groupType = try reader.readString(flexible: true)
            }
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.groupId = groupId
            self.protocolType = protocolType
            self.groupState = groupState
            self.groupType = groupType
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 3
            try writer.writeString(self.groupId, flexible: flexible)
            try writer.writeString(self.protocolType, flexible: flexible)
            if version >= 4 {
                try writer.writeString(self.groupState, flexible: true)
            }
            if version >= 5 {
                try writer.writeString(self.groupType, flexible: true)
            }
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "ListGroupsResponse.ListedGroup.unknownTaggedFields", version)
            }
        }
    }
}
