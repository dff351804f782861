// Generated from protocol-specs/InternalRecords/Group/ShareGroupMemberMetadataRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The key of a member of a share group, in `__consumer_offsets`.
///
/// Versions 10, flexible none.
public struct ShareGroupMemberMetadataKey: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 10...10 }
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

/// The value of a member of a share group, in `__consumer_offsets`.
///
/// Versions 0, flexible 0.
public struct ShareGroupMemberMetadataValue: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var rackId: String?
    public var clientId: String
    public var clientHost: String
    public var subscribedTopicNames: [String]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        rackId: String? = "",
        clientId: String = "",
        clientHost: String = "",
        subscribedTopicNames: [String] = []
    ) {
        self.rackId = rackId
        self.clientId = clientId
        self.clientHost = clientHost
        self.subscribedTopicNames = subscribedTopicNames
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let rackId: String? = try reader.readNullableString(flexible: true)
        let clientId: String = try reader.readString(flexible: true)
        let clientHost: String = try reader.readString(flexible: true)
        let subscribedTopicNames: [String] = try reader.readArray(flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.rackId = rackId
        self.clientId = clientId
        self.clientHost = clientHost
        self.subscribedTopicNames = subscribedTopicNames
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeNullableString(self.rackId, flexible: true)
        try writer.writeString(self.clientId, flexible: true)
        try writer.writeString(self.clientHost, flexible: true)
        try writer.writeArray(self.subscribedTopicNames, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
