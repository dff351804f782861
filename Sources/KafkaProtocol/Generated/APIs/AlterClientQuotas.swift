// Generated from protocol-specs/APIs/AlterClientQuotas.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of AlterClientQuotas (49), versions 0-1, flexible 1; Kafka 4.3 serves 0-1.
///
/// Changes client quotas.
public struct AlterClientQuotasRequest: RequestMessage {
    public typealias Response = AlterClientQuotasResponse
    public static var apiKey: ApiKey { .alterClientQuotas }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 1 }

    public var entries: [EntryData]
    public var validateOnly: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        entries: [EntryData] = [],
        validateOnly: Bool = false
    ) {
        self.entries = entries
        self.validateOnly = validateOnly
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        let entries: [EntryData] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        let validateOnly: Bool = try reader.readBool()
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.entries = entries
        self.validateOnly = validateOnly
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        try writer.writeStructs(self.entries, version: version, flexible: flexible)
        writer.writeBool(self.validateOnly)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "AlterClientQuotasRequest.unknownTaggedFields", version)
        }
    }
}

extension AlterClientQuotasRequest {
    /// An element of `entries`.
    public struct EntryData: WireStruct {
        public var entity: [EntityData]
        public var ops: [OpData]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            entity: [EntityData] = [],
            ops: [OpData] = []
        ) {
            self.entity = entity
            self.ops = ops
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            let entity: [EntityData] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
            let ops: [OpData] = try reader.readStructs(version: version, minimumSize: 11, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.entity = entity
            self.ops = ops
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            try writer.writeStructs(self.entity, version: version, flexible: flexible)
            try writer.writeStructs(self.ops, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "AlterClientQuotasRequest.EntryData.unknownTaggedFields", version)
            }
        }
    }
}

extension AlterClientQuotasRequest {
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
                try requireDefault(self.unknownTaggedFields.isEmpty, "AlterClientQuotasRequest.EntityData.unknownTaggedFields", version)
            }
        }
    }
}

extension AlterClientQuotasRequest {
    /// An element of `ops`.
    public struct OpData: WireStruct {
        public var key: String
        public var value: Double
        public var remove: Bool
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            key: String = "",
            value: Double = 0,
            remove: Bool = false
        ) {
            self.key = key
            self.value = value
            self.remove = remove
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            let key: String = try reader.readString(flexible: flexible)
            let value: Double = try reader.readFloat64()
            let remove: Bool = try reader.readBool()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.key = key
            self.value = value
            self.remove = remove
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            try writer.writeString(self.key, flexible: flexible)
            writer.writeFloat64(self.value)
            writer.writeBool(self.remove)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "AlterClientQuotasRequest.OpData.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of AlterClientQuotas (49), versions 0-1, flexible 1; Kafka 4.3 serves 0-1.
///
/// Changes client quotas.
public struct AlterClientQuotasResponse: ResponseMessage {
    public static var apiKey: ApiKey { .alterClientQuotas }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 1 }

    public var throttleTimeMs: Int32
    public var entries: [EntryData]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        entries: [EntryData] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.entries = entries
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        let throttleTimeMs: Int32 = try reader.readInt32()
        let entries: [EntryData] = try reader.readStructs(version: version, minimumSize: 5, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.entries = entries
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        writer.writeInt32(self.throttleTimeMs)
        try writer.writeStructs(self.entries, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "AlterClientQuotasResponse.unknownTaggedFields", version)
        }
    }
}

extension AlterClientQuotasResponse {
    /// An element of `entries`.
    public struct EntryData: WireStruct {
        public var errorCode: Int16
        public var errorMessage: String?
        public var entity: [EntityData]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            errorCode: Int16 = 0,
            errorMessage: String? = "",
            entity: [EntityData] = []
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.entity = entity
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            let errorCode: Int16 = try reader.readInt16()
            let errorMessage: String? = try reader.readNullableString(flexible: flexible)
            let entity: [EntityData] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.entity = entity
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.errorMessage, flexible: flexible)
            try writer.writeStructs(self.entity, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "AlterClientQuotasResponse.EntryData.unknownTaggedFields", version)
            }
        }
    }
}

extension AlterClientQuotasResponse {
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
                try requireDefault(self.unknownTaggedFields.isEmpty, "AlterClientQuotasResponse.EntityData.unknownTaggedFields", version)
            }
        }
    }
}
