// Generated from protocol-specs/InternalRecords/Metadata/DelegationTokenRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// A delegation token.
///
/// Metadata record 10, versions 0, flexible 0.
public struct DelegationTokenRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 10 }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var owner: String
    public var requester: String
    public var renewers: [String]
    public var issueTimestamp: Int64
    public var maxTimestamp: Int64
    public var expirationTimestamp: Int64
    public var tokenId: String
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        owner: String = "",
        requester: String = "",
        renewers: [String] = [],
        issueTimestamp: Int64 = 0,
        maxTimestamp: Int64 = 0,
        expirationTimestamp: Int64 = 0,
        tokenId: String = ""
    ) {
        self.owner = owner
        self.requester = requester
        self.renewers = renewers
        self.issueTimestamp = issueTimestamp
        self.maxTimestamp = maxTimestamp
        self.expirationTimestamp = expirationTimestamp
        self.tokenId = tokenId
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        self.owner = try reader.readString(flexible: true)
        self.requester = try reader.readString(flexible: true)
        self.renewers = try reader.readArray(flexible: true)
        self.issueTimestamp = try reader.readInt64()
        self.maxTimestamp = try reader.readInt64()
        self.expirationTimestamp = try reader.readInt64()
        self.tokenId = try reader.readString(flexible: true)
        self.unknownTaggedFields = try reader.readUnknownTaggedFields()
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.owner, flexible: true)
        try writer.writeString(self.requester, flexible: true)
        try writer.writeArray(self.renewers, flexible: true)
        writer.writeInt64(self.issueTimestamp)
        writer.writeInt64(self.maxTimestamp)
        writer.writeInt64(self.expirationTimestamp)
        try writer.writeString(self.tokenId, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}
