// Generated from protocol-specs/APIs/DeleteAcls.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of DeleteAcls (31), versions 0-3, flexible 2-3; Kafka 4.3 serves 1-3.
///
/// Removes access rules that match filters.
public struct DeleteAclsRequest: RequestMessage {
    public typealias Response = DeleteAclsResponse
    public static var apiKey: ApiKey { .deleteAcls }
    public static var validVersions: ClosedRange<Int16> { 0...3 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var filters: [DeleteAclsFilter]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        filters: [DeleteAclsFilter] = []
    ) {
        self.filters = filters
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let filters: [DeleteAclsFilter] = try reader.readStructs(version: version, minimumSize: 8, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.filters = filters
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        try writer.writeStructs(self.filters, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "DeleteAclsRequest.unknownTaggedFields", version)
        }
    }
}

extension DeleteAclsRequest {
    /// An element of `filters`.
    public struct DeleteAclsFilter: WireStruct {
        public var resourceTypeFilter: Int8
        public var resourceNameFilter: String?
        /// Versions 1+, must be the default elsewhere.
        public var patternTypeFilter: Int8
        public var principalFilter: String?
        public var hostFilter: String?
        public var operation: Int8
        public var permissionType: Int8
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            resourceTypeFilter: Int8 = 0,
            resourceNameFilter: String? = "",
            patternTypeFilter: Int8 = 3,
            principalFilter: String? = "",
            hostFilter: String? = "",
            operation: Int8 = 0,
            permissionType: Int8 = 0
        ) {
            self.resourceTypeFilter = resourceTypeFilter
            self.resourceNameFilter = resourceNameFilter
            self.patternTypeFilter = patternTypeFilter
            self.principalFilter = principalFilter
            self.hostFilter = hostFilter
            self.operation = operation
            self.permissionType = permissionType
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let resourceTypeFilter: Int8 = try reader.readInt8()
            let resourceNameFilter: String? = try reader.readNullableString(flexible: flexible)
            var patternTypeFilter: Int8 = 3
            if version >= 1 {
                patternTypeFilter = try reader.readInt8()
            }
            let principalFilter: String? = try reader.readNullableString(flexible: flexible)
            let hostFilter: String? = try reader.readNullableString(flexible: flexible)
            let operation: Int8 = try reader.readInt8()
            let permissionType: Int8 = try reader.readInt8()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.resourceTypeFilter = resourceTypeFilter
            self.resourceNameFilter = resourceNameFilter
            self.patternTypeFilter = patternTypeFilter
            self.principalFilter = principalFilter
            self.hostFilter = hostFilter
            self.operation = operation
            self.permissionType = permissionType
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            writer.writeInt8(self.resourceTypeFilter)
            try writer.writeNullableString(self.resourceNameFilter, flexible: flexible)
            if version >= 1 {
                writer.writeInt8(self.patternTypeFilter)
            } else {
                try requireDefault(self.patternTypeFilter == 3, "DeleteAclsRequest.DeleteAclsFilter.patternTypeFilter", version)
            }
            try writer.writeNullableString(self.principalFilter, flexible: flexible)
            try writer.writeNullableString(self.hostFilter, flexible: flexible)
            writer.writeInt8(self.operation)
            writer.writeInt8(self.permissionType)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DeleteAclsRequest.DeleteAclsFilter.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of DeleteAcls (31), versions 0-3, flexible 2-3; Kafka 4.3 serves 1-3.
///
/// Removes access rules that match filters.
public struct DeleteAclsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .deleteAcls }
    public static var validVersions: ClosedRange<Int16> { 0...3 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var throttleTimeMs: Int32
    public var filterResults: [DeleteAclsFilterResult]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        filterResults: [DeleteAclsFilterResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.filterResults = filterResults
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let throttleTimeMs: Int32 = try reader.readInt32()
        let filterResults: [DeleteAclsFilterResult] = try reader.readStructs(version: version, minimumSize: 5, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.filterResults = filterResults
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        writer.writeInt32(self.throttleTimeMs)
        try writer.writeStructs(self.filterResults, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "DeleteAclsResponse.unknownTaggedFields", version)
        }
    }
}

extension DeleteAclsResponse {
    /// An element of `filterResults`.
    public struct DeleteAclsFilterResult: WireStruct {
        public var errorCode: Int16
        public var errorMessage: String?
        public var matchingAcls: [DeleteAclsMatchingAcl]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            errorCode: Int16 = 0,
            errorMessage: String? = "",
            matchingAcls: [DeleteAclsMatchingAcl] = []
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.matchingAcls = matchingAcls
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let errorCode: Int16 = try reader.readInt16()
            let errorMessage: String? = try reader.readNullableString(flexible: flexible)
            let matchingAcls: [DeleteAclsMatchingAcl] = try reader.readStructs(version: version, minimumSize: 11, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.matchingAcls = matchingAcls
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.errorMessage, flexible: flexible)
            try writer.writeStructs(self.matchingAcls, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DeleteAclsResponse.DeleteAclsFilterResult.unknownTaggedFields", version)
            }
        }
    }
}

extension DeleteAclsResponse {
    /// An element of `matchingAcls`.
    public struct DeleteAclsMatchingAcl: WireStruct {
        public var errorCode: Int16
        public var errorMessage: String?
        public var resourceType: Int8
        public var resourceName: String
        /// Versions 1+, must be the default elsewhere.
        public var patternType: Int8
        public var principal: String
        public var host: String
        public var operation: Int8
        public var permissionType: Int8
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            errorCode: Int16 = 0,
            errorMessage: String? = "",
            resourceType: Int8 = 0,
            resourceName: String = "",
            patternType: Int8 = 3,
            principal: String = "",
            host: String = "",
            operation: Int8 = 0,
            permissionType: Int8 = 0
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.patternType = patternType
            self.principal = principal
            self.host = host
            self.operation = operation
            self.permissionType = permissionType
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let errorCode: Int16 = try reader.readInt16()
            let errorMessage: String? = try reader.readNullableString(flexible: flexible)
            let resourceType: Int8 = try reader.readInt8()
            let resourceName: String = try reader.readString(flexible: flexible)
            var patternType: Int8 = 3
            if version >= 1 {
                patternType = try reader.readInt8()
            }
            let principal: String = try reader.readString(flexible: flexible)
            let host: String = try reader.readString(flexible: flexible)
            let operation: Int8 = try reader.readInt8()
            let permissionType: Int8 = try reader.readInt8()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.patternType = patternType
            self.principal = principal
            self.host = host
            self.operation = operation
            self.permissionType = permissionType
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.errorMessage, flexible: flexible)
            writer.writeInt8(self.resourceType)
            try writer.writeString(self.resourceName, flexible: flexible)
            if version >= 1 {
                writer.writeInt8(self.patternType)
            } else {
                try requireDefault(self.patternType == 3, "DeleteAclsResponse.DeleteAclsMatchingAcl.patternType", version)
            }
            try writer.writeString(self.principal, flexible: flexible)
            try writer.writeString(self.host, flexible: flexible)
            writer.writeInt8(self.operation)
            writer.writeInt8(self.permissionType)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DeleteAclsResponse.DeleteAclsMatchingAcl.unknownTaggedFields", version)
            }
        }
    }
}
