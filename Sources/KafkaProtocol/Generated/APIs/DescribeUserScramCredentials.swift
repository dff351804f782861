// Generated from protocol-specs/APIs/DescribeUserScramCredentials.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of DescribeUserScramCredentials (50), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Lists SCRAM credentials of users, without secrets.
public struct DescribeUserScramCredentialsRequest: RequestMessage {
    public typealias Response = DescribeUserScramCredentialsResponse
    public static var apiKey: ApiKey { .describeUserScramCredentials }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var users: [UserName]?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        users: [UserName]? = []
    ) {
        self.users = users
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let users: [UserName]? = try reader.readNullableStructs(version: version, minimumSize: 2, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.users = users
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeNullableStructs(self.users, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension DescribeUserScramCredentialsRequest {
    /// An element of `users`.
    public struct UserName: WireStruct {
        public var name: String
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = ""
        ) {
            self.name = name
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of DescribeUserScramCredentials (50), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Lists SCRAM credentials of users, without secrets.
public struct DescribeUserScramCredentialsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .describeUserScramCredentials }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var errorMessage: String?
    public var results: [DescribeUserScramCredentialsResult]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        errorMessage: String? = "",
        results: [DescribeUserScramCredentialsResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.results = results
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let errorMessage: String? = try reader.readNullableString(flexible: true)
        let results: [DescribeUserScramCredentialsResult] = try reader.readStructs(version: version, minimumSize: 6, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.results = results
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        try writer.writeNullableString(self.errorMessage, flexible: true)
        try writer.writeStructs(self.results, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension DescribeUserScramCredentialsResponse {
    /// An element of `results`.
    public struct DescribeUserScramCredentialsResult: WireStruct {
        public var user: String
        public var errorCode: Int16
        public var errorMessage: String?
        public var credentialInfos: [CredentialInfo]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            user: String = "",
            errorCode: Int16 = 0,
            errorMessage: String? = "",
            credentialInfos: [CredentialInfo] = []
        ) {
            self.user = user
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.credentialInfos = credentialInfos
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let user: String = try reader.readString(flexible: true)
            let errorCode: Int16 = try reader.readInt16()
            let errorMessage: String? = try reader.readNullableString(flexible: true)
            let credentialInfos: [CredentialInfo] = try reader.readStructs(version: version, minimumSize: 6, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.user = user
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.credentialInfos = credentialInfos
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.user, flexible: true)
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.errorMessage, flexible: true)
            try writer.writeStructs(self.credentialInfos, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension DescribeUserScramCredentialsResponse {
    /// An element of `credentialInfos`.
    public struct CredentialInfo: WireStruct {
        public var mechanism: Int8
        public var iterations: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            mechanism: Int8 = 0,
            iterations: Int32 = 0
        ) {
            self.mechanism = mechanism
            self.iterations = iterations
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let mechanism: Int8 = try reader.readInt8()
            let iterations: Int32 = try reader.readInt32()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.mechanism = mechanism
            self.iterations = iterations
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt8(self.mechanism)
            writer.writeInt32(self.iterations)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
