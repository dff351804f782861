// Generated from protocol-specs/APIs/DeleteGroups.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of DeleteGroups (42), versions 0-2, flexible 2; Kafka 4.3 serves 0-2.
///
/// Deletes empty groups.
public struct DeleteGroupsRequest: RequestMessage {
    public typealias Response = DeleteGroupsResponse
    public static var apiKey: ApiKey { .deleteGroups }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var groupsNames: [String]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        groupsNames: [String] = []
    ) {
        self.groupsNames = groupsNames
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let groupsNames: [String] = try reader.readArray(flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.groupsNames = groupsNames
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        try writer.writeArray(self.groupsNames, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "DeleteGroupsRequest.unknownTaggedFields", version)
        }
    }
}

/// The response of DeleteGroups (42), versions 0-2, flexible 2; Kafka 4.3 serves 0-2.
///
/// Deletes empty groups.
public struct DeleteGroupsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .deleteGroups }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var throttleTimeMs: Int32
    public var results: [DeletableGroupResult]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        results: [DeletableGroupResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.results = results
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let throttleTimeMs: Int32 = try reader.readInt32()
        let results: [DeletableGroupResult] = try reader.readStructs(version: version, minimumSize: 4, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.results = results
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        writer.writeInt32(self.throttleTimeMs)
        try writer.writeStructs(self.results, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "DeleteGroupsResponse.unknownTaggedFields", version)
        }
    }
}

extension DeleteGroupsResponse {
    /// An element of `results`.
    public struct DeletableGroupResult: WireStruct {
        /// Unique in its array.
        public var groupId: String
        public var errorCode: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            groupId: String = "",
            errorCode: Int16 = 0
        ) {
            self.groupId = groupId
            self.errorCode = errorCode
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let groupId: String = try reader.readString(flexible: flexible)
            let errorCode: Int16 = try reader.readInt16()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.groupId = groupId
            self.errorCode = errorCode
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(self.groupId, flexible: flexible)
            writer.writeInt16(self.errorCode)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DeleteGroupsResponse.DeletableGroupResult.unknownTaggedFields", version)
            }
        }
    }
}
