// Generated from protocol-specs/APIs/ListConfigResources.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of ListConfigResources (74), versions 0-1, flexible 0-1; Kafka 4.3 serves 0-1.
///
/// Lists resources that have configuration.
public struct ListConfigResourcesRequest: RequestMessage {
    public typealias Response = ListConfigResourcesResponse
    public static var apiKey: ApiKey { .listConfigResources }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    /// Versions 1+, must be the default elsewhere.
    public var resourceTypes: [Int8]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        resourceTypes: [Int8] = []
    ) {
        self.resourceTypes = resourceTypes
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        var resourceTypes: [Int8] = []
        if version >= 1 {
            resourceTypes = try reader.readArray(flexible: true)
        }
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.resourceTypes = resourceTypes
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        if version >= 1 {
            try writer.writeArray(self.resourceTypes, flexible: true)
        } else {
            try requireDefault(self.resourceTypes.isEmpty, "ListConfigResourcesRequest.resourceTypes", version)
        }
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

/// The response of ListConfigResources (74), versions 0-1, flexible 0-1; Kafka 4.3 serves 0-1.
///
/// Lists resources that have configuration.
public struct ListConfigResourcesResponse: ResponseMessage {
    public static var apiKey: ApiKey { .listConfigResources }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var configResources: [ConfigResource]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        configResources: [ConfigResource] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.configResources = configResources
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let configResources: [ConfigResource] = try reader.readStructs(version: version, minimumSize: 2, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.configResources = configResources
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        try writer.writeStructs(self.configResources, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension ListConfigResourcesResponse {
    /// An element of `configResources`.
    public struct ConfigResource: WireStruct {
        public var resourceName: String
        /// Versions 1+, dropped elsewhere.
        public var resourceType: Int8
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            resourceName: String = "",
            resourceType: Int8 = 16
        ) {
            self.resourceName = resourceName
            self.resourceType = resourceType
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let resourceName: String = try reader.readString(flexible: true)
            var resourceType: Int8 = 16
            if version >= 1 {
                resourceType = try reader.readInt8()
            }
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.resourceName = resourceName
            self.resourceType = resourceType
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.resourceName, flexible: true)
            if version >= 1 {
                writer.writeInt8(self.resourceType)
            }
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
