// Generated from protocol-specs/APIs/Vote.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of Vote (52), versions 0-2, flexible 0-2; Kafka 4.3 serves 0-2.
///
/// A quorum member asks for votes.
public struct VoteRequest: RequestMessage {
    public typealias Response = VoteResponse
    public static var apiKey: ApiKey { .vote }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var clusterId: String?
    /// Versions 1+, dropped elsewhere.
    public var voterId: Int32
    public var topics: [TopicData]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        clusterId: String? = nil,
        voterId: Int32 = -1,
        topics: [TopicData] = []
    ) {
        self.clusterId = clusterId
        self.voterId = voterId
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let clusterId: String? = try reader.readNullableString(flexible: true)
        var voterId: Int32 = -1
        if version >= 1 {
            voterId = try reader.readInt32()
        }
        let topics: [TopicData] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.clusterId = clusterId
        self.voterId = voterId
        self.topics = topics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeNullableString(self.clusterId, flexible: true)
        if version >= 1 {
            writer.writeInt32(self.voterId)
        }
        try writer.writeStructs(self.topics, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension VoteRequest {
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
            let topicName: String = try reader.readString(flexible: true)
            let partitions: [PartitionData] = try reader.readStructs(version: version, minimumSize: 25, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicName = topicName
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.topicName, flexible: true)
            try writer.writeStructs(self.partitions, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension VoteRequest {
    /// An element of `partitions`.
    public struct PartitionData: WireStruct {
        public var partitionIndex: Int32
        public var replicaEpoch: Int32
        public var replicaId: Int32
        /// Versions 1+, dropped elsewhere.
        public var replicaDirectoryId: Uuid
        /// Versions 1+, dropped elsewhere.
        public var voterDirectoryId: Uuid
        public var lastOffsetEpoch: Int32
        public var lastOffset: Int64
        /// Versions 2+, must be the default elsewhere.
        public var preVote: Bool
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            replicaEpoch: Int32 = 0,
            replicaId: Int32 = 0,
            replicaDirectoryId: Uuid = .zero,
            voterDirectoryId: Uuid = .zero,
            lastOffsetEpoch: Int32 = 0,
            lastOffset: Int64 = 0,
            preVote: Bool = false
        ) {
            self.partitionIndex = partitionIndex
            self.replicaEpoch = replicaEpoch
            self.replicaId = replicaId
            self.replicaDirectoryId = replicaDirectoryId
            self.voterDirectoryId = voterDirectoryId
            self.lastOffsetEpoch = lastOffsetEpoch
            self.lastOffset = lastOffset
            self.preVote = preVote
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partitionIndex: Int32 = try reader.readInt32()
            let replicaEpoch: Int32 = try reader.readInt32()
            let replicaId: Int32 = try reader.readInt32()
            var replicaDirectoryId: Uuid = .zero
            var voterDirectoryId: Uuid = .zero
            if version >= 1 {
                replicaDirectoryId = try reader.readUuid()
                voterDirectoryId = try reader.readUuid()
            }
            let lastOffsetEpoch: Int32 = try reader.readInt32()
            let lastOffset: Int64 = try reader.readInt64()
            var preVote: Bool = false
            if version >= 2 {
                preVote = try reader.readBool()
            }
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.partitionIndex = partitionIndex
            self.replicaEpoch = replicaEpoch
            self.replicaId = replicaId
            self.replicaDirectoryId = replicaDirectoryId
            self.voterDirectoryId = voterDirectoryId
            self.lastOffsetEpoch = lastOffsetEpoch
            self.lastOffset = lastOffset
            self.preVote = preVote
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partitionIndex)
            writer.writeInt32(self.replicaEpoch)
            writer.writeInt32(self.replicaId)
            if version >= 1 {
                writer.writeUuid(self.replicaDirectoryId)
                writer.writeUuid(self.voterDirectoryId)
            }
            writer.writeInt32(self.lastOffsetEpoch)
            writer.writeInt64(self.lastOffset)
            if version >= 2 {
                writer.writeBool(self.preVote)
            } else {
                try requireDefault(!self.preVote, "VoteRequest.PartitionData.preVote", version)
            }
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of Vote (52), versions 0-2, flexible 0-2; Kafka 4.3 serves 0-2.
///
/// A quorum member asks for votes.
public struct VoteResponse: ResponseMessage {
    public static var apiKey: ApiKey { .vote }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

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
        let errorCode: Int16 = try reader.readInt16()
        let topics: [TopicData] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
        var nodeEndpoints: [NodeEndpoint] = []
        var unknownTaggedFields = UnknownTaggedFields()
        var tags = try reader.startTaggedFields()
        while let tag = try reader.nextTag(&tags) {
            switch tag {
            case 0 where version >= 1: nodeEndpoints = try reader.readStructs(version: version, minimumSize: 8, flexible: true)
            default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
            }
        }
        self.errorCode = errorCode
        self.topics = topics
        self.nodeEndpoints = nodeEndpoints
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt16(self.errorCode)
        try writer.writeStructs(self.topics, version: version, flexible: true)
        if version < 1 {
            try requireDefault(self.nodeEndpoints.isEmpty, "VoteResponse.nodeEndpoints", version)
        }
        var tagCount = self.unknownTaggedFields.count
        if version >= 1, !self.nodeEndpoints.isEmpty { tagCount &+= 1 }
        writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
        var nextUnknown = 0
        if version >= 1, !self.nodeEndpoints.isEmpty {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
            let tag = writer.openTag(0)
            try writer.writeStructs(self.nodeEndpoints, version: version, flexible: true)
            try writer.closeTag(tag)
        }
        try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
    }
}

extension VoteResponse {
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
            let topicName: String = try reader.readString(flexible: true)
            let partitions: [PartitionData] = try reader.readStructs(version: version, minimumSize: 16, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicName = topicName
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.topicName, flexible: true)
            try writer.writeStructs(self.partitions, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension VoteResponse {
    /// An element of `partitions`.
    public struct PartitionData: WireStruct {
        public var partitionIndex: Int32
        public var errorCode: Int16
        public var leaderId: Int32
        public var leaderEpoch: Int32
        public var voteGranted: Bool
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            errorCode: Int16 = 0,
            leaderId: Int32 = 0,
            leaderEpoch: Int32 = 0,
            voteGranted: Bool = false
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.voteGranted = voteGranted
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partitionIndex: Int32 = try reader.readInt32()
            let errorCode: Int16 = try reader.readInt16()
            let leaderId: Int32 = try reader.readInt32()
            let leaderEpoch: Int32 = try reader.readInt32()
            let voteGranted: Bool = try reader.readBool()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.voteGranted = voteGranted
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partitionIndex)
            writer.writeInt16(self.errorCode)
            writer.writeInt32(self.leaderId)
            writer.writeInt32(self.leaderEpoch)
            writer.writeBool(self.voteGranted)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension VoteResponse {
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
            let nodeId: Int32 = try reader.readInt32()
            let host: String = try reader.readString(flexible: true)
            let port: UInt16 = try reader.readUInt16()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.nodeId = nodeId
            self.host = host
            self.port = port
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.nodeId)
            try writer.writeString(self.host, flexible: true)
            writer.writeUInt16(self.port)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
