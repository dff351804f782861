// Generated from protocol-specs/APIs/DescribeClientQuotas.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of DescribeClientQuotas (48), versions 0-1, flexible 1; Kafka 4.3 serves 0-1.
///
/// Lists client quotas that match a filter.
public struct DescribeClientQuotasRequest: RequestMessage {
    public typealias Response = DescribeClientQuotasResponse
    public static var apiKey: ApiKey { .describeClientQuotas }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 1 }

    public var components: [ComponentData]
    public var strict: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        components: [ComponentData] = [],
        strict: Bool = false
    ) {
        self.components = components
        self.strict = strict
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        let components: [ComponentData] = try reader.readStructs(version: version, minimumSize: 4, flexible: flexible)
        let strict: Bool = try reader.readBool()
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.components = components
        self.strict = strict
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        try writer.writeStructs(self.components, version: version, flexible: flexible)
        writer.writeBool(self.strict)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeClientQuotasRequest.unknownTaggedFields", version)
        }
    }
}

extension DescribeClientQuotasRequest {
    /// An element of `components`.
    public struct ComponentData: WireStruct {
        public var entityType: String
        public var matchType: Int8
        public var match: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            entityType: String = "",
            matchType: Int8 = 0,
            match: String? = ""
        ) {
            self.entityType = entityType
            self.matchType = matchType
            self.match = match
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            let entityType: String = try reader.readString(flexible: flexible)
            let matchType: Int8 = try reader.readInt8()
            let match: String? = try reader.readNullableString(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.entityType = entityType
            self.matchType = matchType
            self.match = match
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            try writer.writeString(self.entityType, flexible: flexible)
            writer.writeInt8(self.matchType)
            try writer.writeNullableString(self.match, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeClientQuotasRequest.ComponentData.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of DescribeClientQuotas (48), versions 0-1, flexible 1; Kafka 4.3 serves 0-1.
///
/// Lists client quotas that match a filter.
public struct DescribeClientQuotasResponse: ResponseMessage {
    public static var apiKey: ApiKey { .describeClientQuotas }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 1 }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var errorMessage: String?
    public var entries: [EntryData]?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        errorMessage: String? = "",
        entries: [EntryData]? = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.entries = entries
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let errorMessage: String? = try reader.readNullableString(flexible: flexible)
        let entries: [EntryData]? = try reader.readNullableStructs(version: version, minimumSize: 3, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.entries = entries
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        try writer.writeNullableString(self.errorMessage, flexible: flexible)
        try writer.writeNullableStructs(self.entries, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeClientQuotasResponse.unknownTaggedFields", version)
        }
    }
}

extension DescribeClientQuotasResponse {
    /// An element of `entries`.
    public struct EntryData: WireStruct {
        public var entity: [EntityData]
        public var values: [ValueData]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            entity: [EntityData] = [],
            values: [ValueData] = []
        ) {
            self.entity = entity
            self.values = values
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            let entity: [EntityData] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
            let values: [ValueData] = try reader.readStructs(version: version, minimumSize: 10, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.entity = entity
            self.values = values
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            try writer.writeStructs(self.entity, version: version, flexible: flexible)
            try writer.writeStructs(self.values, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeClientQuotasResponse.EntryData.unknownTaggedFields", version)
            }
        }
    }
}

extension DescribeClientQuotasResponse {
    /// An element of `entity`.
    public struct EntityData: WireStruct {
        public var entityType: String
        public var entityName: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            entityType: String = "",
            entityName: String? = ""
        ) {
            self.entityType = entityType
            self.entityName = entityName
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            let entityType: String = try reader.readString(flexible: flexible)
            let entityName: String? = try reader.readNullableString(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.entityType = entityType
            self.entityName = entityName
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            try writer.writeString(self.entityType, flexible: flexible)
            try writer.writeNullableString(self.entityName, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeClientQuotasResponse.EntityData.unknownTaggedFields", version)
            }
        }
    }
}

extension DescribeClientQuotasResponse {
    /// An element of `values`.
    public struct ValueData: WireStruct {
        public var key: String
        public var value: Double
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            key: String = "",
            value: Double = 0
        ) {
            self.key = key
            self.value = value
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            let key: String = try reader.readString(flexible: flexible)
            let value: Double = try reader.readFloat64()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.key = key
            self.value = value
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            try writer.writeString(self.key, flexible: flexible)
            writer.writeFloat64(self.value)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeClientQuotasResponse.ValueData.unknownTaggedFields", version)
            }
        }
    }
}
