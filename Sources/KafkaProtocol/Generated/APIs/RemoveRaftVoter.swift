// Generated from protocol-specs/APIs/RemoveRaftVoter.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of RemoveRaftVoter (81), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Removes a voter from a quorum (KIP-853).
public struct RemoveRaftVoterRequest: RequestMessage {
    public typealias Response = RemoveRaftVoterResponse
    public static var apiKey: ApiKey { .removeRaftVoter }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var clusterId: String?
    public var voterId: Int32
    public var voterDirectoryId: Uuid
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        clusterId: String? = "",
        voterId: Int32 = 0,
        voterDirectoryId: Uuid = .zero
    ) {
        self.clusterId = clusterId
        self.voterId = voterId
        self.voterDirectoryId = voterDirectoryId
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let clusterId: String? = try reader.readNullableString(flexible: true)
        let voterId: Int32 = try reader.readInt32()
        let voterDirectoryId: Uuid = try reader.readUuid()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.clusterId = clusterId
        self.voterId = voterId
        self.voterDirectoryId = voterDirectoryId
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeNullableString(self.clusterId, flexible: true)
        writer.writeInt32(self.voterId)
        writer.writeUuid(self.voterDirectoryId)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

/// The response of RemoveRaftVoter (81), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Removes a voter from a quorum (KIP-853).
public struct RemoveRaftVoterResponse: ResponseMessage {
    public static var apiKey: ApiKey { .removeRaftVoter }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var errorMessage: String?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        errorMessage: String? = ""
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let errorMessage: String? = try reader.readNullableString(flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        try writer.writeNullableString(self.errorMessage, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
