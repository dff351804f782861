// Generated from protocol-specs/APIs/AlterUserScramCredentials.spec by tools/protocol-generator. Do not edit.

public import KafkaWire
public import NIOCore

/// The request of AlterUserScramCredentials (51), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Changes SCRAM credentials.
public struct AlterUserScramCredentialsRequest: RequestMessage {
    public typealias Response = AlterUserScramCredentialsResponse
    public static var apiKey: ApiKey { .alterUserScramCredentials }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var deletions: [ScramCredentialDeletion]
    public var upsertions: [ScramCredentialUpsertion]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        deletions: [ScramCredentialDeletion] = [],
        upsertions: [ScramCredentialUpsertion] = []
    ) {
        self.deletions = deletions
        self.upsertions = upsertions
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let deletions: [ScramCredentialDeletion] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
        let upsertions: [ScramCredentialUpsertion] = try reader.readStructs(version: version, minimumSize: 9, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.deletions = deletions
        self.upsertions = upsertions
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeStructs(self.deletions, version: version, flexible: true)
        try writer.writeStructs(self.upsertions, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension AlterUserScramCredentialsRequest {
    /// An element of `deletions`.
    public struct ScramCredentialDeletion: WireStruct {
        public var name: String
        public var mechanism: Int8
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            mechanism: Int8 = 0
        ) {
            self.name = name
            self.mechanism = mechanism
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: true)
            let mechanism: Int8 = try reader.readInt8()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.mechanism = mechanism
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            writer.writeInt8(self.mechanism)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension AlterUserScramCredentialsRequest {
    /// An element of `upsertions`.
    public struct ScramCredentialUpsertion: WireStruct {
        public var name: String
        public var mechanism: Int8
        public var iterations: Int32
        public var salt: ByteBuffer
        public var saltedPassword: ByteBuffer
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            mechanism: Int8 = 0,
            iterations: Int32 = 0,
            salt: ByteBuffer = ByteBuffer(),
            saltedPassword: ByteBuffer = ByteBuffer()
        ) {
            self.name = name
            self.mechanism = mechanism
            self.iterations = iterations
            self.salt = salt
            self.saltedPassword = saltedPassword
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: true)
            let mechanism: Int8 = try reader.readInt8()
            let iterations: Int32 = try reader.readInt32()
            let salt: ByteBuffer = try reader.readBytes(flexible: true)
            let saltedPassword: ByteBuffer = try reader.readBytes(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.mechanism = mechanism
            self.iterations = iterations
            self.salt = salt
            self.saltedPassword = saltedPassword
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            writer.writeInt8(self.mechanism)
            writer.writeInt32(self.iterations)
            try writer.writeBytes(self.salt, flexible: true)
            try writer.writeBytes(self.saltedPassword, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of AlterUserScramCredentials (51), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Changes SCRAM credentials.
public struct AlterUserScramCredentialsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .alterUserScramCredentials }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var results: [AlterUserScramCredentialsResult]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        results: [AlterUserScramCredentialsResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.results = results
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let results: [AlterUserScramCredentialsResult] = try reader.readStructs(version: version, minimumSize: 5, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.results = results
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        try writer.writeStructs(self.results, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension AlterUserScramCredentialsResponse {
    /// An element of `results`.
    public struct AlterUserScramCredentialsResult: WireStruct {
        public var user: String
        public var errorCode: Int16
        public var errorMessage: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            user: String = "",
            errorCode: Int16 = 0,
            errorMessage: String? = ""
        ) {
            self.user = user
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let user: String = try reader.readString(flexible: true)
            let errorCode: Int16 = try reader.readInt16()
            let errorMessage: String? = try reader.readNullableString(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.user = user
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.user, flexible: true)
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.errorMessage, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
