// Generated from protocol-specs/APIs/CreateTopics.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of CreateTopics (19), versions 0-7, flexible 5-7; Kafka 4.3 serves 2-7.
///
/// Creates topics.
public struct CreateTopicsRequest: RequestMessage {
    public typealias Response = CreateTopicsResponse
    public static var apiKey: ApiKey { .createTopics }
    public static var validVersions: ClosedRange<Int16> { 0...7 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 5 }

    public var topics: [CreatableTopic]
    public var timeoutMs: Int32
    /// Versions 1+, must be the default elsewhere.
    public var validateOnly: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        topics: [CreatableTopic] = [],
        timeoutMs: Int32 = 60000,
        validateOnly: Bool = false
    ) {
        self.topics = topics
        self.timeoutMs = timeoutMs
        self.validateOnly = validateOnly
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 5
        let topics: [CreatableTopic] = try reader.readStructs(version: version, minimumSize: 10, flexible: flexible)
        let timeoutMs: Int32 = try reader.readInt32()
        var validateOnly: Bool = false
        if version >= 1 {
            validateOnly = try reader.readBool()
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.topics = topics
        self.timeoutMs = timeoutMs
        self.validateOnly = validateOnly
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 5
        try writer.writeStructs(self.topics, version: version, flexible: flexible)
        writer.writeInt32(self.timeoutMs)
        if version >= 1 {
            writer.writeBool(self.validateOnly)
        } else {
            try requireDefault(!self.validateOnly, "CreateTopicsRequest.validateOnly", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "CreateTopicsRequest.unknownTaggedFields", version)
        }
    }
}

extension CreateTopicsRequest {
    /// An element of `topics`.
    public struct CreatableTopic: WireStruct {
        /// Unique in its array.
        public var name: String
        public var numPartitions: Int32
        public var replicationFactor: Int16
        public var assignments: [CreatableReplicaAssignment]
        public var configs: [CreatableTopicConfig]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            numPartitions: Int32 = 0,
            replicationFactor: Int16 = 0,
            assignments: [CreatableReplicaAssignment] = [],
            configs: [CreatableTopicConfig] = []
        ) {
            self.name = name
            self.numPartitions = numPartitions
            self.replicationFactor = replicationFactor
            self.assignments = assignments
            self.configs = configs
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 5
            let name: String = try reader.readString(flexible: flexible)
            let numPartitions: Int32 = try reader.readInt32()
            let replicationFactor: Int16 = try reader.readInt16()
            let assignments: [CreatableReplicaAssignment] = try reader.readStructs(version: version, minimumSize: 6, flexible: flexible)
            let configs: [CreatableTopicConfig] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.numPartitions = numPartitions
            self.replicationFactor = replicationFactor
            self.assignments = assignments
            self.configs = configs
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 5
            try writer.writeString(self.name, flexible: flexible)
            writer.writeInt32(self.numPartitions)
            writer.writeInt16(self.replicationFactor)
            try writer.writeStructs(self.assignments, version: version, flexible: flexible)
            try writer.writeStructs(self.configs, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "CreateTopicsRequest.CreatableTopic.unknownTaggedFields", version)
            }
        }
    }
}

extension CreateTopicsRequest {
    /// An element of `assignments`.
    public struct CreatableReplicaAssignment: WireStruct {
        /// Unique in its array.
        public var partitionIndex: Int32
        public var brokerIds: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            brokerIds: [Int32] = []
        ) {
            self.partitionIndex = partitionIndex
            self.brokerIds = brokerIds
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 5
            let partitionIndex: Int32 = try reader.readInt32()
            let brokerIds: [Int32] = try reader.readArray(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.partitionIndex = partitionIndex
            self.brokerIds = brokerIds
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 5
            writer.writeInt32(self.partitionIndex)
            try writer.writeArray(self.brokerIds, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "CreateTopicsRequest.CreatableReplicaAssignment.unknownTaggedFields", version)
            }
        }
    }
}

extension CreateTopicsRequest {
    /// An element of `configs`.
    public struct CreatableTopicConfig: WireStruct {
        /// Unique in its array.
        public var name: String
        public var value: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            value: String? = ""
        ) {
            self.name = name
            self.value = value
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 5
            let name: String = try reader.readString(flexible: flexible)
            let value: String? = try reader.readNullableString(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.value = value
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 5
            try writer.writeString(self.name, flexible: flexible)
            try writer.writeNullableString(self.value, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "CreateTopicsRequest.CreatableTopicConfig.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of CreateTopics (19), versions 0-7, flexible 5-7; Kafka 4.3 serves 2-7.
///
/// Creates topics.
public struct CreateTopicsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .createTopics }
    public static var validVersions: ClosedRange<Int16> { 0...7 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 5 }

    /// Versions 2+, dropped elsewhere.
    public var throttleTimeMs: Int32
    public var topics: [CreatableTopicResult]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        topics: [CreatableTopicResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 5
        var throttleTimeMs: Int32 = 0
        if version >= 2 {
            throttleTimeMs = try reader.readInt32()
        }
        let topics: [CreatableTopicResult] = try reader.readStructs(version: version, minimumSize: 4, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 5
        if version >= 2 {
            writer.writeInt32(self.throttleTimeMs)
        }
        try writer.writeStructs(self.topics, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "CreateTopicsResponse.unknownTaggedFields", version)
        }
    }
}

extension CreateTopicsResponse {
    /// An element of `topics`.
    public struct CreatableTopicResult: WireStruct {
        /// Unique in its array.
        public var name: String
        /// Versions 7+, dropped elsewhere.
        public var topicId: Uuid
        public var errorCode: Int16
        /// Versions 1+, dropped elsewhere.
        public var errorMessage: String?
        /// Versions 5+, tag 0, dropped elsewhere.
        public var topicConfigErrorCode: Int16
        /// Versions 5+, dropped elsewhere.
        public var numPartitions: Int32
        /// Versions 5+, dropped elsewhere.
        public var replicationFactor: Int16
        /// Versions 5+, dropped elsewhere.
        public var configs: [CreatableTopicConfigs]?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            topicId: Uuid = .zero,
            errorCode: Int16 = 0,
            errorMessage: String? = "",
            topicConfigErrorCode: Int16 = 0,
            numPartitions: Int32 = -1,
            replicationFactor: Int16 = -1,
            configs: [CreatableTopicConfigs]? = []
        ) {
            self.name = name
            self.topicId = topicId
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.topicConfigErrorCode = topicConfigErrorCode
            self.numPartitions = numPartitions
            self.replicationFactor = replicationFactor
            self.configs = configs
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 5
            let name: String = try reader.readString(flexible: flexible)
            var topicId: Uuid = .zero
            if version >= 7 {
                topicId = try reader.readUuid()
            }
            let errorCode: Int16 = try reader.readInt16()
            var errorMessage: String? = ""
            if version >= 1 {
                errorMessage = try reader.readNullableString(flexible: flexible)
            }
            var numPartitions: Int32 = -1
            var replicationFactor: Int16 = -1
            var configs: [CreatableTopicConfigs]? = []
            if version >= 5 {
                numPartitions = try reader.readInt32()
                replicationFactor = try reader.readInt16()
                configs = try reader.readNullableStructs(version: version, minimumSize: 6, flexible: true)
            }
            var topicConfigErrorCode: Int16 = 0
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                var tags = try reader.startTaggedFields()
                while let tag = try reader.nextTag(&tags) {
                    switch tag {
                    case 0: topicConfigErrorCode = try reader.readInt16()
                    default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
                    }
                }
            }
            self.name = name
            self.topicId = topicId
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.topicConfigErrorCode = topicConfigErrorCode
            self.numPartitions = numPartitions
            self.replicationFactor = replicationFactor
            self.configs = configs
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 5
            try writer.writeString(self.name, flexible: flexible)
            if version >= 7 {
                writer.writeUuid(self.topicId)
            }
            writer.writeInt16(self.errorCode)
            if version >= 1 {
                try writer.writeNullableString(self.errorMessage, flexible: flexible)
            }
            if version >= 5 {
                writer.writeInt32(self.numPartitions)
                writer.writeInt16(self.replicationFactor)
                try writer.writeNullableStructs(self.configs, version: version, flexible: true)
            }
            if flexible {
                var tagCount = self.unknownTaggedFields.count
                if self.topicConfigErrorCode != 0 { tagCount &+= 1 }
                writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
                var nextUnknown = 0
                if self.topicConfigErrorCode != 0 {
                    try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
                    let tag = writer.openTag(0)
                    writer.writeInt16(self.topicConfigErrorCode)
                    try writer.closeTag(tag)
                }
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "CreateTopicsResponse.CreatableTopicResult.unknownTaggedFields", version)
            }
        }
    }
}

extension CreateTopicsResponse {
    /// An element of `configs`.
    public struct CreatableTopicConfigs: WireStruct {
        public var name: String
        public var value: String?
        public var readOnly: Bool
        public var configSource: Int8
        public var isSensitive: Bool
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            value: String? = "",
            readOnly: Bool = false,
            configSource: Int8 = -1,
            isSensitive: Bool = false
        ) {
            self.name = name
            self.value = value
            self.readOnly = readOnly
            self.configSource = configSource
            self.isSensitive = isSensitive
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: true)
            let value: String? = try reader.readNullableString(flexible: true)
            let readOnly: Bool = try reader.readBool()
            let configSource: Int8 = try reader.readInt8()
            let isSensitive: Bool = try reader.readBool()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.value = value
            self.readOnly = readOnly
            self.configSource = configSource
            self.isSensitive = isSensitive
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            try writer.writeNullableString(self.value, flexible: true)
            writer.writeBool(self.readOnly)
            writer.writeInt8(self.configSource)
            writer.writeBool(self.isSensitive)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
