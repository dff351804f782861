// Generated from protocol-specs/APIs/StreamsGroupDescribe.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of StreamsGroupDescribe (89), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Describes streams groups (KIP-1071).
public struct StreamsGroupDescribeRequest: RequestMessage {
    public typealias Response = StreamsGroupDescribeResponse
    public static var apiKey: ApiKey { .streamsGroupDescribe }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var groupIds: [String]
    public var includeAuthorizedOperations: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        groupIds: [String] = [],
        includeAuthorizedOperations: Bool = false
    ) {
        self.groupIds = groupIds
        self.includeAuthorizedOperations = includeAuthorizedOperations
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let groupIds: [String] = try reader.readArray(flexible: true)
        let includeAuthorizedOperations: Bool = try reader.readBool()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.groupIds = groupIds
        self.includeAuthorizedOperations = includeAuthorizedOperations
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeArray(self.groupIds, flexible: true)
        writer.writeBool(self.includeAuthorizedOperations)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

/// The response of StreamsGroupDescribe (89), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Describes streams groups (KIP-1071).
public struct StreamsGroupDescribeResponse: ResponseMessage {
    public static var apiKey: ApiKey { .streamsGroupDescribe }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var groups: [DescribedGroup]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        groups: [DescribedGroup] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.groups = groups
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let groups: [DescribedGroup] = try reader.readStructs(version: version, minimumSize: 20, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.groups = groups
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        try writer.writeStructs(self.groups, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension StreamsGroupDescribeResponse {
    /// An element of `groups`.
    public struct DescribedGroup: WireStruct {
        public var errorCode: Int16
        public var errorMessage: String?
        public var groupId: String
        public var groupState: String
        public var groupEpoch: Int32
        public var assignmentEpoch: Int32
        public var topology: Topology?
        public var members: [Member]
        public var authorizedOperations: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            errorCode: Int16 = 0,
            errorMessage: String? = nil,
            groupId: String = "",
            groupState: String = "",
            groupEpoch: Int32 = 0,
            assignmentEpoch: Int32 = 0,
            topology: Topology? = nil,
            members: [Member] = [],
            authorizedOperations: Int32 = -2147483648
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.groupId = groupId
            self.groupState = groupState
            self.groupEpoch = groupEpoch
            self.assignmentEpoch = assignmentEpoch
            self.topology = topology
            self.members = members
            self.authorizedOperations = authorizedOperations
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let errorCode: Int16 = try reader.readInt16()
            let errorMessage: String? = try reader.readNullableString(flexible: true)
            let groupId: String = try reader.readString(flexible: true)
            let groupState: String = try reader.readString(flexible: true)
            let groupEpoch: Int32 = try reader.readInt32()
            let assignmentEpoch: Int32 = try reader.readInt32()
            let topology: Topology? = try reader.readNullableStruct(version: version)
            let members: [Member] = try reader.readStructs(version: version, minimumSize: 28, flexible: true)
            let authorizedOperations: Int32 = try reader.readInt32()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.groupId = groupId
            self.groupState = groupState
            self.groupEpoch = groupEpoch
            self.assignmentEpoch = assignmentEpoch
            self.topology = topology
            self.members = members
            self.authorizedOperations = authorizedOperations
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.errorMessage, flexible: true)
            try writer.writeString(self.groupId, flexible: true)
            try writer.writeString(self.groupState, flexible: true)
            writer.writeInt32(self.groupEpoch)
            writer.writeInt32(self.assignmentEpoch)
            try writer.writeNullableStruct(self.topology, version: version)
            try writer.writeStructs(self.members, version: version, flexible: true)
            writer.writeInt32(self.authorizedOperations)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension StreamsGroupDescribeResponse {
    /// The value of `topology`.
    public struct Topology: WireStruct {
        public var epoch: Int32
        public var subtopologies: [Subtopology]?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            epoch: Int32 = 0,
            subtopologies: [Subtopology]? = nil
        ) {
            self.epoch = epoch
            self.subtopologies = subtopologies
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let epoch: Int32 = try reader.readInt32()
            let subtopologies: [Subtopology]? = try reader.readNullableStructs(version: version, minimumSize: 6, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.epoch = epoch
            self.subtopologies = subtopologies
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.epoch)
            try writer.writeNullableStructs(self.subtopologies, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension StreamsGroupDescribeResponse {
    /// An element of `subtopologies`.
    public struct Subtopology: WireStruct {
        public var subtopologyId: String
        public var sourceTopics: [String]
        public var repartitionSinkTopics: [String]
        public var stateChangelogTopics: [TopicInfo]
        public var repartitionSourceTopics: [TopicInfo]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            subtopologyId: String = "",
            sourceTopics: [String] = [],
            repartitionSinkTopics: [String] = [],
            stateChangelogTopics: [TopicInfo] = [],
            repartitionSourceTopics: [TopicInfo] = []
        ) {
            self.subtopologyId = subtopologyId
            self.sourceTopics = sourceTopics
            self.repartitionSinkTopics = repartitionSinkTopics
            self.stateChangelogTopics = stateChangelogTopics
            self.repartitionSourceTopics = repartitionSourceTopics
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let subtopologyId: String = try reader.readString(flexible: true)
            let sourceTopics: [String] = try reader.readArray(flexible: true)
            let repartitionSinkTopics: [String] = try reader.readArray(flexible: true)
            let stateChangelogTopics: [TopicInfo] = try reader.readStructs(version: version, minimumSize: 9, flexible: true)
            let repartitionSourceTopics: [TopicInfo] = try reader.readStructs(version: version, minimumSize: 9, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.subtopologyId = subtopologyId
            self.sourceTopics = sourceTopics
            self.repartitionSinkTopics = repartitionSinkTopics
            self.stateChangelogTopics = stateChangelogTopics
            self.repartitionSourceTopics = repartitionSourceTopics
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.subtopologyId, flexible: true)
            try writer.writeArray(self.sourceTopics, flexible: true)
            try writer.writeArray(self.repartitionSinkTopics, flexible: true)
            try writer.writeStructs(self.stateChangelogTopics, version: version, flexible: true)
            try writer.writeStructs(self.repartitionSourceTopics, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension StreamsGroupDescribeResponse {
    /// An element of `members`.
    public struct Member: WireStruct {
        public var memberId: String
        public var memberEpoch: Int32
        public var instanceId: String?
        public var rackId: String?
        public var clientId: String
        public var clientHost: String
        public var topologyEpoch: Int32
        public var processId: String
        public var userEndpoint: Endpoint?
        public var clientTags: [KeyValue]
        public var taskOffsets: [TaskOffset]
        public var taskEndOffsets: [TaskOffset]
        public var assignment: Assignment
        public var targetAssignment: Assignment
        public var isClassic: Bool
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            memberId: String = "",
            memberEpoch: Int32 = 0,
            instanceId: String? = nil,
            rackId: String? = nil,
            clientId: String = "",
            clientHost: String = "",
            topologyEpoch: Int32 = 0,
            processId: String = "",
            userEndpoint: Endpoint? = nil,
            clientTags: [KeyValue] = [],
            taskOffsets: [TaskOffset] = [],
            taskEndOffsets: [TaskOffset] = [],
            assignment: Assignment = Assignment(),
            targetAssignment: Assignment = Assignment(),
            isClassic: Bool = false
        ) {
            self.memberId = memberId
            self.memberEpoch = memberEpoch
            self.instanceId = instanceId
            self.rackId = rackId
            self.clientId = clientId
            self.clientHost = clientHost
            self.topologyEpoch = topologyEpoch
            self.processId = processId
            self.userEndpoint = userEndpoint
            self.clientTags = clientTags
            self.taskOffsets = taskOffsets
            self.taskEndOffsets = taskEndOffsets
            self.assignment = assignment
            self.targetAssignment = targetAssignment
            self.isClassic = isClassic
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let memberId: String = try reader.readString(flexible: true)
            let memberEpoch: Int32 = try reader.readInt32()
            let instanceId: String? = try reader.readNullableString(flexible: true)
            let rackId: String? = try reader.readNullableString(flexible: true)
            let clientId: String = try reader.readString(flexible: true)
            let clientHost: String = try reader.readString(flexible: true)
            let topologyEpoch: Int32 = try reader.readInt32()
            let processId: String = try reader.readString(flexible: true)
            let userEndpoint: Endpoint? = try reader.readNullableStruct(version: version)
            let clientTags: [KeyValue] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
            let taskOffsets: [TaskOffset] = try reader.readStructs(version: version, minimumSize: 14, flexible: true)
            let taskEndOffsets: [TaskOffset] = try reader.readStructs(version: version, minimumSize: 14, flexible: true)
            let assignment: Assignment = try reader.readStruct(Assignment.self, version: version)
            let targetAssignment: Assignment = try reader.readStruct(Assignment.self, version: version)
            let isClassic: Bool = try reader.readBool()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.memberId = memberId
            self.memberEpoch = memberEpoch
            self.instanceId = instanceId
            self.rackId = rackId
            self.clientId = clientId
            self.clientHost = clientHost
            self.topologyEpoch = topologyEpoch
            self.processId = processId
            self.userEndpoint = userEndpoint
            self.clientTags = clientTags
            self.taskOffsets = taskOffsets
            self.taskEndOffsets = taskEndOffsets
            self.assignment = assignment
            self.targetAssignment = targetAssignment
            self.isClassic = isClassic
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.memberId, flexible: true)
            writer.writeInt32(self.memberEpoch)
            try writer.writeNullableString(self.instanceId, flexible: true)
            try writer.writeNullableString(self.rackId, flexible: true)
            try writer.writeString(self.clientId, flexible: true)
            try writer.writeString(self.clientHost, flexible: true)
            writer.writeInt32(self.topologyEpoch)
            try writer.writeString(self.processId, flexible: true)
            try writer.writeNullableStruct(self.userEndpoint, version: version)
            try writer.writeStructs(self.clientTags, version: version, flexible: true)
            try writer.writeStructs(self.taskOffsets, version: version, flexible: true)
            try writer.writeStructs(self.taskEndOffsets, version: version, flexible: true)
            try self.assignment.write(to: &writer, version: version)
            try self.targetAssignment.write(to: &writer, version: version)
            writer.writeBool(self.isClassic)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension StreamsGroupDescribeResponse {
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

extension StreamsGroupDescribeResponse {
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

extension StreamsGroupDescribeResponse {
    /// A struct that several fields share.
    public struct Assignment: WireStruct {
        public var activeTasks: [TaskIds]
        public var standbyTasks: [TaskIds]
        public var warmupTasks: [TaskIds]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            activeTasks: [TaskIds] = [],
            standbyTasks: [TaskIds] = [],
            warmupTasks: [TaskIds] = []
        ) {
            self.activeTasks = activeTasks
            self.standbyTasks = standbyTasks
            self.warmupTasks = warmupTasks
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let activeTasks: [TaskIds] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
            let standbyTasks: [TaskIds] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
            let warmupTasks: [TaskIds] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.activeTasks = activeTasks
            self.standbyTasks = standbyTasks
            self.warmupTasks = warmupTasks
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeStructs(self.activeTasks, version: version, flexible: true)
            try writer.writeStructs(self.standbyTasks, version: version, flexible: true)
            try writer.writeStructs(self.warmupTasks, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension StreamsGroupDescribeResponse {
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

extension StreamsGroupDescribeResponse {
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

extension StreamsGroupDescribeResponse {
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
