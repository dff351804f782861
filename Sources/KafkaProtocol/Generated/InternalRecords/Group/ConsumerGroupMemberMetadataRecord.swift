// Generated from protocol-specs/InternalRecords/Group/ConsumerGroupMemberMetadataRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire
public import NIOCore

/// The key of a member of a consumer group, in `__consumer_offsets`.
///
/// Versions 5, flexible none.
public struct ConsumerGroupMemberMetadataKey: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 5...5 }
    public static func isFlexible(_ version: Int16) -> Bool { false }

    public var groupId: String
    public var memberId: String

    public init(
        groupId: String = "",
        memberId: String = ""
    ) {
        self.groupId = groupId
        self.memberId = memberId
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let groupId: String = try reader.readString(flexible: false)
        let memberId: String = try reader.readString(flexible: false)
        self.groupId = groupId
        self.memberId = memberId
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.groupId, flexible: false)
        try writer.writeString(self.memberId, flexible: false)
    }
}

/// The value of a member of a consumer group, in `__consumer_offsets`.
///
/// Versions 0, flexible 0.
public struct ConsumerGroupMemberMetadataValue: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var instanceId: String?
    public var rackId: String?
    public var clientId: String
    public var clientHost: String
    public var subscribedTopicNames: [String]
    public var subscribedTopicRegex: String?
    public var rebalanceTimeoutMs: Int32
    public var serverAssignor: String?
    /// Tag 0.
    public var classicMemberMetadata: ClassicMemberMetadata?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        instanceId: String? = "",
        rackId: String? = "",
        clientId: String = "",
        clientHost: String = "",
        subscribedTopicNames: [String] = [],
        subscribedTopicRegex: String? = "",
        rebalanceTimeoutMs: Int32 = -1,
        serverAssignor: String? = "",
        classicMemberMetadata: ClassicMemberMetadata? = nil
    ) {
        self.instanceId = instanceId
        self.rackId = rackId
        self.clientId = clientId
        self.clientHost = clientHost
        self.subscribedTopicNames = subscribedTopicNames
        self.subscribedTopicRegex = subscribedTopicRegex
        self.rebalanceTimeoutMs = rebalanceTimeoutMs
        self.serverAssignor = serverAssignor
        self.classicMemberMetadata = classicMemberMetadata
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let instanceId: String? = try reader.readNullableString(flexible: true)
        let rackId: String? = try reader.readNullableString(flexible: true)
        let clientId: String = try reader.readString(flexible: true)
        let clientHost: String = try reader.readString(flexible: true)
        let subscribedTopicNames: [String] = try reader.readArray(flexible: true)
        let subscribedTopicRegex: String? = try reader.readNullableString(flexible: true)
        let rebalanceTimeoutMs: Int32 = try reader.readInt32()
        let serverAssignor: String? = try reader.readNullableString(flexible: true)
        var classicMemberMetadata: ClassicMemberMetadata? = nil
        var unknownTaggedFields = UnknownTaggedFields()
        var tags = try reader.startTaggedFields()
        while let tag = try reader.nextTag(&tags) {
            switch tag {
            case 0: classicMemberMetadata = try reader.readNullableStruct(version: version)
            default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
            }
        }
        self.instanceId = instanceId
        self.rackId = rackId
        self.clientId = clientId
        self.clientHost = clientHost
        self.subscribedTopicNames = subscribedTopicNames
        self.subscribedTopicRegex = subscribedTopicRegex
        self.rebalanceTimeoutMs = rebalanceTimeoutMs
        self.serverAssignor = serverAssignor
        self.classicMemberMetadata = classicMemberMetadata
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeNullableString(self.instanceId, flexible: true)
        try writer.writeNullableString(self.rackId, flexible: true)
        try writer.writeString(self.clientId, flexible: true)
        try writer.writeString(self.clientHost, flexible: true)
        try writer.writeArray(self.subscribedTopicNames, flexible: true)
        try writer.writeNullableString(self.subscribedTopicRegex, flexible: true)
        writer.writeInt32(self.rebalanceTimeoutMs)
        try writer.writeNullableString(self.serverAssignor, flexible: true)
        var tagCount = self.unknownTaggedFields.count
        if self.classicMemberMetadata != nil { tagCount &+= 1 }
        writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
        var nextUnknown = 0
        if self.classicMemberMetadata != nil {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
            let tag = writer.openTag(0)
            try writer.writeNullableStruct(self.classicMemberMetadata, version: version)
            try writer.closeTag(tag)
        }
        try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
    }
}

extension ConsumerGroupMemberMetadataValue {
    /// The value of `classicMemberMetadata`.
    public struct ClassicMemberMetadata: WireStruct {
        public var sessionTimeoutMs: Int32
        public var supportedProtocols: [ClassicProtocol]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            sessionTimeoutMs: Int32 = 0,
            supportedProtocols: [ClassicProtocol] = []
        ) {
            self.sessionTimeoutMs = sessionTimeoutMs
            self.supportedProtocols = supportedProtocols
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let sessionTimeoutMs: Int32 = try reader.readInt32()
            let supportedProtocols: [ClassicProtocol] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.sessionTimeoutMs = sessionTimeoutMs
            self.supportedProtocols = supportedProtocols
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.sessionTimeoutMs)
            try writer.writeStructs(self.supportedProtocols, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension ConsumerGroupMemberMetadataValue {
    /// An element of `supportedProtocols`.
    public struct ClassicProtocol: WireStruct {
        public var name: String
        public var metadata: ByteBuffer
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            metadata: ByteBuffer = ByteBuffer()
        ) {
            self.name = name
            self.metadata = metadata
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: true)
            let metadata: ByteBuffer = try reader.readBytes(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.metadata = metadata
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            try writer.writeBytes(self.metadata, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
