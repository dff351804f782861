// Generated from protocol-specs/InternalRecords/Metadata/ClientQuotaRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// A client quota, set or removed.
///
/// Metadata record 14, versions 0, flexible 0.
public struct ClientQuotaRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 14 }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var entity: [EntityData]
    public var key: String
    public var value: Double
    public var remove: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        entity: [EntityData] = [],
        key: String = "",
        value: Double = 0,
        remove: Bool = false
    ) {
        self.entity = entity
        self.key = key
        self.value = value
        self.remove = remove
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let entity: [EntityData] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
        let key: String = try reader.readString(flexible: true)
        let value: Double = try reader.readFloat64()
        let remove: Bool = try reader.readBool()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.entity = entity
        self.key = key
        self.value = value
        self.remove = remove
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeStructs(self.entity, version: version, flexible: true)
        try writer.writeString(self.key, flexible: true)
        writer.writeFloat64(self.value)
        writer.writeBool(self.remove)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension ClientQuotaRecord {
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
            let entityType: String = try reader.readString(flexible: true)
            let entityName: String? = try reader.readNullableString(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.entityType = entityType
            self.entityName = entityName
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.entityType, flexible: true)
            try writer.writeNullableString(self.entityName, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
