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
        self.includeSynonyms = false
        self.includeDocumentation = false
        self.unknownTaggedFields = UnknownTaggedFields()
        self.resources = try reader.readStructs(version: version, minimumSize: 4, flexible: flexible)
        if version >= 1 {
            self.includeSynonyms = try reader.readBool()
        }
        if version >= 3 {
            self.includeDocumentation = try reader.readBool()
        }
        if flexible {
            self.unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
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
            self.unknownTaggedFields = UnknownTaggedFields()
            self.resourceType = try reader.readInt8()
            self.resourceName = try reader.readString(flexible: flexible)
            self.configurationKeys = try reader.readNullableArray(flexible: flexible)
            if flexible {
                self.unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
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
        self.unknownTaggedFields = UnknownTaggedFields()
        self.throttleTimeMs = try reader.readInt32()
        self.results = try reader.readStructs(version: version, minimumSize: 7, flexible: flexible)
        if flexible {
            self.unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
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
            self.unknownTaggedFields = UnknownTaggedFields()
            self.errorCode = try reader.readInt16()
            self.errorMessage = try reader.readNullableString(flexible: flexible)
            self.resourceType = try reader.readInt8()
            self.resourceName = try reader.readString(flexible: flexible)
            self.configs = try reader.readStructs(version: version, minimumSize: 7, flexible: flexible)
            if flexible {
                self.unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
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
            self.isDefault = false
            self.configSource = -1
            self.synonyms = []
            self.configType = 0
            self.documentation = ""
            self.unknownTaggedFields = UnknownTaggedFields()
            self.name = try reader.readString(flexible: flexible)
            self.value = try reader.readNullableString(flexible: flexible)
            self.readOnly = try reader.readBool()
            if version <= 0 {
                self.isDefault = try reader.readBool()
            }
            if version >= 1 {
                self.configSource = try reader.readInt8()
            }
            self.isSensitive = try reader.readBool()
            if version >= 1 {
                self.synonyms = try reader.readStructs(version: version, minimumSize: 4, flexible: flexible)
            }
            if version >= 3 {
                self.configType = try reader.readInt8()
                self.documentation = try reader.readNullableString(flexible: flexible)
            }
            if flexible {
                self.unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
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
            self.unknownTaggedFields = UnknownTaggedFields()
            self.name = try reader.readString(flexible: flexible)
            self.value = try reader.readNullableString(flexible: flexible)
            self.source = try reader.readInt8()
            if flexible {
                self.unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
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
