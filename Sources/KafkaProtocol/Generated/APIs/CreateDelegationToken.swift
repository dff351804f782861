// Generated from protocol-specs/APIs/CreateDelegationToken.spec by tools/protocol-generator. Do not edit.

public import KafkaWire
public import NIOCore

/// The request of CreateDelegationToken (38), versions 0-3, flexible 2-3; Kafka 4.3 serves 1-3.
///
/// Creates a delegation token.
public struct CreateDelegationTokenRequest: RequestMessage {
    public typealias Response = CreateDelegationTokenResponse
    public static var apiKey: ApiKey { .createDelegationToken }
    public static var validVersions: ClosedRange<Int16> { 0...3 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    /// Versions 3+, must be the default elsewhere.
    public var ownerPrincipalType: String?
    /// Versions 3+, must be the default elsewhere.
    public var ownerPrincipalName: String?
    public var renewers: [CreatableRenewers]
    public var maxLifetimeMs: Int64
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        ownerPrincipalType: String? = "",
        ownerPrincipalName: String? = "",
        renewers: [CreatableRenewers] = [],
        maxLifetimeMs: Int64 = 0
    ) {
        self.ownerPrincipalType = ownerPrincipalType
        self.ownerPrincipalName = ownerPrincipalName
        self.renewers = renewers
        self.maxLifetimeMs = maxLifetimeMs
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        var ownerPrincipalType: String? = ""
        var ownerPrincipalName: String? = ""
        if version >= 3 {
            ownerPrincipalType = try reader.readNullableString(flexible: true)
            ownerPrincipalName = try reader.readNullableString(flexible: true)
        }
        let renewers: [CreatableRenewers] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        let maxLifetimeMs: Int64 = try reader.readInt64()
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.ownerPrincipalType = ownerPrincipalType
        self.ownerPrincipalName = ownerPrincipalName
        self.renewers = renewers
        self.maxLifetimeMs = maxLifetimeMs
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        if version >= 3 {
            try writer.writeNullableString(self.ownerPrincipalType, flexible: true)
            try writer.writeNullableString(self.ownerPrincipalName, flexible: true)
        } else {
            try requireDefault(self.ownerPrincipalType == "", "CreateDelegationTokenRequest.ownerPrincipalType", version)
            try requireDefault(self.ownerPrincipalName == "", "CreateDelegationTokenRequest.ownerPrincipalName", version)
        }
        try writer.writeStructs(self.renewers, version: version, flexible: flexible)
        writer.writeInt64(self.maxLifetimeMs)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "CreateDelegationTokenRequest.unknownTaggedFields", version)
        }
    }
}

extension CreateDelegationTokenRequest {
    /// An element of `renewers`.
    public struct CreatableRenewers: WireStruct {
        public var principalType: String
        public var principalName: String
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            principalType: String = "",
            principalName: String = ""
        ) {
            self.principalType = principalType
            self.principalName = principalName
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let principalType: String = try reader.readString(flexible: flexible)
            let principalName: String = try reader.readString(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.principalType = principalType
            self.principalName = principalName
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(self.principalType, flexible: flexible)
            try writer.writeString(self.principalName, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "CreateDelegationTokenRequest.CreatableRenewers.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of CreateDelegationToken (38), versions 0-3, flexible 2-3; Kafka 4.3 serves 1-3.
///
/// Creates a delegation token.
public struct CreateDelegationTokenResponse: ResponseMessage {
    public static var apiKey: ApiKey { .createDelegationToken }
    public static var validVersions: ClosedRange<Int16> { 0...3 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var errorCode: Int16
    public var principalType: String
    public var principalName: String
    /// Versions 3+, must be the default elsewhere.
    public var tokenRequesterPrincipalType: String
    /// Versions 3+, must be the default elsewhere.
    public var tokenRequesterPrincipalName: String
    public var issueTimestampMs: Int64
    public var expiryTimestampMs: Int64
    public var maxTimestampMs: Int64
    public var tokenId: String
    public var hmac: ByteBuffer
    public var throttleTimeMs: Int32
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        errorCode: Int16 = 0,
        principalType: String = "",
        principalName: String = "",
        tokenRequesterPrincipalType: String = "",
        tokenRequesterPrincipalName: String = "",
        issueTimestampMs: Int64 = 0,
        expiryTimestampMs: Int64 = 0,
        maxTimestampMs: Int64 = 0,
        tokenId: String = "",
        hmac: ByteBuffer = ByteBuffer(),
        throttleTimeMs: Int32 = 0
    ) {
        self.errorCode = errorCode
        self.principalType = principalType
        self.principalName = principalName
        self.tokenRequesterPrincipalType = tokenRequesterPrincipalType
        self.tokenRequesterPrincipalName = tokenRequesterPrincipalName
        self.issueTimestampMs = issueTimestampMs
        self.expiryTimestampMs = expiryTimestampMs
        self.maxTimestampMs = maxTimestampMs
        self.tokenId = tokenId
        self.hmac = hmac
        self.throttleTimeMs = throttleTimeMs
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let errorCode: Int16 = try reader.readInt16()
        let principalType: String = try reader.readString(flexible: flexible)
        let principalName: String = try reader.readString(flexible: flexible)
        var tokenRequesterPrincipalType: String = ""
        var tokenRequesterPrincipalName: String = ""
        if version >= 3 {
            tokenRequesterPrincipalType = try reader.readString(flexible: true)
            tokenRequesterPrincipalName = try reader.readString(flexible: true)
        }
        let issueTimestampMs: Int64 = try reader.readInt64()
        let expiryTimestampMs: Int64 = try reader.readInt64()
        let maxTimestampMs: Int64 = try reader.readInt64()
        let tokenId: String = try reader.readString(flexible: flexible)
        let hmac: ByteBuffer = try reader.readBytes(flexible: flexible)
        let throttleTimeMs: Int32 = try reader.readInt32()
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.errorCode = errorCode
        self.principalType = principalType
        self.principalName = principalName
        self.tokenRequesterPrincipalType = tokenRequesterPrincipalType
        self.tokenRequesterPrincipalName = tokenRequesterPrincipalName
        self.issueTimestampMs = issueTimestampMs
        self.expiryTimestampMs = expiryTimestampMs
        self.maxTimestampMs = maxTimestampMs
        self.tokenId = tokenId
        self.hmac = hmac
        self.throttleTimeMs = throttleTimeMs
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        writer.writeInt16(self.errorCode)
        try writer.writeString(self.principalType, flexible: flexible)
        try writer.writeString(self.principalName, flexible: flexible)
        if version >= 3 {
            try writer.writeString(self.tokenRequesterPrincipalType, flexible: true)
            try writer.writeString(self.tokenRequesterPrincipalName, flexible: true)
        } else {
            try requireDefault(self.tokenRequesterPrincipalType == "", "CreateDelegationTokenResponse.tokenRequesterPrincipalType", version)
            try requireDefault(self.tokenRequesterPrincipalName == "", "CreateDelegationTokenResponse.tokenRequesterPrincipalName", version)
        }
        writer.writeInt64(self.issueTimestampMs)
        writer.writeInt64(self.expiryTimestampMs)
        writer.writeInt64(self.maxTimestampMs)
        try writer.writeString(self.tokenId, flexible: flexible)
        try writer.writeBytes(self.hmac, flexible: flexible)
        writer.writeInt32(self.throttleTimeMs)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "CreateDelegationTokenResponse.unknownTaggedFields", version)
        }
    }
}
