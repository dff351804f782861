// Generated from protocol-specs/APIs/StopReplica.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of StopReplica (5), versions 0-4, flexible 2-4; Kafka 4 serves none.
///
/// A ZooKeeper-era controller tells a broker to stop, and perhaps delete, replicas.
public struct StopReplicaRequest: RequestMessage {
    public typealias Response = StopReplicaResponse
    public static var apiKey: ApiKey { .stopReplica }
    public static var validVersions: ClosedRange<Int16> { 0...4 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var controllerId: Int32
    /// Versions 4+, must be the default elsewhere.
    public var isKRaftController: Bool
    public var controllerEpoch: Int32
    /// Versions 1+, dropped elsewhere.
    public var brokerEpoch: Int64
    /// Versions 0-2, must be the default elsewhere.
    public var deletePartitions: Bool
    /// Versions 0, must be the default elsewhere.
    public var ungroupedPartitions: [StopReplicaPartitionV0]
    /// Versions 1-2, must be the default elsewhere.
    public var topics: [StopReplicaTopicV1]
    /// Versions 3+, must be the default elsewhere.
    public var topicStates: [StopReplicaTopicState]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        controllerId: Int32 = 0,
        isKRaftController: Bool = false,
        controllerEpoch: Int32 = 0,
        brokerEpoch: Int64 = -1,
        deletePartitions: Bool = false,
        ungroupedPartitions: [StopReplicaPartitionV0] = [],
        topics: [StopReplicaTopicV1] = [],
        topicStates: [StopReplicaTopicState] = []
    ) {
        self.controllerId = controllerId
        self.isKRaftController = isKRaftController
        self.controllerEpoch = controllerEpoch
        self.brokerEpoch = brokerEpoch
        self.deletePartitions = deletePartitions
        self.ungroupedPartitions = ungroupedPartitions
        self.topics = topics
        self.topicStates = topicStates
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let controllerId: Int32 = try reader.readInt32()
        var isKRaftController: Bool = false
        if version >= 4 {
            isKRaftController = try reader.readBool()
        }
        let controllerEpoch: Int32 = try reader.readInt32()
        var brokerEpoch: Int64 = -1
        if version >= 1 {
            brokerEpoch = try reader.readInt64()
        }
        var deletePartitions: Bool = false
        if version <= 2 {
            deletePartitions = try reader.readBool()
        }
        var ungroupedPartitions: [StopReplicaPartitionV0] = []
        if version <= 0 {
            ungroupedPartitions = try reader.readStructs(version: version, minimumSize: 6, flexible: false)
        }
        var topics: [StopReplicaTopicV1] = []
        if version >= 1 && version <= 2 {
            topics = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        }
        var topicStates: [StopReplicaTopicState] = []
        if version >= 3 {
            topicStates = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.controllerId = controllerId
        self.isKRaftController = isKRaftController
        self.controllerEpoch = controllerEpoch
        self.brokerEpoch = brokerEpoch
        self.deletePartitions = deletePartitions
        self.ungroupedPartitions = ungroupedPartitions
        self.topics = topics
        self.topicStates = topicStates
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        writer.writeInt32(self.controllerId)
        if version >= 4 {
            writer.writeBool(self.isKRaftController)
        } else {
            try requireDefault(!self.isKRaftController, "StopReplicaRequest.isKRaftController", version)
        }
        writer.writeInt32(self.controllerEpoch)
        if version >= 1 {
            writer.writeInt64(self.brokerEpoch)
        }
        if version <= 2 {
            writer.writeBool(self.deletePartitions)
        } else {
            try requireDefault(!self.deletePartitions, "StopReplicaRequest.deletePartitions", version)
        }
        if version <= 0 {
            try writer.writeStructs(self.ungroupedPartitions, version: version, flexible: false)
        } else {
            try requireDefault(self.ungroupedPartitions.isEmpty, "StopReplicaRequest.ungroupedPartitions", version)
        }
        if version >= 1 && version <= 2 {
            try writer.writeStructs(self.topics, version: version, flexible: flexible)
        } else {
            try requireDefault(self.topics.isEmpty, "StopReplicaRequest.topics", version)
        }
        if version >= 3 {
            try writer.writeStructs(self.topicStates, version: version, flexible: true)
        } else {
            try requireDefault(self.topicStates.isEmpty, "StopReplicaRequest.topicStates", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "StopReplicaRequest.unknownTaggedFields", version)
        }
    }
}

extension StopReplicaRequest {
    /// An element of `ungroupedPartitions`.
    public struct StopReplicaPartitionV0: WireStruct {
        public var topicName: String
        public var partitionIndex: Int32

        public init(
            topicName: String = "",
            partitionIndex: Int32 = 0
        ) {
            self.topicName = topicName
            self.partitionIndex = partitionIndex
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicName: String = try reader.readString(flexible: false)
            let partitionIndex: Int32 = try reader.readInt32()
            self.topicName = topicName
            self.partitionIndex = partitionIndex
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.topicName, flexible: false)
            writer.writeInt32(self.partitionIndex)
        }
    }
}

extension StopReplicaRequest {
    /// An element of `topics`.
    public struct StopReplicaTopicV1: WireStruct {
        public var name: String
        public var partitionIndexes: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            partitionIndexes: [Int32] = []
        ) {
            self.name = name
            self.partitionIndexes = partitionIndexes
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let name: String = try reader.readString(flexible: flexible)
            let partitionIndexes: [Int32] = try reader.readArray(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.partitionIndexes = partitionIndexes
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(self.name, flexible: flexible)
            try writer.writeArray(self.partitionIndexes, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "StopReplicaRequest.StopReplicaTopicV1.unknownTaggedFields", version)
            }
        }
    }
}

extension StopReplicaRequest {
    /// An element of `topicStates`.
    public struct StopReplicaTopicState: WireStruct {
        public var topicName: String
        public var partitionStates: [StopReplicaPartitionState]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicName: String = "",
            partitionStates: [StopReplicaPartitionState] = []
        ) {
            self.topicName = topicName
            self.partitionStates = partitionStates
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicName: String = try reader.readString(flexible: true)
            let partitionStates: [StopReplicaPartitionState] = try reader.readStructs(version: version, minimumSize: 10, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicName = topicName
            self.partitionStates = partitionStates
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.topicName, flexible: true)
            try writer.writeStructs(self.partitionStates, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension StopReplicaRequest {
    /// An element of `partitionStates`.
    public struct StopReplicaPartitionState: WireStruct {
        public var partitionIndex: Int32
        public var leaderEpoch: Int32
        public var deletePartition: Bool
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            leaderEpoch: Int32 = -1,
            deletePartition: Bool = false
        ) {
            self.partitionIndex = partitionIndex
            self.leaderEpoch = leaderEpoch
            self.deletePartition = deletePartition
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partitionIndex: Int32 = try reader.readInt32()
            let leaderEpoch: Int32 = try reader.readInt32()
            let deletePartition: Bool = try reader.readBool()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.partitionIndex = partitionIndex
            self.leaderEpoch = leaderEpoch
            self.deletePartition = deletePartition
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partitionIndex)
            writer.writeInt32(self.leaderEpoch)
            writer.writeBool(self.deletePartition)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of StopReplica (5), versions 0-4, flexible 2-4; Kafka 4 serves none.
///
/// A ZooKeeper-era controller tells a broker to stop, and perhaps delete, replicas.
public struct StopReplicaResponse: ResponseMessage {
    public static var apiKey: ApiKey { .stopReplica }
    public static var validVersions: ClosedRange<Int16> { 0...4 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var errorCode: Int16
    public var partitionErrors: [StopReplicaPartitionError]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        errorCode: Int16 = 0,
        partitionErrors: [StopReplicaPartitionError] = []
    ) {
        self.errorCode = errorCode
        self.partitionErrors = partitionErrors
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let errorCode: Int16 = try reader.readInt16()
        let partitionErrors: [StopReplicaPartitionError] = try reader.readStructs(version: version, minimumSize: 8, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.errorCode = errorCode
        self.partitionErrors = partitionErrors
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        writer.writeInt16(self.errorCode)
        try writer.writeStructs(self.partitionErrors, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "StopReplicaResponse.unknownTaggedFields", version)
        }
    }
}

extension StopReplicaResponse {
    /// An element of `partitionErrors`.
    public struct StopReplicaPartitionError: WireStruct {
        public var topicName: String
        public var partitionIndex: Int32
        public var errorCode: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicName: String = "",
            partitionIndex: Int32 = 0,
            errorCode: Int16 = 0
        ) {
            self.topicName = topicName
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let topicName: String = try reader.readString(flexible: flexible)
            let partitionIndex: Int32 = try reader.readInt32()
            let errorCode: Int16 = try reader.readInt16()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.topicName = topicName
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(self.topicName, flexible: flexible)
            writer.writeInt32(self.partitionIndex)
            writer.writeInt16(self.errorCode)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "StopReplicaResponse.StopReplicaPartitionError.unknownTaggedFields", version)
            }
        }
    }
}
