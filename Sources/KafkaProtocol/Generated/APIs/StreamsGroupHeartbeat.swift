// Generated from protocol-specs/APIs/StreamsGroupHeartbeat.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of StreamsGroupHeartbeat (88), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Joins, keeps up and leaves a streams group (KIP-1071).
public struct StreamsGroupHeartbeatRequest: RequestMessage {
    public typealias Response = StreamsGroupHeartbeatResponse
    public static var apiKey: ApiKey { .streamsGroupHeartbeat }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var groupId: String
    public var memberId: String
    public var memberEpoch: Int32
    public var endpointInformationEpoch: Int32
    public var instanceId: String?
    public var rackId: String?
    public var rebalanceTimeoutMs: Int32
    public var topology: Topology?
    public var activeTasks: [TaskIds]?
    public var standbyTasks: [TaskIds]?
    public var warmupTasks: [TaskIds]?
    public var processId: String?
    public var userEndpoint: Endpoint?
    public var clientTags: [KeyValue]?
    public var taskOffsets: [TaskOffset]?
    public var taskEndOffsets: [TaskOffset]?
    public var shutdownApplication: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        groupId: String = "",
        memberId: String = "",
        memberEpoch: Int32 = 0,
        endpointInformationEpoch: Int32 = 0,
        instanceId: String? = nil,
        rackId: String? = nil,
        rebalanceTimeoutMs: Int32 = -1,
        topology: Topology? = nil,
        activeTasks: [TaskIds]? = nil,
        standbyTasks: [TaskIds]? = nil,
        warmupTasks: [TaskIds]? = nil,
        processId: String? = nil,
        userEndpoint: Endpoint? = nil,
        clientTags: [KeyValue]? = nil,
        taskOffsets: [TaskOffset]? = nil,
        taskEndOffsets: [TaskOffset]? = nil,
        shutdownApplication: Bool = false
    ) {
        self.groupId = groupId
        self.memberId = memberId
        self.memberEpoch = memberEpoch
        self.endpointInformationEpoch = endpointInformationEpoch
        self.instanceId = instanceId
        self.rackId = rackId
        self.rebalanceTimeoutMs = rebalanceTimeoutMs
        self.topology = topology
        self.activeTasks = activeTasks
        self.standbyTasks = standbyTasks
        self.warmupTasks = warmupTasks
        self.processId = processId
        self.userEndpoint = userEndpoint
        self.clientTags = clientTags
        self.taskOffsets = taskOffsets
        self.taskEndOffsets = taskEndOffsets
        self.shutdownApplication = shutdownApplication
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let groupId: String = try reader.readString(flexible: true)
        let memberId: String = try reader.readString(flexible: true)
        let memberEpoch: Int32 = try reader.readInt32()
        let endpointInformationEpoch: Int32 = try reader.readInt32()
        let instanceId: String? = try reader.readNullableString(flexible: true)
        let rackId: String? = try reader.readNullableString(flexible: true)
        let rebalanceTimeoutMs: Int32 = try reader.readInt32()
        let topology: Topology? = try reader.readNullableStruct(version: version)
        let activeTasks: [TaskIds]? = try reader.readNullableStructs(version: version, minimumSize: 3, flexible: true)
        let standbyTasks: [TaskIds]? = try reader.readNullableStructs(version: version, minimumSize: 3, flexible: true)
        let warmupTasks: [TaskIds]? = try reader.readNullableStructs(version: version, minimumSize: 3, flexible: true)
        let processId: String? = try reader.readNullableString(flexible: true)
        let userEndpoint: Endpoint? = try reader.readNullableStruct(version: version)
        let clientTags: [KeyValue]? = try reader.readNullableStructs(version: version, minimumSize: 3, flexible: true)
        let taskOffsets: [TaskOffset]? = try reader.readNullableStructs(version: version, minimumSize: 14, flexible: true)
        let taskEndOffsets: [TaskOffset]? = try reader.readNullableStructs(version: version, minimumSize: 14, flexible: true)
        let shutdownApplication: Bool = try reader.readBool()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.groupId = groupId
        self.memberId = memberId
        self.memberEpoch = memberEpoch
        self.endpointInformationEpoch = endpointInformationEpoch
        self.instanceId = instanceId
        self.rackId = rackId
        self.rebalanceTimeoutMs = rebalanceTimeoutMs
        self.topology = topology
        self.activeTasks = activeTasks
        self.standbyTasks = standbyTasks
        self.warmupTasks = warmupTasks
        self.processId = processId
        self.userEndpoint = userEndpoint
        self.clientTags = clientTags
        self.taskOffsets = taskOffsets
        self.taskEndOffsets = taskEndOffsets
        self.shutdownApplication = shutdownApplication
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.groupId, flexible: true)
        try writer.writeString(self.memberId, flexible: true)
        writer.writeInt32(self.memberEpoch)
        writer.writeInt32(self.endpointInformationEpoch)
        try writer.writeNullableString(self.instanceId, flexible: true)
        try writer.writeNullableString(self.rackId, flexible: true)
        writer.writeInt32(self.rebalanceTimeoutMs)
        try writer.writeNullableStruct(self.topology, version: version)
        try writer.writeNullableStructs(self.activeTasks, version: version, flexible: true)
        try writer.writeNullableStructs(self.standbyTasks, version: version, flexible: true)
        try writer.writeNullableStructs(self.warmupTasks, version: version, flexible: true)
        try writer.writeNullableString(self.processId, flexible: true)
        try writer.writeNullableStruct(self.userEndpoint, version: version)
        try writer.writeNullableStructs(self.clientTags, version: version, flexible: true)
        try writer.writeNullableStructs(self.taskOffsets, version: version, flexible: true)
        try writer.writeNullableStructs(self.taskEndOffsets, version: version, flexible: true)
        writer.writeBool(self.shutdownApplication)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension StreamsGroupHeartbeatRequest {
    /// The value of `topology`.
    public struct Topology: WireStruct {
        public var epoch: Int32
        public var subtopologies: [Subtopology]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            epoch: Int32 = 0,
            subtopologies: [Subtopology] = []
        ) {
            self.epoch = epoch
            self.subtopologies = subtopologies
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let epoch: Int32 = try reader.readInt32()
            let subtopologies: [Subtopology] = try reader.readStructs(version: version, minimumSize: 8, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.epoch = epoch
            self.subtopologies = subtopologies
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.epoch)
            try writer.writeStructs(self.subtopologies, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension StreamsGroupHeartbeatRequest {
    /// An element of `subtopologies`.
    public struct Subtopology: WireStruct {
        public var subtopologyId: String
        public var sourceTopics: [String]
        public var sourceTopicRegex: [String]
        public var stateChangelogTopics: [TopicInfo]
        public var repartitionSinkTopics: [String]
        public var repartitionSourceTopics: [TopicInfo]
        public var copartitionGroups: [CopartitionGroup]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            subtopologyId: String = "",
            sourceTopics: [String] = [],
            sourceTopicRegex: [String] = [],
            stateChangelogTopics: [TopicInfo] = [],
            repartitionSinkTopics: [String] = [],
            repartitionSourceTopics: [TopicInfo] = [],
            copartitionGroups: [CopartitionGroup] = []
        ) {
            self.subtopologyId = subtopologyId
            self.sourceTopics = sourceTopics
            self.sourceTopicRegex = sourceTopicRegex
            self.stateChangelogTopics = stateChangelogTopics
            self.repartitionSinkTopics = repartitionSinkTopics
            self.repartitionSourceTopics = repartitionSourceTopics
            self.copartitionGroups = copartitionGroups
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let subtopologyId: String = try reader.readString(flexible: true)
            let sourceTopics: [String] = try reader.readArray(flexible: true)
            let sourceTopicRegex: [String] = try reader.readArray(flexible: true)
            let stateChangelogTopics: [TopicInfo] = try reader.readStructs(version: version, minimumSize: 9, flexible: true)
            let repartitionSinkTopics: [String] = try reader.readArray(flexible: true)
            let repartitionSourceTopics: [TopicInfo] = try reader.readStructs(version: version, minimumSize: 9, flexible: true)
            let copartitionGroups: [CopartitionGroup] = try reader.readStructs(version: version, minimumSize: 4, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.subtopologyId = subtopologyId
            self.sourceTopics = sourceTopics
            self.sourceTopicRegex = sourceTopicRegex
            self.stateChangelogTopics = stateChangelogTopics
            self.repartitionSinkTopics = repartitionSinkTopics
            self.repartitionSourceTopics = repartitionSourceTopics
            self.copartitionGroups = copartitionGroups
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.subtopologyId, flexible: true)
            try writer.writeArray(self.sourceTopics, flexible: true)
            try writer.writeArray(self.sourceTopicRegex, flexible: true)
            try writer.writeStructs(self.stateChangelogTopics, version: version, flexible: true)
            try writer.writeArray(self.repartitionSinkTopics, flexible: true)
            try writer.writeStructs(self.repartitionSourceTopics, version: version, flexible: true)
            try writer.writeStructs(self.copartitionGroups, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension StreamsGroupHeartbeatRequest {
    /// An element of `copartitionGroups`.
    public struct CopartitionGroup: WireStruct {
        public var sourceTopics: [Int16]
        public var sourceTopicRegex: [Int16]
        public var repartitionSourceTopics: [Int16]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            sourceTopics: [Int16] = [],
            sourceTopicRegex: [Int16] = [],
            repartitionSourceTopics: [Int16] = []
        ) {
            self.sourceTopics = sourceTopics
            self.sourceTopicRegex = sourceTopicRegex
            self.repartitionSourceTopics = repartitionSourceTopics
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let sourceTopics: [Int16] = try reader.readArray(flexible: true)
            let sourceTopicRegex: [Int16] = try reader.readArray(flexible: true)
            let repartitionSourceTopics: [Int16] = try reader.readArray(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.sourceTopics = sourceTopics
            self.sourceTopicRegex = sourceTopicRegex
            self.repartitionSourceTopics = repartitionSourceTopics
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeArray(self.sourceTopics, flexible: true)
            try writer.writeArray(self.sourceTopicRegex, flexible: true)
            try writer.writeArray(self.repartitionSourceTopics, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension StreamsGroupHeartbeatRequest {
    /// A struct that several fields share.
    public struct KeyValue: WireStruct {
        public var key: String
        public var value: String
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            key: String = "",
            value: String = ""
        ) {
            self.key = key
            self.value = value
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let key: String = try reader.readString(flexible: true)
            let value: String = try reader.readString(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.key = key
            self.value = value
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.key, flexible: true)
            try writer.writeString(self.value, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension StreamsGroupHeartbeatRequest {
    /// A struct that several fields share.
    public struct TopicInfo: WireStruct {
        public var name: String
        public var partitions: Int32
        public var replicationFactor: Int16
        public var topicConfigs: [KeyValue]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            partitions: Int32 = 0,
            replicationFactor: Int16 = 0,
            topicConfigs: [KeyValue] = []
        ) {
            self.name = name
            self.partitions = partitions
            self.replicationFactor = replicationFactor
            self.topicConfigs = topicConfigs
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: true)
            let partitions: Int32 = try reader.readInt32()
            let replicationFactor: Int16 = try reader.readInt16()
            let topicConfigs: [KeyValue] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.partitions = partitions
            self.replicationFactor = replicationFactor
            self.topicConfigs = topicConfigs
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            writer.writeInt32(self.partitions)
            writer.writeInt16(self.replicationFactor)
            try writer.writeStructs(self.topicConfigs, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension StreamsGroupHeartbeatRequest {
    /// A struct that several fields share.
    public struct Endpoint: WireStruct {
        public var host: String
        public var port: UInt16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            host: String = "",
            port: UInt16 = 0
        ) {
            self.host = host
            self.port = port
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let host: String = try reader.readString(flexible: true)
            let port: UInt16 = try reader.readUInt16()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.host = host
            self.port = port
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.host, flexible: true)
            writer.writeUInt16(self.port)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension StreamsGroupHeartbeatRequest {
    /// A struct that several fields share.
    public struct TaskOffset: WireStruct {
        public var subtopologyId: String
        public var partition: Int32
        public var offset: Int64
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            subtopologyId: String = "",
            partition: Int32 = 0,
            offset: Int64 = 0
        ) {
            self.subtopologyId = subtopologyId
            self.partition = partition
            self.offset = offset
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let subtopologyId: String = try reader.readString(flexible: true)
            let partition: Int32 = try reader.readInt32()
            let offset: Int64 = try reader.readInt64()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.subtopologyId = subtopologyId
            self.partition = partition
            self.offset = offset
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.subtopologyId, flexible: true)
            writer.writeInt32(self.partition)
            writer.writeInt64(self.offset)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension StreamsGroupHeartbeatRequest {
    /// A struct that several fields share.
    public struct TaskIds: WireStruct {
        public var subtopologyId: String
        public var partitions: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            subtopologyId: String = "",
            partitions: [Int32] = []
        ) {
            self.subtopologyId = subtopologyId
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let subtopologyId: String = try reader.readString(flexible: true)
            let partitions: [Int32] = try reader.readArray(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.subtopologyId = subtopologyId
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.subtopologyId, flexible: true)
            try writer.writeArray(self.partitions, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of StreamsGroupHeartbeat (88), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Joins, keeps up and leaves a streams group (KIP-1071).
public struct StreamsGroupHeartbeatResponse: ResponseMessage {
    public static var apiKey: ApiKey { .streamsGroupHeartbeat }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var errorMessage: String?
    public var memberId: String
    public var memberEpoch: Int32
    public var heartbeatIntervalMs: Int32
    public var acceptableRecoveryLag: Int32
    public var taskOffsetIntervalMs: Int32
    public var status: [Status]?
    public var activeTasks: [TaskIds]?
    public var standbyTasks: [TaskIds]?
    public var warmupTasks: [TaskIds]?
    public var endpointInformationEpoch: Int32
    public var partitionsByUserEndpoint: [EndpointToPartitions]?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        errorMessage: String? = nil,
        memberId: String = "",
        memberEpoch: Int32 = 0,
        heartbeatIntervalMs: Int32 = 0,
        acceptableRecoveryLag: Int32 = 0,
        taskOffsetIntervalMs: Int32 = 0,
        status: [Status]? = [],
        activeTasks: [TaskIds]? = nil,
        standbyTasks: [TaskIds]? = nil,
        warmupTasks: [TaskIds]? = nil,
        endpointInformationEpoch: Int32 = 0,
        partitionsByUserEndpoint: [EndpointToPartitions]? = nil
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.memberId = memberId
        self.memberEpoch = memberEpoch
        self.heartbeatIntervalMs = heartbeatIntervalMs
        self.acceptableRecoveryLag = acceptableRecoveryLag
        self.taskOffsetIntervalMs = taskOffsetIntervalMs
        self.status = status
        self.activeTasks = activeTasks
        self.standbyTasks = standbyTasks
        self.warmupTasks = warmupTasks
        self.endpointInformationEpoch = endpointInformationEpoch
        self.partitionsByUserEndpoint = partitionsByUserEndpoint
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let errorMessage: String? = try reader.readNullableString(flexible: true)
        let memberId: String = try reader.readString(flexible: true)
        let memberEpoch: Int32 = try reader.readInt32()
        let heartbeatIntervalMs: Int32 = try reader.readInt32()
        let acceptableRecoveryLag: Int32 = try reader.readInt32()
        let taskOffsetIntervalMs: Int32 = try reader.readInt32()
        let status: [Status]? = try reader.readNullableStructs(version: version, minimumSize: 3, flexible: true)
        let activeTasks: [TaskIds]? = try reader.readNullableStructs(version: version, minimumSize: 3, flexible: true)
        let standbyTasks: [TaskIds]? = try reader.readNullableStructs(version: version, minimumSize: 3, flexible: true)
        let warmupTasks: [TaskIds]? = try reader.readNullableStructs(version: version, minimumSize: 3, flexible: true)
        let endpointInformationEpoch: Int32 = try reader.readInt32()
        let partitionsByUserEndpoint: [EndpointToPartitions]? = try reader.readNullableStructs(version: version, minimumSize: 7, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.memberId = memberId
        self.memberEpoch = memberEpoch
        self.heartbeatIntervalMs = heartbeatIntervalMs
        self.acceptableRecoveryLag = acceptableRecoveryLag
        self.taskOffsetIntervalMs = taskOffsetIntervalMs
        self.status = status
        self.activeTasks = activeTasks
        self.standbyTasks = standbyTasks
        self.warmupTasks = warmupTasks
        self.endpointInformationEpoch = endpointInformationEpoch
        self.partitionsByUserEndpoint = partitionsByUserEndpoint
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        try writer.writeNullableString(self.errorMessage, flexible: true)
        try writer.writeString(self.memberId, flexible: true)
        writer.writeInt32(self.memberEpoch)
        writer.writeInt32(self.heartbeatIntervalMs)
        writer.writeInt32(self.acceptableRecoveryLag)
        writer.writeInt32(self.taskOffsetIntervalMs)
        try writer.writeNullableStructs(self.status, version: version, flexible: true)
        try writer.writeNullableStructs(self.activeTasks, version: version, flexible: true)
        try writer.writeNullableStructs(self.standbyTasks, version: version, flexible: true)
        try writer.writeNullableStructs(self.warmupTasks, version: version, flexible: true)
        writer.writeInt32(self.endpointInformationEpoch)
        try writer.writeNullableStructs(self.partitionsByUserEndpoint, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension StreamsGroupHeartbeatResponse {
    /// An element of `partitionsByUserEndpoint`.
    public struct EndpointToPartitions: WireStruct {
        public var userEndpoint: Endpoint
        public var activePartitions: [TopicPartition]
        public var standbyPartitions: [TopicPartition]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            userEndpoint: Endpoint = Endpoint(),
            activePartitions: [TopicPartition] = [],
            standbyPartitions: [TopicPartition] = []
        ) {
            self.userEndpoint = userEndpoint
            self.activePartitions = activePartitions
            self.standbyPartitions = standbyPartitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let userEndpoint: Endpoint = try reader.readStruct(Endpoint.self, version: version)
            let activePartitions: [TopicPartition] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
            let standbyPartitions: [TopicPartition] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.userEndpoint = userEndpoint
            self.activePartitions = activePartitions
            self.standbyPartitions = standbyPartitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.userEndpoint.write(to: &writer, version: version)
            try writer.writeStructs(self.activePartitions, version: version, flexible: true)
            try writer.writeStructs(self.standbyPartitions, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension StreamsGroupHeartbeatResponse {
    /// A struct that several fields share.
    public struct Status: WireStruct {
        public var statusCode: Int8
        public var statusDetail: String
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            statusCode: Int8 = 0,
            statusDetail: String = ""
        ) {
            self.statusCode = statusCode
            self.statusDetail = statusDetail
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let statusCode: Int8 = try reader.readInt8()
            let statusDetail: String = try reader.readString(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.statusCode = statusCode
            self.statusDetail = statusDetail
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt8(self.statusCode)
            try writer.writeString(self.statusDetail, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension StreamsGroupHeartbeatResponse {
    /// A struct that several fields share.
    public struct TopicPartition: WireStruct {
        public var topic: String
        public var partitions: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topic: String = "",
            partitions: [Int32] = []
        ) {
            self.topic = topic
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topic: String = try reader.readString(flexible: true)
            let partitions: [Int32] = try reader.readArray(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topic = topic
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.topic, flexible: true)
            try writer.writeArray(self.partitions, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension StreamsGroupHeartbeatResponse {
    /// A struct that several fields share.
    public struct TaskIds: WireStruct {
        public var subtopologyId: String
        public var partitions: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            subtopologyId: String = "",
            partitions: [Int32] = []
        ) {
            self.subtopologyId = subtopologyId
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let subtopologyId: String = try reader.readString(flexible: true)
            let partitions: [Int32] = try reader.readArray(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.subtopologyId = subtopologyId
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.subtopologyId, flexible: true)
            try writer.writeArray(self.partitions, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension StreamsGroupHeartbeatResponse {
    /// A struct that several fields share.
    public struct Endpoint: WireStruct {
        public var host: String
        public var port: UInt16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            host: String = "",
            port: UInt16 = 0
        ) {
            self.host = host
            self.port = port
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let host: String = try reader.readString(flexible: true)
            let port: UInt16 = try reader.readUInt16()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.host = host
            self.port = port
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.host, flexible: true)
            writer.writeUInt16(self.port)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
