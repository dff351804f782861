// Generated from protocol-specs/APIs/DescribeAcls.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of DescribeAcls (29), versions 0-3, flexible 2-3; Kafka 4.3 serves 1-3.
///
/// Lists access rules that match a filter.
public struct DescribeAclsRequest: RequestMessage {
    public typealias Response = DescribeAclsResponse
    public static var apiKey: ApiKey { .describeAcls }
    public static var validVersions: ClosedRange<Int16> { 0...3 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

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

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
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

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        writer.writeInt8(self.resourceTypeFilter)
        try writer.writeNullableString(self.resourceNameFilter, flexible: flexible)
        if version >= 1 {
            writer.writeInt8(self.patternTypeFilter)
        } else {
            try requireDefault(self.patternTypeFilter == 3, "DescribeAclsRequest.patternTypeFilter", version)
        }
        try writer.writeNullableString(self.principalFilter, flexible: flexible)
        try writer.writeNullableString(self.hostFilter, flexible: flexible)
        writer.writeInt8(self.operation)
        writer.writeInt8(self.permissionType)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeAclsRequest.unknownTaggedFields", version)
        }
    }
}

/// The response of DescribeAcls (29), versions 0-3, flexible 2-3; Kafka 4.3 serves 1-3.
///
/// Lists access rules that match a filter.
public struct DescribeAclsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .describeAcls }
    public static var validVersions: ClosedRange<Int16> { 0...3 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var errorMessage: String?
    public var resources: [DescribeAclsResource]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        errorMessage: String? = "",
        resources: [DescribeAclsResource] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.resources = resources
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let errorMessage: String? = try reader.readNullableString(flexible: flexible)
        let resources: [DescribeAclsResource] = try reader.readStructs(version: version, minimumSize: 5, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.resources = resources
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        try writer.writeNullableString(self.errorMessage, flexible: flexible)
        try writer.writeStructs(self.resources, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeAclsResponse.unknownTaggedFields", version)
        }
    }
}

extension DescribeAclsResponse {
    /// An element of `resources`.
    public struct DescribeAclsResource: WireStruct {
        public var resourceType: Int8
        public var resourceName: String
        /// Versions 1+, must be the default elsewhere.
        public var patternType: Int8
        public var acls: [AclDescription]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            resourceType: Int8 = 0,
            resourceName: String = "",
            patternType: Int8 = 3,
            acls: [AclDescription] = []
        ) {
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.patternType = patternType
            self.acls = acls
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let resourceType: Int8 = try reader.readInt8()
            let resourceName: String = try reader.readString(flexible: flexible)
            var patternType: Int8 = 3
            if version >= 1 {
                patternType = try reader.readInt8()
            }
            let acls: [AclDescription] = try reader.readStructs(version: version, minimumSize: 5, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.patternType = patternType
            self.acls = acls
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            writer.writeInt8(self.resourceType)
            try writer.writeString(self.resourceName, flexible: flexible)
            if version >= 1 {
                writer.writeInt8(self.patternType)
            } else {
                try requireDefault(self.patternType == 3, "DescribeAclsResponse.DescribeAclsResource.patternType", version)
            }
            try writer.writeStructs(self.acls, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeAclsResponse.DescribeAclsResource.unknownTaggedFields", version)
            }
        }
    }
}

extension DescribeAclsResponse {
    /// An element of `acls`.
    public struct AclDescription: WireStruct {
        public var principal: String
        public var host: String
        public var operation: Int8
        public var permissionType: Int8
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            principal: String = "",
            host: String = "",
            operation: Int8 = 0,
            permissionType: Int8 = 0
        ) {
            self.principal = principal
            self.host = host
            self.operation = operation
            self.permissionType = permissionType
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let principal: String = try reader.readString(flexible: flexible)
            let host: String = try reader.readString(flexible: flexible)
            let operation: Int8 = try reader.readInt8()
            let permissionType: Int8 = try reader.readInt8()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.principal = principal
            self.host = host
            self.operation = operation
            self.permissionType = permissionType
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(self.principal, flexible: flexible)
            try writer.writeString(self.host, flexible: flexible)
            writer.writeInt8(self.operation)
            writer.writeInt8(self.permissionType)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeAclsResponse.AclDescription.unknownTaggedFields", version)
            }
        }
    }
}
