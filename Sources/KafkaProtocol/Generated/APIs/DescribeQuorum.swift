// Generated from protocol-specs/APIs/DescribeQuorum.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of DescribeQuorum (55), versions 0-2, flexible 0-2; Kafka 4.3 serves 0-2.
///
/// Describes the state of a quorum.
public struct DescribeQuorumRequest: RequestMessage {
    public typealias Response = DescribeQuorumResponse
    public static var apiKey: ApiKey { .describeQuorum }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var topics: [TopicData]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        topics: [TopicData] = []
    ) {
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let topics: [TopicData] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.topics = topics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeStructs(self.topics, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension DescribeQuorumRequest {
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
            let partitions: [PartitionData] = try reader.readStructs(version: version, minimumSize: 5, flexible: true)
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

extension DescribeQuorumRequest {
    /// An element of `partitions`.
    public struct PartitionData: WireStruct {
        public var partitionIndex: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0
        ) {
            self.partitionIndex = partitionIndex
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partitionIndex: Int32 = try reader.readInt32()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.partitionIndex = partitionIndex
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partitionIndex)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of DescribeQuorum (55), versions 0-2, flexible 0-2; Kafka 4.3 serves 0-2.
///
/// Describes the state of a quorum.
public struct DescribeQuorumResponse: ResponseMessage {
    public static var apiKey: ApiKey { .describeQuorum }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var errorCode: Int16
    /// Versions 2+, dropped elsewhere.
    public var errorMessage: String?
    public var topics: [TopicData]
    /// Versions 2+, must be the default elsewhere.
    public var nodes: [Node]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        errorCode: Int16 = 0,
        errorMessage: String? = "",
        topics: [TopicData] = [],
        nodes: [Node] = []
    ) {
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.topics = topics
        self.nodes = nodes
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let errorCode: Int16 = try reader.readInt16()
        var errorMessage: String? = ""
        if version >= 2 {
            errorMessage = try reader.readNullableString(flexible: true)
        }
        let topics: [TopicData] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
        var nodes: [Node] = []
        if version >= 2 {
            nodes = try reader.readStructs(version: version, minimumSize: 6, flexible: true)
        }
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.topics = topics
        self.nodes = nodes
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt16(self.errorCode)
        if version >= 2 {
            try writer.writeNullableString(self.errorMessage, flexible: true)
        }
        try writer.writeStructs(self.topics, version: version, flexible: true)
        if version >= 2 {
            try writer.writeStructs(self.nodes, version: version, flexible: true)
        } else {
            try requireDefault(self.nodes.isEmpty, "DescribeQuorumResponse.nodes", version)
        }
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension DescribeQuorumResponse {
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

extension DescribeQuorumResponse {
    /// An element of `partitions`.
    public struct PartitionData: WireStruct {
        public var partitionIndex: Int32
        public var errorCode: Int16
        /// Versions 2+, dropped elsewhere.
        public var errorMessage: String?
        public var leaderId: Int32
        public var leaderEpoch: Int32
        public var highWatermark: Int64
        public var currentVoters: [ReplicaState]
        public var observers: [ReplicaState]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            errorCode: Int16 = 0,
            errorMessage: String? = "",
            leaderId: Int32 = 0,
            leaderEpoch: Int32 = 0,
            highWatermark: Int64 = 0,
            currentVoters: [ReplicaState] = [],
            observers: [ReplicaState] = []
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.highWatermark = highWatermark
            self.currentVoters = currentVoters
            self.observers = observers
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partitionIndex: Int32 = try reader.readInt32()
            let errorCode: Int16 = try reader.readInt16()
            var errorMessage: String? = ""
            if version >= 2 {
                errorMessage = try reader.readNullableString(flexible: true)
            }
            let leaderId: Int32 = try reader.readInt32()
            let leaderEpoch: Int32 = try reader.readInt32()
            let highWatermark: Int64 = try reader.readInt64()
            let currentVoters: [ReplicaState] = try reader.readStructs(version: version, minimumSize: 13, flexible: true)
            let observers: [ReplicaState] = try reader.readStructs(version: version, minimumSize: 13, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.highWatermark = highWatermark
            self.currentVoters = currentVoters
            self.observers = observers
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partitionIndex)
            writer.writeInt16(self.errorCode)
            if version >= 2 {
                try writer.writeNullableString(self.errorMessage, flexible: true)
            }
            writer.writeInt32(self.leaderId)
            writer.writeInt32(self.leaderEpoch)
            writer.writeInt64(self.highWatermark)
            try writer.writeStructs(self.currentVoters, version: version, flexible: true)
            try writer.writeStructs(self.observers, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension DescribeQuorumResponse {
    /// An element of `nodes`.
    public struct Node: WireStruct {
        /// Unique in its array.
        public var nodeId: Int32
        public var listeners: [Listener]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            nodeId: Int32 = 0,
            listeners: [Listener] = []
        ) {
            self.nodeId = nodeId
            self.listeners = listeners
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let nodeId: Int32 = try reader.readInt32()
            let listeners: [Listener] = try reader.readStructs(version: version, minimumSize: 5, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.nodeId = nodeId
            self.listeners = listeners
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.nodeId)
            try writer.writeStructs(self.listeners, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension DescribeQuorumResponse {
    /// An element of `listeners`.
    public struct Listener: WireStruct {
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
            let name: String = try reader.readString(flexible: true)
            let host: String = try reader.readString(flexible: true)
            let port: UInt16 = try reader.readUInt16()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.host = host
            self.port = port
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            try writer.writeString(self.host, flexible: true)
            writer.writeUInt16(self.port)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension DescribeQuorumResponse {
    /// A struct that several fields share.
    public struct ReplicaState: WireStruct {
        public var replicaId: Int32
        /// Versions 2+, must be the default elsewhere.
        public var replicaDirectoryId: Uuid
        public var logEndOffset: Int64
        /// Versions 1+, dropped elsewhere.
        public var lastFetchTimestamp: Int64
        /// Versions 1+, dropped elsewhere.
        public var lastCaughtUpTimestamp: Int64
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            replicaId: Int32 = 0,
            replicaDirectoryId: Uuid = .zero,
            logEndOffset: Int64 = 0,
            lastFetchTimestamp: Int64 = -1,
            lastCaughtUpTimestamp: Int64 = -1
        ) {
            self.replicaId = replicaId
            self.replicaDirectoryId = replicaDirectoryId
            self.logEndOffset = logEndOffset
            self.lastFetchTimestamp = lastFetchTimestamp
            self.lastCaughtUpTimestamp = lastCaughtUpTimestamp
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let replicaId: Int32 = try reader.readInt32()
            var replicaDirectoryId: Uuid = .zero
            if version >= 2 {
                replicaDirectoryId = try reader.readUuid()
            }
            let logEndOffset: Int64 = try reader.readInt64()
            var lastFetchTimestamp: Int64 = -1
            var lastCaughtUpTimestamp: Int64 = -1
            if version >= 1 {
                lastFetchTimestamp = try reader.readInt64()
                lastCaughtUpTimestamp = try reader.readInt64()
            }
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.replicaId = replicaId
            self.replicaDirectoryId = replicaDirectoryId
            self.logEndOffset = logEndOffset
            self.lastFetchTimestamp = lastFetchTimestamp
            self.lastCaughtUpTimestamp = lastCaughtUpTimestamp
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.replicaId)
            if version >= 2 {
                writer.writeUuid(self.replicaDirectoryId)
            } else {
                try requireDefault(self.replicaDirectoryId == .zero, "DescribeQuorumResponse.ReplicaState.replicaDirectoryId", version)
            }
            writer.writeInt64(self.logEndOffset)
            if version >= 1 {
                writer.writeInt64(self.lastFetchTimestamp)
                writer.writeInt64(self.lastCaughtUpTimestamp)
            }
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
