// Generated from protocol-specs/APIs/Metadata.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of Metadata (3), versions 0-13, flexible 9-13; Kafka 4.3 serves 0-13.
///
/// Tells brokers, topics and partition leaders; may create missing topics.
public struct MetadataRequest: RequestMessage {
    public typealias Response = MetadataResponse
    public static var apiKey: ApiKey { .metadata }
    public static var validVersions: ClosedRange<Int16> { 0...13 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 9 }

    /// Null in versions 1+.
    public var topics: [MetadataRequestTopic]?
    /// Versions 4+, must be the default elsewhere.
    public var allowAutoTopicCreation: Bool
    /// Versions 8-10, must be the default elsewhere.
    public var includeClusterAuthorizedOperations: Bool
    /// Versions 8+, must be the default elsewhere.
    public var includeTopicAuthorizedOperations: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        topics: [MetadataRequestTopic]? = [],
        allowAutoTopicCreation: Bool = true,
        includeClusterAuthorizedOperations: Bool = false,
        includeTopicAuthorizedOperations: Bool = false
    ) {
        self.topics = topics
        self.allowAutoTopicCreation = allowAutoTopicCreation
        self.includeClusterAuthorizedOperations = includeClusterAuthorizedOperations
        self.includeTopicAuthorizedOperations = includeTopicAuthorizedOperations
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 9
        let topics: [MetadataRequestTopic]? = try reader.readNullableStructs(version: version, minimumSize: 2, flexible: flexible, nullable: version >= 1)
        var allowAutoTopicCreation: Bool = true
        if version >= 4 {
            allowAutoTopicCreation = try reader.readBool()
        }
        var includeClusterAuthorizedOperations: Bool = false
        if version >= 8 && version <= 10 {
            includeClusterAuthorizedOperations = try reader.readBool()
        }
        var includeTopicAuthorizedOperations: Bool = false
        if version >= 8 {
            includeTopicAuthorizedOperations = try reader.readBool()
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.topics = topics
        self.allowAutoTopicCreation = allowAutoTopicCreation
        self.includeClusterAuthorizedOperations = includeClusterAuthorizedOperations
        self.includeTopicAuthorizedOperations = includeTopicAuthorizedOperations
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 9
        try writer.writeNullableStructs(self.topics, version: version, flexible: flexible, nullable: version >= 1)
        if version >= 4 {
            writer.writeBool(self.allowAutoTopicCreation)
        } else {
            try requireDefault(self.allowAutoTopicCreation, "MetadataRequest.allowAutoTopicCreation", version)
        }
        if version >= 8 && version <= 10 {
            writer.writeBool(self.includeClusterAuthorizedOperations)
        } else {
            try requireDefault(!self.includeClusterAuthorizedOperations, "MetadataRequest.includeClusterAuthorizedOperations", version)
        }
        if version >= 8 {
            writer.writeBool(self.includeTopicAuthorizedOperations)
        } else {
            try requireDefault(!self.includeTopicAuthorizedOperations, "MetadataRequest.includeTopicAuthorizedOperations", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "MetadataRequest.unknownTaggedFields", version)
        }
    }
}

extension MetadataRequest {
    /// An element of `topics`.
    public struct MetadataRequestTopic: WireStruct {
        /// Versions 10+, dropped elsewhere.
        public var topicId: Uuid
        /// Null in versions 10+.
        public var name: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicId: Uuid = .zero,
            name: String? = ""
        ) {
            self.topicId = topicId
            self.name = name
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 9
            var topicId: Uuid = .zero
            if version >= 10 {
                topicId = try reader.readUuid()
            }
            let name: String? = try reader.readNullableString(flexible: flexible, nullable: version >= 10)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.topicId = topicId
            self.name = name
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 9
            if version >= 10 {
                writer.writeUuid(self.topicId)
            }
            try writer.writeNullableString(self.name, flexible: flexible, nullable: version >= 10)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "MetadataRequest.MetadataRequestTopic.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of Metadata (3), versions 0-13, flexible 9-13; Kafka 4.3 serves 0-13.
///
/// Tells brokers, topics and partition leaders; may create missing topics.
public struct MetadataResponse: ResponseMessage {
    public static var apiKey: ApiKey { .metadata }
    public static var validVersions: ClosedRange<Int16> { 0...13 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 9 }

    /// Versions 3+, dropped elsewhere.
    public var throttleTimeMs: Int32
    public var brokers: [MetadataResponseBroker]
    /// Versions 2+, dropped elsewhere.
    public var clusterId: String?
    /// Versions 1+, dropped elsewhere.
    public var controllerId: Int32
    public var topics: [MetadataResponseTopic]
    /// Versions 8-10, must be the default elsewhere.
    public var clusterAuthorizedOperations: Int32
    /// Versions 13+, dropped elsewhere.
    public var errorCode: Int16
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        brokers: [MetadataResponseBroker] = [],
        clusterId: String? = nil,
        controllerId: Int32 = -1,
        topics: [MetadataResponseTopic] = [],
        clusterAuthorizedOperations: Int32 = -2147483648,
        errorCode: Int16 = 0
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.brokers = brokers
        self.clusterId = clusterId
        self.controllerId = controllerId
        self.topics = topics
        self.clusterAuthorizedOperations = clusterAuthorizedOperations
        self.errorCode = errorCode
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 9
        var throttleTimeMs: Int32 = 0
        if version >= 3 {
            throttleTimeMs = try reader.readInt32()
        }
        let brokers: [MetadataResponseBroker] = try reader.readStructs(version: version, minimumSize: 10, flexible: flexible)
        var clusterId: String? = nil
        if version >= 2 {
            clusterId = try reader.readNullableString(flexible: flexible)
        }
        var controllerId: Int32 = -1
        if version >= 1 {
            controllerId = try reader.readInt32()
        }
        let topics: [MetadataResponseTopic] = try reader.readStructs(version: version, minimumSize: 8, flexible: flexible)
        var clusterAuthorizedOperations: Int32 = -2147483648
        if version >= 8 && version <= 10 {
            clusterAuthorizedOperations = try reader.readInt32()
        }
        var errorCode: Int16 = 0
        if version >= 13 {
            errorCode = try reader.readInt16()
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.brokers = brokers
        self.clusterId = clusterId
        self.controllerId = controllerId
        self.topics = topics
        self.clusterAuthorizedOperations = clusterAuthorizedOperations
        self.errorCode = errorCode
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 9
        if version >= 3 {
            writer.writeInt32(self.throttleTimeMs)
        }
        try writer.writeStructs(self.brokers, version: version, flexible: flexible)
        if version >= 2 {
            try writer.writeNullableString(self.clusterId, flexible: flexible)
        }
        if version >= 1 {
            writer.writeInt32(self.controllerId)
        }
        try writer.writeStructs(self.topics, version: version, flexible: flexible)
        if version >= 8 && version <= 10 {
            writer.writeInt32(self.clusterAuthorizedOperations)
        } else {
            try requireDefault(self.clusterAuthorizedOperations == -2147483648, "MetadataResponse.clusterAuthorizedOperations", version)
        }
        if version >= 13 {
            writer.writeInt16(self.errorCode)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "MetadataResponse.unknownTaggedFields", version)
        }
    }
}

extension MetadataResponse {
    /// An element of `brokers`.
    public struct MetadataResponseBroker: WireStruct {
        /// Unique in its array.
        public var nodeId: Int32
        public var host: String
        public var port: Int32
        /// Versions 1+, dropped elsewhere.
        public var rack: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            nodeId: Int32 = 0,
            host: String = "",
            port: Int32 = 0,
            rack: String? = nil
        ) {
            self.nodeId = nodeId
            self.host = host
            self.port = port
            self.rack = rack
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 9
            let nodeId: Int32 = try reader.readInt32()
            let host: String = try reader.readString(flexible: flexible)
            let port: Int32 = try reader.readInt32()
            var rack: String? = nil
            if version >= 1 {
                rack = try reader.readNullableString(flexible: flexible)
            }
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.nodeId = nodeId
            self.host = host
            self.port = port
            self.rack = rack
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 9
            writer.writeInt32(self.nodeId)
            try writer.writeString(self.host, flexible: flexible)
            writer.writeInt32(self.port)
            if version >= 1 {
                try writer.writeNullableString(self.rack, flexible: flexible)
            }
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "MetadataResponse.MetadataResponseBroker.unknownTaggedFields", version)
            }
        }
    }
}

extension MetadataResponse {
    /// An element of `topics`.
    public struct MetadataResponseTopic: WireStruct {
        public var errorCode: Int16
        /// Null in versions 12+, unique in its array.
        public var name: String?
        /// Versions 10+, dropped elsewhere.
        public var topicId: Uuid
        /// Versions 1+, dropped elsewhere.
        public var isInternal: Bool
        public var partitions: [MetadataResponsePartition]
        /// Versions 8+, must be the default elsewhere.
        public var topicAuthorizedOperations: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            errorCode: Int16 = 0,
            name: String? = "",
            topicId: Uuid = .zero,
            isInternal: Bool = false,
            partitions: [MetadataResponsePartition] = [],
            topicAuthorizedOperations: Int32 = -2147483648
        ) {
            self.errorCode = errorCode
            self.name = name
            self.topicId = topicId
            self.isInternal = isInternal
            self.partitions = partitions
            self.topicAuthorizedOperations = topicAuthorizedOperations
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 9
            let errorCode: Int16 = try reader.readInt16()
            let name: String? = try reader.readNullableString(flexible: flexible, nullable: version >= 12)
            var topicId: Uuid = .zero
            if version >= 10 {
                topicId = try reader.readUuid()
            }
            var isInternal: Bool = false
            if version >= 1 {
                isInternal = try reader.readBool()
            }
            let partitions: [MetadataResponsePartition] = try reader.readStructs(version: version, minimumSize: 18, flexible: flexible)
            var topicAuthorizedOperations: Int32 = -2147483648
            if version >= 8 {
                topicAuthorizedOperations = try reader.readInt32()
            }
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.errorCode = errorCode
            self.name = name
            self.topicId = topicId
            self.isInternal = isInternal
            self.partitions = partitions
            self.topicAuthorizedOperations = topicAuthorizedOperations
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 9
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.name, flexible: flexible, nullable: version >= 12)
            if version >= 10 {
                writer.writeUuid(self.topicId)
            }
            if version >= 1 {
                writer.writeBool(self.isInternal)
            }
            try writer.writeStructs(self.partitions, version: version, flexible: flexible)
            if version >= 8 {
                writer.writeInt32(self.topicAuthorizedOperations)
            } else {
                try requireDefault(self.topicAuthorizedOperations == -2147483648, "MetadataResponse.MetadataResponseTopic.topicAuthorizedOperations", version)
            }
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "MetadataResponse.MetadataResponseTopic.unknownTaggedFields", version)
            }
        }
    }
}

extension MetadataResponse {
    /// An element of `partitions`.
    public struct MetadataResponsePartition: WireStruct {
        public var errorCode: Int16
        public var partitionIndex: Int32
        public var leaderId: Int32
        /// Versions 7+, dropped elsewhere.
        public var leaderEpoch: Int32
        public var replicaNodes: [Int32]
        public var isrNodes: [Int32]
        /// Versions 5+, dropped elsewhere.
        public var offlineReplicas: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            errorCode: Int16 = 0,
            partitionIndex: Int32 = 0,
            leaderId: Int32 = 0,
            leaderEpoch: Int32 = -1,
            replicaNodes: [Int32] = [],
            isrNodes: [Int32] = [],
            offlineReplicas: [Int32] = []
        ) {
            self.errorCode = errorCode
            self.partitionIndex = partitionIndex
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.replicaNodes = replicaNodes
            self.isrNodes = isrNodes
            self.offlineReplicas = offlineReplicas
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 9
            let errorCode: Int16 = try reader.readInt16()
            let partitionIndex: Int32 = try reader.readInt32()
            let leaderId: Int32 = try reader.readInt32()
            var leaderEpoch: Int32 = -1
            if version >= 7 {
                leaderEpoch = try reader.readInt32()
            }
            let replicaNodes: [Int32] = try reader.readArray(flexible: flexible)
            let isrNodes: [Int32] = try reader.readArray(flexible: flexible)
            var offlineReplicas: [Int32] = []
            if version >= 5 {
                offlineReplicas = try reader.readArray(flexible: flexible)
            }
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.errorCode = errorCode
            self.partitionIndex = partitionIndex
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.replicaNodes = replicaNodes
            self.isrNodes = isrNodes
            self.offlineReplicas = offlineReplicas
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 9
            writer.writeInt16(self.errorCode)
            writer.writeInt32(self.partitionIndex)
            writer.writeInt32(self.leaderId)
            if version >= 7 {
                writer.writeInt32(self.leaderEpoch)
            }
            try writer.writeArray(self.replicaNodes, flexible: flexible)
            try writer.writeArray(self.isrNodes, flexible: flexible)
            if version >= 5 {
                try writer.writeArray(self.offlineReplicas, flexible: flexible)
            }
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "MetadataResponse.MetadataResponsePartition.unknownTaggedFields", version)
            }
        }
    }
}
