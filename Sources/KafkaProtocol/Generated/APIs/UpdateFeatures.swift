// Generated from protocol-specs/APIs/UpdateFeatures.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of UpdateFeatures (57), versions 0-2, flexible 0-2; Kafka 4.3 serves 0-2.
///
/// Changes the cluster's feature levels.
public struct UpdateFeaturesRequest: RequestMessage {
    public typealias Response = UpdateFeaturesResponse
    public static var apiKey: ApiKey { .updateFeatures }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var timeoutMs: Int32
    public var featureUpdates: [FeatureUpdateKey]
    /// Versions 1+, must be the default elsewhere.
    public var validateOnly: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        timeoutMs: Int32 = 60000,
        featureUpdates: [FeatureUpdateKey] = [],
        validateOnly: Bool = false
    ) {
        self.timeoutMs = timeoutMs
        self.featureUpdates = featureUpdates
        self.validateOnly = validateOnly
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let timeoutMs: Int32 = try reader.readInt32()
        let featureUpdates: [FeatureUpdateKey] = try reader.readStructs(version: version, minimumSize: 5, flexible: true)
        var validateOnly: Bool = false
        if version >= 1 {
            validateOnly = try reader.readBool()
        }
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.timeoutMs = timeoutMs
        self.featureUpdates = featureUpdates
        self.validateOnly = validateOnly
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.timeoutMs)
        try writer.writeStructs(self.featureUpdates, version: version, flexible: true)
        if version >= 1 {
            writer.writeBool(self.validateOnly)
        } else {
            try requireDefault(!self.validateOnly, "UpdateFeaturesRequest.validateOnly", version)
        }
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension UpdateFeaturesRequest {
    /// An element of `featureUpdates`.
    public struct FeatureUpdateKey: WireStruct {
        /// Unique in its array.
        public var feature: String
        public var maxVersionLevel: Int16
        /// Versions 0, must be the default elsewhere.
        public var allowDowngrade: Bool
        /// Versions 1+, must be the default elsewhere.
        public var upgradeType: Int8
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            feature: String = "",
            maxVersionLevel: Int16 = 0,
            allowDowngrade: Bool = false,
            upgradeType: Int8 = 1
        ) {
            self.feature = feature
            self.maxVersionLevel = maxVersionLevel
            self.allowDowngrade = allowDowngrade
            self.upgradeType = upgradeType
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let feature: String = try reader.readString(flexible: true)
            let maxVersionLevel: Int16 = try reader.readInt16()
            var allowDowngrade: Bool = false
            if version <= 0 {
                allowDowngrade = try reader.readBool()
            }
            var upgradeType: Int8 = 1
            if version >= 1 {
                upgradeType = try reader.readInt8()
            }
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.feature = feature
            self.maxVersionLevel = maxVersionLevel
            self.allowDowngrade = allowDowngrade
            self.upgradeType = upgradeType
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.feature, flexible: true)
            writer.writeInt16(self.maxVersionLevel)
            if version <= 0 {
                writer.writeBool(self.allowDowngrade)
            } else {
                try requireDefault(!self.allowDowngrade, "UpdateFeaturesRequest.FeatureUpdateKey.allowDowngrade", version)
            }
            if version >= 1 {
                writer.writeInt8(self.upgradeType)
            } else {
                try requireDefault(self.upgradeType == 1, "UpdateFeaturesRequest.FeatureUpdateKey.upgradeType", version)
            }
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of UpdateFeatures (57), versions 0-2, flexible 0-2; Kafka 4.3 serves 0-2.
///
/// Changes the cluster's feature levels.
public struct UpdateFeaturesResponse: ResponseMessage {
    public static var apiKey: ApiKey { .updateFeatures }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var errorMessage: String?
    /// Versions 0-1, dropped elsewhere.
    public var results: [UpdatableFeatureResult]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        errorMessage: String? = "",
        results: [UpdatableFeatureResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.results = results
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let errorMessage: String? = try reader.readNullableString(flexible: true)
        var results: [UpdatableFeatureResult] = []
        if version <= 1 {
            results = try reader.readStructs(version: version, minimumSize: 5, flexible: true)
        }
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.results = results
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        try writer.writeNullableString(self.errorMessage, flexible: true)
        if version <= 1 {
            try writer.writeStructs(self.results, version: version, flexible: true)
        }
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension UpdateFeaturesResponse {
    /// An element of `results`.
    public struct UpdatableFeatureResult: WireStruct {
        /// Unique in its array.
        public var feature: String
        public var errorCode: Int16
        public var errorMessage: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            feature: String = "",
            errorCode: Int16 = 0,
            errorMessage: String? = ""
        ) {
            self.feature = feature
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let feature: String = try reader.readString(flexible: true)
            let errorCode: Int16 = try reader.readInt16()
            let errorMessage: String? = try reader.readNullableString(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.feature = feature
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.feature, flexible: true)
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.errorMessage, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
