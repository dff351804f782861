// Generated from protocol-specs/APIs/DescribeDelegationToken.spec by tools/protocol-generator. Do not edit.

public import KafkaWire
public import NIOCore

/// The request of DescribeDelegationToken (41), versions 0-3, flexible 2-3; Kafka 4.3 serves 1-3.
///
/// Lists delegation tokens.
public struct DescribeDelegationTokenRequest: RequestMessage {
    public typealias Response = DescribeDelegationTokenResponse
    public static var apiKey: ApiKey { .describeDelegationToken }
    public static var validVersions: ClosedRange<Int16> { 0...3 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var owners: [DescribeDelegationTokenOwner]?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        owners: [DescribeDelegationTokenOwner]? = []
    ) {
        self.owners = owners
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let owners: [DescribeDelegationTokenOwner]? = try reader.readNullableStructs(version: version, minimumSize: 3, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.owners = owners
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        try writer.writeNullableStructs(self.owners, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeDelegationTokenRequest.unknownTaggedFields", version)
        }
    }
}

extension DescribeDelegationTokenRequest {
    /// An element of `owners`.
    public struct DescribeDelegationTokenOwner: WireStruct {
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
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeDelegationTokenRequest.DescribeDelegationTokenOwner.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of DescribeDelegationToken (41), versions 0-3, flexible 2-3; Kafka 4.3 serves 1-3.
///
/// Lists delegation tokens.
public struct DescribeDelegationTokenResponse: ResponseMessage {
    public static var apiKey: ApiKey { .describeDelegationToken }
    public static var validVersions: ClosedRange<Int16> { 0...3 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var errorCode: Int16
    public var tokens: [DescribedDelegationToken]
    public var throttleTimeMs: Int32
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        errorCode: Int16 = 0,
        tokens: [DescribedDelegationToken] = [],
        throttleTimeMs: Int32 = 0
    ) {
        self.errorCode = errorCode
        self.tokens = tokens
        self.throttleTimeMs = throttleTimeMs
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let errorCode: Int16 = try reader.readInt16()
        let tokens: [DescribedDelegationToken] = try reader.readStructs(version: version, minimumSize: 30, flexible: flexible)
        let throttleTimeMs: Int32 = try reader.readInt32()
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.errorCode = errorCode
        self.tokens = tokens
        self.throttleTimeMs = throttleTimeMs
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        writer.writeInt16(self.errorCode)
        try writer.writeStructs(self.tokens, version: version, flexible: flexible)
        writer.writeInt32(self.throttleTimeMs)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeDelegationTokenResponse.unknownTaggedFields", version)
        }
    }
}

extension DescribeDelegationTokenResponse {
    /// An element of `tokens`.
    public struct DescribedDelegationToken: WireStruct {
        public var principalType: String
        public var principalName: String
        /// Versions 3+, must be the default elsewhere.
        public var tokenRequesterPrincipalType: String
        /// Versions 3+, must be the default elsewhere.
        public var tokenRequesterPrincipalName: String
        public var issueTimestamp: Int64
        public var expiryTimestamp: Int64
        public var maxTimestamp: Int64
        public var tokenId: String
        public var hmac: ByteBuffer
        public var renewers: [DescribedDelegationTokenRenewer]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            principalType: String = "",
            principalName: String = "",
            tokenRequesterPrincipalType: String = "",
            tokenRequesterPrincipalName: String = "",
            issueTimestamp: Int64 = 0,
            expiryTimestamp: Int64 = 0,
            maxTimestamp: Int64 = 0,
            tokenId: String = "",
            hmac: ByteBuffer = ByteBuffer(),
            renewers: [DescribedDelegationTokenRenewer] = []
        ) {
            self.principalType = principalType
            self.principalName = principalName
            self.tokenRequesterPrincipalType = tokenRequesterPrincipalType
            self.tokenRequesterPrincipalName = tokenRequesterPrincipalName
            self.issueTimestamp = issueTimestamp
            self.expiryTimestamp = expiryTimestamp
            self.maxTimestamp = maxTimestamp
            self.tokenId = tokenId
            self.hmac = hmac
            self.renewers = renewers
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let principalType: String = try reader.readString(flexible: flexible)
            let principalName: String = try reader.readString(flexible: flexible)
            var tokenRequesterPrincipalType: String = ""
            var tokenRequesterPrincipalName: String = ""
            if version >= 3 {
                tokenRequesterPrincipalType = try reader.readString(flexible: true)
                tokenRequesterPrincipalName = try reader.readString(flexible: true)
            }
            let issueTimestamp: Int64 = try reader.readInt64()
            let expiryTimestamp: Int64 = try reader.readInt64()
            let maxTimestamp: Int64 = try reader.readInt64()
            let tokenId: String = try reader.readString(flexible: flexible)
            let hmac: ByteBuffer = try reader.readBytes(flexible: flexible)
            let renewers: [DescribedDelegationTokenRenewer] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.principalType = principalType
            self.principalName = principalName
            self.tokenRequesterPrincipalType = tokenRequesterPrincipalType
            self.tokenRequesterPrincipalName = tokenRequesterPrincipalName
            self.issueTimestamp = issueTimestamp
            self.expiryTimestamp = expiryTimestamp
            self.maxTimestamp = maxTimestamp
            self.tokenId = tokenId
            self.hmac = hmac
            self.renewers = renewers
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(self.principalType, flexible: flexible)
            try writer.writeString(self.principalName, flexible: flexible)
            if version >= 3 {
                try writer.writeString(self.tokenRequesterPrincipalType, flexible: true)
                try writer.writeString(self.tokenRequesterPrincipalName, flexible: true)
            } else {
                try requireDefault(self.tokenRequesterPrincipalType == "", "DescribeDelegationTokenResponse.DescribedDelegationToken.tokenRequesterPrincipalType", version)
                try requireDefault(self.tokenRequesterPrincipalName == "", "DescribeDelegationTokenResponse.DescribedDelegationToken.tokenRequesterPrincipalName", version)
            }
            writer.writeInt64(self.issueTimestamp)
            writer.writeInt64(self.expiryTimestamp)
            writer.writeInt64(self.maxTimestamp)
            try writer.writeString(self.tokenId, flexible: flexible)
            try writer.writeBytes(self.hmac, flexible: flexible)
            try writer.writeStructs(self.renewers, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeDelegationTokenResponse.DescribedDelegationToken.unknownTaggedFields", version)
            }
        }
    }
}

extension DescribeDelegationTokenResponse {
    /// An element of `renewers`.
    public struct DescribedDelegationTokenRenewer: WireStruct {
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
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeDelegationTokenResponse.DescribedDelegationTokenRenewer.unknownTaggedFields", version)
            }
        }
    }
}
