// Generated from protocol-specs/APIs/DeleteTopics.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of DeleteTopics (20), versions 0-6, flexible 4-6; Kafka 4.3 serves 1-6.
///
/// Deletes topics by name or id.
public struct DeleteTopicsRequest: RequestMessage {
    public typealias Response = DeleteTopicsResponse
    public static var apiKey: ApiKey { .deleteTopics }
    public static var validVersions: ClosedRange<Int16> { 0...6 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 4 }

    /// Versions 6+, must be the default elsewhere.
    public var topics: [DeleteTopicState]
    /// Versions 0-5, dropped elsewhere.
    public var topicNames: [String]
    public var timeoutMs: Int32
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        topics: [DeleteTopicState] = [],
        topicNames: [String] = [],
        timeoutMs: Int32 = 0
    ) {
        self.topics = topics
        self.topicNames = topicNames
        self.timeoutMs = timeoutMs
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        var topics: [DeleteTopicState] = []
        if version >= 6 {
            topics = try reader.readStructs(version: version, minimumSize: 18, flexible: true)
        }
        var topicNames: [String] = []
        if version <= 5 {
            topicNames = try reader.readArray(flexible: flexible)
        }
        let timeoutMs: Int32 = try reader.readInt32()
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.topics = topics
        self.topicNames = topicNames
        self.timeoutMs = timeoutMs
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        if version >= 6 {
            try writer.writeStructs(self.topics, version: version, flexible: true)
        } else {
            try requireDefault(self.topics.isEmpty, "DeleteTopicsRequest.topics", version)
        }
        if version <= 5 {
            try writer.writeArray(self.topicNames, flexible: flexible)
        }
        writer.writeInt32(self.timeoutMs)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "DeleteTopicsRequest.unknownTaggedFields", version)
        }
    }
}

extension DeleteTopicsRequest {
    /// An element of `topics`.
    public struct DeleteTopicState: WireStruct {
        public var name: String?
        public var topicId: Uuid
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String? = nil,
            topicId: Uuid = .zero
        ) {
            self.name = name
            self.topicId = topicId
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String? = try reader.readNullableString(flexible: true)
            let topicId: Uuid = try reader.readUuid()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.topicId = topicId
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeNullableString(self.name, flexible: true)
            writer.writeUuid(self.topicId)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of DeleteTopics (20), versions 0-6, flexible 4-6; Kafka 4.3 serves 1-6.
///
/// Deletes topics by name or id.
public struct DeleteTopicsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .deleteTopics }
    public static var validVersions: ClosedRange<Int16> { 0...6 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 4 }

    /// Versions 1+, dropped elsewhere.
    public var throttleTimeMs: Int32
    public var responses: [DeletableTopicResult]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        responses: [DeletableTopicResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.responses = responses
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        var throttleTimeMs: Int32 = 0
        if version >= 1 {
            throttleTimeMs = try reader.readInt32()
        }
        let responses: [DeletableTopicResult] = try reader.readStructs(version: version, minimumSize: 4, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.responses = responses
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        if version >= 1 {
            writer.writeInt32(self.throttleTimeMs)
        }
        try writer.writeStructs(self.responses, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "DeleteTopicsResponse.unknownTaggedFields", version)
        }
    }
}

extension DeleteTopicsResponse {
    /// An element of `responses`.
    public struct DeletableTopicResult: WireStruct {
        /// Null in versions 6+, unique in its array.
        public var name: String?
        /// Versions 6+, dropped elsewhere.
        public var topicId: Uuid
        public var errorCode: Int16
        /// Versions 5+, dropped elsewhere.
        public var errorMessage: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String? = "",
            topicId: Uuid = .zero,
            errorCode: Int16 = 0,
            errorMessage: String? = nil
        ) {
            self.name = name
            self.topicId = topicId
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            let name: String? = try reader.readNullableString(flexible: flexible, nullable: version >= 6)
            var topicId: Uuid = .zero
            if version >= 6 {
                topicId = try reader.readUuid()
            }
            let errorCode: Int16 = try reader.readInt16()
            var errorMessage: String? = nil
            if version >= 5 {
                errorMessage = try reader.readNullableString(flexible: true)
            }
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.topicId = topicId
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            try writer.writeNullableString(self.name, flexible: flexible, nullable: version >= 6)
            if version >= 6 {
                writer.writeUuid(self.topicId)
            }
            writer.writeInt16(self.errorCode)
            if version >= 5 {
                try writer.writeNullableString(self.errorMessage, flexible: true)
            }
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DeleteTopicsResponse.DeletableTopicResult.unknownTaggedFields", version)
            }
        }
    }
}
