// Generated from protocol-specs/APIs/BeginQuorumEpoch.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of BeginQuorumEpoch (53), versions 0-1, flexible 1; Kafka 4.3 serves 0-1.
///
/// A new quorum leader announces itself.
public struct BeginQuorumEpochRequest: RequestMessage {
    public typealias Response = BeginQuorumEpochResponse
    public static var apiKey: ApiKey { .beginQuorumEpoch }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 1 }

    public var clusterId: String?
    /// Versions 1+, dropped elsewhere.
    public var voterId: Int32
    public var topics: [TopicData]
    /// Versions 1+, dropped elsewhere.
    public var leaderEndpoints: [LeaderEndpoint]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        clusterId: String? = nil,
        voterId: Int32 = -1,
        topics: [TopicData] = [],
        leaderEndpoints: [LeaderEndpoint] = []
    ) {
        self.clusterId = clusterId
        self.voterId = voterId
        self.topics = topics
        self.leaderEndpoints = leaderEndpoints
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        self.voterId = -1
        self.leaderEndpoints = []
        self.unknownTaggedFields = UnknownTaggedFields()
        self.clusterId = try reader.readNullableString(flexible: flexible)
        if version >= 1 {
            self.voterId = try reader.readInt32()
        }
        self.topics = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        if version >= 1 {
            self.leaderEndpoints = try reader.readStructs(version: version, minimumSize: 5, flexible: true)
        }
        if flexible {
            self.unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        try writer.writeNullableString(self.clusterId, flexible: flexible)
        if version >= 1 {
            writer.writeInt32(self.voterId)
        }
        try writer.writeStructs(self.topics, version: version, flexible: flexible)
        if version >= 1 {
            try writer.writeStructs(self.leaderEndpoints, version: version, flexible: true)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "BeginQuorumEpochRequest.unknownTaggedFields", version)
        }
    }
}

extension BeginQuorumEpochRequest {
    /// An element of `topics`.
    public struct TopicData: WireStruct {
        public var topicName: String
        public var partitions: [PartitionData]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicName: String = "",
            partitions: [PartitionData] = []
        ) {
            self.topicName = topicName
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            self.unknownTaggedFields = UnknownTaggedFields()
            self.topicName = try reader.readString(flexible: flexible)
            self.partitions = try reader.readStructs(version: version, minimumSize: 12, flexible: flexible)
            if flexible {
                self.unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            try writer.writeString(self.topicName, flexible: flexible)
            try writer.writeStructs(self.partitions, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "BeginQuorumEpochRequest.TopicData.unknownTaggedFields", version)
            }
        }
    }
}

extension BeginQuorumEpochRequest {
    /// An element of `partitions`.
    public struct PartitionData: WireStruct {
        public var partitionIndex: Int32
        /// Versions 1+, dropped elsewhere.
        public var voterDirectoryId: Uuid
        public var leaderId: Int32
        public var leaderEpoch: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            voterDirectoryId: Uuid = .zero,
            leaderId: Int32 = 0,
            leaderEpoch: Int32 = 0
        ) {
            self.partitionIndex = partitionIndex
            self.voterDirectoryId = voterDirectoryId
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            self.voterDirectoryId = .zero
            self.unknownTaggedFields = UnknownTaggedFields()
            self.partitionIndex = try reader.readInt32()
            if version >= 1 {
                self.voterDirectoryId = try reader.readUuid()
            }
            self.leaderId = try reader.readInt32()
            self.leaderEpoch = try reader.readInt32()
            if flexible {
                self.unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            writer.writeInt32(self.partitionIndex)
            if version >= 1 {
                writer.writeUuid(self.voterDirectoryId)
            }
            writer.writeInt32(self.leaderId)
            writer.writeInt32(self.leaderEpoch)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "BeginQuorumEpochRequest.PartitionData.unknownTaggedFields", version)
            }
        }
    }
}

extension BeginQuorumEpochRequest {
    /// An element of `leaderEndpoints`.
    public struct LeaderEndpoint: WireStruct {
        /// Unique in its array.
        public var name: String
        public var host: String
        public var port: UInt16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            host: String = "",
            port: UInt16 = 0
        ) {
            self.name = name
            self.host = host
            self.port = port
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try reader.readString(flexible: true)
            self.host = try reader.readString(flexible: true)
            self.port = try reader.readUInt16()
            self.unknownTaggedFields = try reader.readUnknownTaggedFields()
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            try writer.writeString(self.host, flexible: true)
            writer.writeUInt16(self.port)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of BeginQuorumEpoch (53), versions 0-1, flexible 1; Kafka 4.3 serves 0-1.
///
/// A new quorum leader announces itself.
public struct BeginQuorumEpochResponse: ResponseMessage {
    public static var apiKey: ApiKey { .beginQuorumEpoch }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 1 }

    public var errorCode: Int16
    public var topics: [TopicData]
    /// Versions 1+, tag 0, must be the default elsewhere.
    public var nodeEndpoints: [NodeEndpoint]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        errorCode: Int16 = 0,
        topics: [TopicData] = [],
        nodeEndpoints: [NodeEndpoint] = []
    ) {
        self.errorCode = errorCode
        self.topics = topics
        self.nodeEndpoints = nodeEndpoints
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        self.nodeEndpoints = []
        self.unknownTaggedFields = UnknownTaggedFields()
        self.errorCode = try reader.readInt16()
        self.topics = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        if flexible {
            var tags = try reader.startTaggedFields()
            while let tag = try reader.nextTag(&tags) {
                switch tag {
                case 0: self.nodeEndpoints = try reader.readStructs(version: version, minimumSize: 8, flexible: true)
                default: try reader.keepUnknownField(tag, of: tags, in: &self.unknownTaggedFields)
                }
            }
        }
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        writer.writeInt16(self.errorCode)
        try writer.writeStructs(self.topics, version: version, flexible: flexible)
        if version < 1 {
            try requireDefault(self.nodeEndpoints.isEmpty, "BeginQuorumEpochResponse.nodeEndpoints", version)
        }
        if flexible {
            var tagCount = self.unknownTaggedFields.count
            if !self.nodeEndpoints.isEmpty { tagCount &+= 1 }
            writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
            var nextUnknown = 0
            if !self.nodeEndpoints.isEmpty {
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
                let tag = writer.openTag(0)
                try writer.writeStructs(self.nodeEndpoints, version: version, flexible: true)
                try writer.closeTag(tag)
            }
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "BeginQuorumEpochResponse.unknownTaggedFields", version)
        }
    }
}

extension BeginQuorumEpochResponse {
    /// An element of `topics`.
    public struct TopicData: WireStruct {
        public var topicName: String
        public var partitions: [PartitionData]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicName: String = "",
            partitions: [PartitionData] = []
        ) {
            self.topicName = topicName
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            self.unknownTaggedFields = UnknownTaggedFields()
            self.topicName = try reader.readString(flexible: flexible)
            self.partitions = try reader.readStructs(version: version, minimumSize: 14, flexible: flexible)
            if flexible {
                self.unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            try writer.writeString(self.topicName, flexible: flexible)
            try writer.writeStructs(self.partitions, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "BeginQuorumEpochResponse.TopicData.unknownTaggedFields", version)
            }
        }
    }
}

extension BeginQuorumEpochResponse {
    /// An element of `partitions`.
    public struct PartitionData: WireStruct {
        public var partitionIndex: Int32
        public var errorCode: Int16
        public var leaderId: Int32
        public var leaderEpoch: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            errorCode: Int16 = 0,
            leaderId: Int32 = 0,
            leaderEpoch: Int32 = 0
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            self.unknownTaggedFields = UnknownTaggedFields()
            self.partitionIndex = try reader.readInt32()
            self.errorCode = try reader.readInt16()
            self.leaderId = try reader.readInt32()
            self.leaderEpoch = try reader.readInt32()
            if flexible {
                self.unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            writer.writeInt32(self.partitionIndex)
            writer.writeInt16(self.errorCode)
            writer.writeInt32(self.leaderId)
            writer.writeInt32(self.leaderEpoch)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "BeginQuorumEpochResponse.PartitionData.unknownTaggedFields", version)
            }
        }
    }
}

extension BeginQuorumEpochResponse {
    /// An element of `nodeEndpoints`.
    public struct NodeEndpoint: WireStruct {
        /// Unique in its array.
        public var nodeId: Int32
        public var host: String
        public var port: UInt16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            nodeId: Int32 = 0,
            host: String = "",
            port: UInt16 = 0
        ) {
            self.nodeId = nodeId
            self.host = host
            self.port = port
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.nodeId = try reader.readInt32()
            self.host = try reader.readString(flexible: true)
            self.port = try reader.readUInt16()
            self.unknownTaggedFields = try reader.readUnknownTaggedFields()
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.nodeId)
            try writer.writeString(self.host, flexible: true)
            writer.writeUInt16(self.port)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
