// Generated from protocol-specs/APIs/DescribeConfigs.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of DescribeConfigs (32), versions 0-4, flexible 4; Kafka 4.3 serves 1-4.
///
/// Reads the configuration of topics, brokers and other resources.
public struct DescribeConfigsRequest: RequestMessage {
    public typealias Response = DescribeConfigsResponse
    public static var apiKey: ApiKey { .describeConfigs }
    public static var validVersions: ClosedRange<Int16> { 0...4 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 4 }

    public var resources: [DescribeConfigsResource]
    /// Versions 1+, must be the default elsewhere.
    public var includeSynonyms: Bool
    /// Versions 3+, must be the default elsewhere.
    public var includeDocumentation: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        resources: [DescribeConfigsResource] = [],
        includeSynonyms: Bool = false,
        includeDocumentation: Bool = false
    ) {
        self.resources = resources
        self.includeSynonyms = includeSynonyms
        self.includeDocumentation = includeDocumentation
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        let resources: [DescribeConfigsResource] = try reader.readStructs(version: version, minimumSize: 4, flexible: flexible)
        var includeSynonyms: Bool = false
        if version >= 1 {
            includeSynonyms = try reader.readBool()
        }
        var includeDocumentation: Bool = false
        if version >= 3 {
            includeDocumentation = try reader.readBool()
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.resources = resources
        self.includeSynonyms = includeSynonyms
        self.includeDocumentation = includeDocumentation
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        try writer.writeStructs(self.resources, version: version, flexible: flexible)
        if version >= 1 {
            writer.writeBool(self.includeSynonyms)
        } else {
            try requireDefault(!self.includeSynonyms, "DescribeConfigsRequest.includeSynonyms", version)
        }
        if version >= 3 {
            writer.writeBool(self.includeDocumentation)
        } else {
            try requireDefault(!self.includeDocumentation, "DescribeConfigsRequest.includeDocumentation", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeConfigsRequest.unknownTaggedFields", version)
        }
    }
}

extension DescribeConfigsRequest {
    /// An element of `resources`.
    public struct DescribeConfigsResource: WireStruct {
        public var resourceType: Int8
        public var resourceName: String
        public var configurationKeys: [String]?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            resourceType: Int8 = 0,
            resourceName: String = "",
            configurationKeys: [String]? = []
        ) {
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.configurationKeys = configurationKeys
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            let resourceType: Int8 = try reader.readInt8()
            let resourceName: String = try reader.readString(flexible: flexible)
            let configurationKeys: [String]? = try reader.readNullableArray(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.configurationKeys = configurationKeys
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            writer.writeInt8(self.resourceType)
            try writer.writeString(self.resourceName, flexible: flexible)
            try writer.writeNullableArray(self.configurationKeys, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeConfigsRequest.DescribeConfigsResource.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of DescribeConfigs (32), versions 0-4, flexible 4; Kafka 4.3 serves 1-4.
///
/// Reads the configuration of topics, brokers and other resources.
public struct DescribeConfigsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .describeConfigs }
    public static var validVersions: ClosedRange<Int16> { 0...4 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 4 }

    public var throttleTimeMs: Int32
    public var results: [DescribeConfigsResult]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        results: [DescribeConfigsResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.results = results
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        let throttleTimeMs: Int32 = try reader.readInt32()
        let results: [DescribeConfigsResult] = try reader.readStructs(version: version, minimumSize: 7, flexible: flexible)
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
        let flexible = version >= 4
        writer.writeInt32(self.throttleTimeMs)
        try writer.writeStructs(self.results, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeConfigsResponse.unknownTaggedFields", version)
        }
    }
}

extension DescribeConfigsResponse {
    /// An element of `results`.
    public struct DescribeConfigsResult: WireStruct {
        public var errorCode: Int16
        public var errorMessage: String?
        public var resourceType: Int8
        public var resourceName: String
        public var configs: [DescribeConfigsResourceResult]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            errorCode: Int16 = 0,
            errorMessage: String? = "",
            resourceType: Int8 = 0,
            resourceName: String = "",
            configs: [DescribeConfigsResourceResult] = []
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.configs = configs
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            let errorCode: Int16 = try reader.readInt16()
            let errorMessage: String? = try reader.readNullableString(flexible: flexible)
            let resourceType: Int8 = try reader.readInt8()
            let resourceName: String = try reader.readString(flexible: flexible)
            let configs: [DescribeConfigsResourceResult] = try reader.readStructs(version: version, minimumSize: 7, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.configs = configs
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.errorMessage, flexible: flexible)
            writer.writeInt8(self.resourceType)
            try writer.writeString(self.resourceName, flexible: flexible)
            try writer.writeStructs(self.configs, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeConfigsResponse.DescribeConfigsResult.unknownTaggedFields", version)
            }
        }
    }
}

extension DescribeConfigsResponse {
    /// An element of `configs`.
    public struct DescribeConfigsResourceResult: WireStruct {
        public var name: String
        public var value: String?
        public var readOnly: Bool
        /// Versions 0, must be the default elsewhere.
        public var isDefault: Bool
        /// Versions 1+, dropped elsewhere.
        public var configSource: Int8
        public var isSensitive: Bool
        /// Versions 1+, dropped elsewhere.
        public var synonyms: [DescribeConfigsSynonym]
        /// Versions 3+, dropped elsewhere.
        public var configType: Int8
        /// Versions 3+, dropped elsewhere.
        public var documentation: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            value: String? = "",
            readOnly: Bool = false,
            isDefault: Bool = false,
            configSource: Int8 = -1,
            isSensitive: Bool = false,
            synonyms: [DescribeConfigsSynonym] = [],
            configType: Int8 = 0,
            documentation: String? = ""
        ) {
            self.name = name
            self.value = value
            self.readOnly = readOnly
            self.isDefault = isDefault
            self.configSource = configSource
            self.isSensitive = isSensitive
            self.synonyms = synonyms
            self.configType = configType
            self.documentation = documentation
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            let name: String = try reader.readString(flexible: flexible)
            let value: String? = try reader.readNullableString(flexible: flexible)
            let readOnly: Bool = try reader.readBool()
            var isDefault: Bool = false
            if version <= 0 {
                isDefault = try reader.readBool()
            }
            var configSource: Int8 = -1
            if version >= 1 {
                configSource = try reader.readInt8()
            }
            let isSensitive: Bool = try reader.readBool()
            var synonyms: [DescribeConfigsSynonym] = []
            if version >= 1 {
                synonyms = try reader.readStructs(version: version, minimumSize: 4, flexible: flexible)
            }
            var configType: Int8 = 0
            var documentation: String? = ""
            if version >= 3 {
                configType = try reader.readInt8()
                documentation = try reader.readNullableString(flexible: flexible)
            }
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.value = value
            self.readOnly = readOnly
            self.isDefault = isDefault
            self.configSource = configSource
            self.isSensitive = isSensitive
            self.synonyms = synonyms
            self.configType = configType
            self.documentation = documentation
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            try writer.writeString(self.name, flexible: flexible)
            try writer.writeNullableString(self.value, flexible: flexible)
            writer.writeBool(self.readOnly)
            if version <= 0 {
                writer.writeBool(self.isDefault)
            } else {
                try requireDefault(!self.isDefault, "DescribeConfigsResponse.DescribeConfigsResourceResult.isDefault", version)
            }
            if version >= 1 {
                writer.writeInt8(self.configSource)
            }
            writer.writeBool(self.isSensitive)
            if version >= 1 {
                try writer.writeStructs(self.synonyms, version: version, flexible: flexible)
            }
            if version >= 3 {
                writer.writeInt8(self.configType)
                try writer.writeNullableString(self.documentation, flexible: flexible)
            }
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeConfigsResponse.DescribeConfigsResourceResult.unknownTaggedFields", version)
            }
        }
    }
}

extension DescribeConfigsResponse {
    /// An element of `synonyms`.
    public struct DescribeConfigsSynonym: WireStruct {
        public var name: String
        public var value: String?
        public var source: Int8
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            value: String? = "",
            source: Int8 = 0
        ) {
            self.name = name
            self.value = value
            self.source = source
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            let name: String = try reader.readString(flexible: flexible)
            let value: String? = try reader.readNullableString(flexible: flexible)
            let source: Int8 = try reader.readInt8()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.value = value
            self.source = source
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            try writer.writeString(self.name, flexible: flexible)
            try writer.writeNullableString(self.value, flexible: flexible)
            writer.writeInt8(self.source)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeConfigsResponse.DescribeConfigsSynonym.unknownTaggedFields", version)
            }
        }
    }
}
