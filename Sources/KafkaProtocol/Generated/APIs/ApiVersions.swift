// Generated from protocol-specs/APIs/ApiVersions.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of ApiVersions (18), versions 0-4, flexible 3-4; Kafka 4.3 serves 0-4.
///
/// Tells which APIs and versions a broker serves, and its features.
public struct ApiVersionsRequest: RequestMessage {
    public typealias Response = ApiVersionsResponse
    public static var apiKey: ApiKey { .apiVersions }
    public static var validVersions: ClosedRange<Int16> { 0...4 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 3 }

    /// Versions 3+, dropped elsewhere.
    public var clientSoftwareName: String
    /// Versions 3+, dropped elsewhere.
    public var clientSoftwareVersion: String
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        clientSoftwareName: String = "",
        clientSoftwareVersion: String = ""
    ) {
        self.clientSoftwareName = clientSoftwareName
        self.clientSoftwareVersion = clientSoftwareVersion
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        var clientSoftwareName: String = ""
        var clientSoftwareVersion: String = ""
        if version >= 3 {
            clientSoftwareName = try reader.readString(flexible: true)
            clientSoftwareVersion = try reader.readString(flexible: true)
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.clientSoftwareName = clientSoftwareName
        self.clientSoftwareVersion = clientSoftwareVersion
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        if version >= 3 {
            try writer.writeString(self.clientSoftwareName, flexible: true)
            try writer.writeString(self.clientSoftwareVersion, flexible: true)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "ApiVersionsRequest.unknownTaggedFields", version)
        }
    }
}

/// The response of ApiVersions (18), versions 0-4, flexible 3-4; Kafka 4.3 serves 0-4.
///
/// Tells which APIs and versions a broker serves, and its features.
public struct ApiVersionsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .apiVersions }
    public static var validVersions: ClosedRange<Int16> { 0...4 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 3 }

    public var errorCode: Int16
    public var apiKeys: [ApiVersion]
    /// Versions 1+, dropped elsewhere.
    public var throttleTimeMs: Int32
    /// Versions 3+, tag 0, dropped elsewhere.
    public var supportedFeatures: [SupportedFeatureKey]
    /// Versions 3+, tag 1, dropped elsewhere.
    public var finalizedFeaturesEpoch: Int64
    /// Versions 3+, tag 2, dropped elsewhere.
    public var finalizedFeatures: [FinalizedFeatureKey]
    /// Versions 3+, tag 3, dropped elsewhere.
    public var zkMigrationReady: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        errorCode: Int16 = 0,
        apiKeys: [ApiVersion] = [],
        throttleTimeMs: Int32 = 0,
        supportedFeatures: [SupportedFeatureKey] = [],
        finalizedFeaturesEpoch: Int64 = -1,
        finalizedFeatures: [FinalizedFeatureKey] = [],
        zkMigrationReady: Bool = false
    ) {
        self.errorCode = errorCode
        self.apiKeys = apiKeys
        self.throttleTimeMs = throttleTimeMs
        self.supportedFeatures = supportedFeatures
        self.finalizedFeaturesEpoch = finalizedFeaturesEpoch
        self.finalizedFeatures = finalizedFeatures
        self.zkMigrationReady = zkMigrationReady
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        let errorCode: Int16 = try reader.readInt16()
        let apiKeys: [ApiVersion] = try reader.readStructs(version: version, minimumSize: 6, flexible: flexible)
        var throttleTimeMs: Int32 = 0
        if version >= 1 {
            throttleTimeMs = try reader.readInt32()
        }
        var supportedFeatures: [SupportedFeatureKey] = []
        var finalizedFeaturesEpoch: Int64 = -1
        var finalizedFeatures: [FinalizedFeatureKey] = []
        var zkMigrationReady: Bool = false
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            var tags = try reader.startTaggedFields()
            while let tag = try reader.nextTag(&tags) {
                switch tag {
                case 0: supportedFeatures = try reader.readStructs(version: version, minimumSize: 6, flexible: true)
                case 1: finalizedFeaturesEpoch = try reader.readInt64()
                case 2: finalizedFeatures = try reader.readStructs(version: version, minimumSize: 6, flexible: true)
                case 3: zkMigrationReady = try reader.readBool()
                default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
                }
            }
        }
        self.errorCode = errorCode
        self.apiKeys = apiKeys
        self.throttleTimeMs = throttleTimeMs
        self.supportedFeatures = supportedFeatures
        self.finalizedFeaturesEpoch = finalizedFeaturesEpoch
        self.finalizedFeatures = finalizedFeatures
        self.zkMigrationReady = zkMigrationReady
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        writer.writeInt16(self.errorCode)
        try writer.writeStructs(self.apiKeys, version: version, flexible: flexible)
        if version >= 1 {
            writer.writeInt32(self.throttleTimeMs)
        }
        if flexible {
            var tagCount = self.unknownTaggedFields.count
            if !self.supportedFeatures.isEmpty { tagCount &+= 1 }
            if self.finalizedFeaturesEpoch != -1 { tagCount &+= 1 }
            if !self.finalizedFeatures.isEmpty { tagCount &+= 1 }
            if self.zkMigrationReady { tagCount &+= 1 }
            writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
            var nextUnknown = 0
            if !self.supportedFeatures.isEmpty {
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
                let tag = writer.openTag(0)
                try writer.writeStructs(self.supportedFeatures, version: version, flexible: true)
                try writer.closeTag(tag)
            }
            if self.finalizedFeaturesEpoch != -1 {
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 1)
                let tag = writer.openTag(1)
                writer.writeInt64(self.finalizedFeaturesEpoch)
                try writer.closeTag(tag)
            }
            if !self.finalizedFeatures.isEmpty {
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 2)
                let tag = writer.openTag(2)
                try writer.writeStructs(self.finalizedFeatures, version: version, flexible: true)
                try writer.closeTag(tag)
            }
            if self.zkMigrationReady {
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 3)
                let tag = writer.openTag(3)
                writer.writeBool(self.zkMigrationReady)
                try writer.closeTag(tag)
            }
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "ApiVersionsResponse.unknownTaggedFields", version)
        }
    }
}

extension ApiVersionsResponse {
    /// An element of `apiKeys`.
    public struct ApiVersion: WireStruct {
        /// Unique in its array.
        public var apiKey: Int16
        public var minVersion: Int16
        public var maxVersion: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            apiKey: Int16 = 0,
            minVersion: Int16 = 0,
            maxVersion: Int16 = 0
        ) {
            self.apiKey = apiKey
            self.minVersion = minVersion
            self.maxVersion = maxVersion
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 3
            let apiKey: Int16 = try reader.readInt16()
            let minVersion: Int16 = try reader.readInt16()
            let maxVersion: Int16 = try reader.readInt16()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.apiKey = apiKey
            self.minVersion = minVersion
            self.maxVersion = maxVersion
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 3
            writer.writeInt16(self.apiKey)
            writer.writeInt16(self.minVersion)
            writer.writeInt16(self.maxVersion)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "ApiVersionsResponse.ApiVersion.unknownTaggedFields", version)
            }
        }
    }
}

extension ApiVersionsResponse {
    /// An element of `supportedFeatures`.
    public struct SupportedFeatureKey: WireStruct {
        /// Unique in its array.
        public var name: String
        public var minVersion: Int16
        public var maxVersion: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            minVersion: Int16 = 0,
            maxVersion: Int16 = 0
        ) {
            self.name = name
            self.minVersion = minVersion
            self.maxVersion = maxVersion
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: true)
            let minVersion: Int16 = try reader.readInt16()
            let maxVersion: Int16 = try reader.readInt16()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.minVersion = minVersion
            self.maxVersion = maxVersion
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            writer.writeInt16(self.minVersion)
            writer.writeInt16(self.maxVersion)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension ApiVersionsResponse {
    /// An element of `finalizedFeatures`.
    public struct FinalizedFeatureKey: WireStruct {
        /// Unique in its array.
        public var name: String
        public var maxVersionLevel: Int16
        public var minVersionLevel: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            maxVersionLevel: Int16 = 0,
            minVersionLevel: Int16 = 0
        ) {
            self.name = name
            self.maxVersionLevel = maxVersionLevel
            self.minVersionLevel = minVersionLevel
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: true)
            let maxVersionLevel: Int16 = try reader.readInt16()
            let minVersionLevel: Int16 = try reader.readInt16()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.maxVersionLevel = maxVersionLevel
            self.minVersionLevel = minVersionLevel
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            writer.writeInt16(self.maxVersionLevel)
            writer.writeInt16(self.minVersionLevel)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
