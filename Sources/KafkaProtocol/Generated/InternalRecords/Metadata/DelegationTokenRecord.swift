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
        let owner: String = try reader.readString(flexible: true)
        let requester: String = try reader.readString(flexible: true)
        let renewers: [String] = try reader.readArray(flexible: true)
        let issueTimestamp: Int64 = try reader.readInt64()
        let maxTimestamp: Int64 = try reader.readInt64()
        let expirationTimestamp: Int64 = try reader.readInt64()
        let tokenId: String = try reader.readString(flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.owner = owner
        self.requester = requester
        self.renewers = renewers
        self.issueTimestamp = issueTimestamp
        self.maxTimestamp = maxTimestamp
        self.expirationTimestamp = expirationTimestamp
        self.tokenId = tokenId
        self.unknownTaggedFields = unknownTaggedFields
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
