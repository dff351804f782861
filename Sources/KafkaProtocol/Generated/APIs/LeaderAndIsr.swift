// Generated from protocol-specs/APIs/LeaderAndIsr.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of LeaderAndIsr (4), versions 0-7, flexible 4-7; Kafka 4 serves none.
///
/// A ZooKeeper-era controller tells a broker what it leads and follows.
public struct LeaderAndIsrRequest: RequestMessage {
    public typealias Response = LeaderAndIsrResponse
    public static var apiKey: ApiKey { .leaderAndIsr }
    public static var validVersions: ClosedRange<Int16> { 0...7 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 4 }

    public var controllerId: Int32
    /// Versions 7+, must be the default elsewhere.
    public var isKRaftController: Bool
    public var controllerEpoch: Int32
    /// Versions 2+, dropped elsewhere.
    public var brokerEpoch: Int64
    /// Versions 5+, must be the default elsewhere.
    public var type: Int8
    /// Versions 0-1, must be the default elsewhere.
    public var ungroupedPartitionStates: [LeaderAndIsrPartitionState]
    /// Versions 2+, must be the default elsewhere.
    public var topicStates: [LeaderAndIsrTopicState]
    public var liveLeaders: [LeaderAndIsrLiveLeader]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        controllerId: Int32 = 0,
        isKRaftController: Bool = false,
        controllerEpoch: Int32 = 0,
        brokerEpoch: Int64 = -1,
        type: Int8 = 0,
        ungroupedPartitionStates: [LeaderAndIsrPartitionState] = [],
        topicStates: [LeaderAndIsrTopicState] = [],
        liveLeaders: [LeaderAndIsrLiveLeader] = []
    ) {
        self.controllerId = controllerId
        self.isKRaftController = isKRaftController
        self.controllerEpoch = controllerEpoch
        self.brokerEpoch = brokerEpoch
        self.type = type
        self.ungroupedPartitionStates = ungroupedPartitionStates
        self.topicStates = topicStates
        self.liveLeaders = liveLeaders
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        let controllerId: Int32 = try reader.readInt32()
        var isKRaftController: Bool = false
        if version >= 7 {
            isKRaftController = try reader.readBool()
        }
        let controllerEpoch: Int32 = try reader.readInt32()
        var brokerEpoch: Int64 = -1
        if version >= 2 {
            brokerEpoch = try reader.readInt64()
        }
        var type: Int8 = 0
        if version >= 5 {
            type = try reader.readInt8()
        }
        var ungroupedPartitionStates: [LeaderAndIsrPartitionState] = []
        if version <= 1 {
            ungroupedPartitionStates = try reader.readStructs(version: version, minimumSize: 30, flexible: false)
        }
        var topicStates: [LeaderAndIsrTopicState] = []
        if version >= 2 {
            topicStates = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        }
        let liveLeaders: [LeaderAndIsrLiveLeader] = try reader.readStructs(version: version, minimumSize: 10, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.controllerId = controllerId
        self.isKRaftController = isKRaftController
        self.controllerEpoch = controllerEpoch
        self.brokerEpoch = brokerEpoch
        self.type = type
        self.ungroupedPartitionStates = ungroupedPartitionStates
        self.topicStates = topicStates
        self.liveLeaders = liveLeaders
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        writer.writeInt32(self.controllerId)
        if version >= 7 {
            writer.writeBool(self.isKRaftController)
        } else {
            try requireDefault(!self.isKRaftController, "LeaderAndIsrRequest.isKRaftController", version)
        }
        writer.writeInt32(self.controllerEpoch)
        if version >= 2 {
            writer.writeInt64(self.brokerEpoch)
        }
        if version >= 5 {
            writer.writeInt8(self.type)
        } else {
            try requireDefault(self.type == 0, "LeaderAndIsrRequest.type", version)
        }
        if version <= 1 {
            try writer.writeStructs(self.ungroupedPartitionStates, version: version, flexible: false)
        } else {
            try requireDefault(self.ungroupedPartitionStates.isEmpty, "LeaderAndIsrRequest.ungroupedPartitionStates", version)
        }
        if version >= 2 {
            try writer.writeStructs(self.topicStates, version: version, flexible: flexible)
        } else {
            try requireDefault(self.topicStates.isEmpty, "LeaderAndIsrRequest.topicStates", version)
        }
        try writer.writeStructs(self.liveLeaders, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "LeaderAndIsrRequest.unknownTaggedFields", version)
        }
    }
}

extension LeaderAndIsrRequest {
    /// An element of `topicStates`.
    public struct LeaderAndIsrTopicState: WireStruct {
        public var topicName: String
        /// Versions 5+, dropped elsewhere.
        public var topicId: Uuid
        public var partitionStates: [LeaderAndIsrPartitionState]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicName: String = "",
            topicId: Uuid = .zero,
            partitionStates: [LeaderAndIsrPartitionState] = []
        ) {
            self.topicName = topicName
            self.topicId = topicId
            self.partitionStates = partitionStates
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            let topicName: String = try reader.readString(flexible: flexible)
            var topicId: Uuid = .zero
            if version >= 5 {
                topicId = try reader.readUuid()
            }
            let partitionStates: [LeaderAndIsrPartitionState] = try reader.readStructs(version: version, minimumSize: 26, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.topicName = topicName
            self.topicId = topicId
            self.partitionStates = partitionStates
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            try writer.writeString(self.topicName, flexible: flexible)
            if version >= 5 {
                writer.writeUuid(self.topicId)
            }
            try writer.writeStructs(self.partitionStates, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "LeaderAndIsrRequest.LeaderAndIsrTopicState.unknownTaggedFields", version)
            }
        }
    }
}

extension LeaderAndIsrRequest {
    /// An element of `liveLeaders`.
    public struct LeaderAndIsrLiveLeader: WireStruct {
        public var brokerId: Int32
        public var hostName: String
        public var port: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            brokerId: Int32 = 0,
            hostName: String = "",
            port: Int32 = 0
        ) {
            self.brokerId = brokerId
            self.hostName = hostName
            self.port = port
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            let brokerId: Int32 = try reader.readInt32()
            let hostName: String = try reader.readString(flexible: flexible)
            let port: Int32 = try reader.readInt32()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.brokerId = brokerId
            self.hostName = hostName
            self.port = port
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            writer.writeInt32(self.brokerId)
            try writer.writeString(self.hostName, flexible: flexible)
            writer.writeInt32(self.port)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "LeaderAndIsrRequest.LeaderAndIsrLiveLeader.unknownTaggedFields", version)
            }
        }
    }
}

extension LeaderAndIsrRequest {
    /// A struct that several fields share.
    public struct LeaderAndIsrPartitionState: WireStruct {
        /// Versions 0-1, dropped elsewhere.
        public var topicName: String
        public var partitionIndex: Int32
        public var controllerEpoch: Int32
        public var leader: Int32
        public var leaderEpoch: Int32
        public var isr: [Int32]
        public var partitionEpoch: Int32
        public var replicas: [Int32]
        /// Versions 3+, dropped elsewhere.
        public var addingReplicas: [Int32]
        /// Versions 3+, dropped elsewhere.
        public var removingReplicas: [Int32]
        /// Versions 1+, dropped elsewhere.
        public var isNew: Bool
        /// Versions 6+, must be the default elsewhere.
        public var leaderRecoveryState: Int8
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicName: String = "",
            partitionIndex: Int32 = 0,
            controllerEpoch: Int32 = 0,
            leader: Int32 = 0,
            leaderEpoch: Int32 = 0,
            isr: [Int32] = [],
            partitionEpoch: Int32 = 0,
            replicas: [Int32] = [],
            addingReplicas: [Int32] = [],
            removingReplicas: [Int32] = [],
            isNew: Bool = false,
            leaderRecoveryState: Int8 = 0
        ) {
            self.topicName = topicName
            self.partitionIndex = partitionIndex
            self.controllerEpoch = controllerEpoch
            self.leader = leader
            self.leaderEpoch = leaderEpoch
            self.isr = isr
            self.partitionEpoch = partitionEpoch
            self.replicas = replicas
            self.addingReplicas = addingReplicas
            self.removingReplicas = removingReplicas
            self.isNew = isNew
            self.leaderRecoveryState = leaderRecoveryState
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            var topicName: String = ""
            if version <= 1 {
                topicName = try reader.readString(flexible: false)
            }
            let partitionIndex: Int32 = try reader.readInt32()
            let controllerEpoch: Int32 = try reader.readInt32()
            let leader: Int32 = try reader.readInt32()
            let leaderEpoch: Int32 = try reader.readInt32()
            let isr: [Int32] = try reader.readArray(flexible: flexible)
            let partitionEpoch: Int32 = try reader.readInt32()
            let replicas: [Int32] = try reader.readArray(flexible: flexible)
            var addingReplicas: [Int32] = []
            var removingReplicas: [Int32] = []
            if version >= 3 {
                addingReplicas = try reader.readArray(flexible: flexible)
                removingReplicas = try reader.readArray(flexible: flexible)
            }
            var isNew: Bool = false
            if version >= 1 {
                isNew = try reader.readBool()
            }
            var leaderRecoveryState: Int8 = 0
            if version >= 6 {
                leaderRecoveryState = try reader.readInt8()
            }
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.topicName = topicName
            self.partitionIndex = partitionIndex
            self.controllerEpoch = controllerEpoch
            self.leader = leader
            self.leaderEpoch = leaderEpoch
            self.isr = isr
            self.partitionEpoch = partitionEpoch
            self.replicas = replicas
            self.addingReplicas = addingReplicas
            self.removingReplicas = removingReplicas
            self.isNew = isNew
            self.leaderRecoveryState = leaderRecoveryState
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            if version <= 1 {
                try writer.writeString(self.topicName, flexible: false)
            }
            writer.writeInt32(self.partitionIndex)
            writer.writeInt32(self.controllerEpoch)
            writer.writeInt32(self.leader)
            writer.writeInt32(self.leaderEpoch)
            try writer.writeArray(self.isr, flexible: flexible)
            writer.writeInt32(self.partitionEpoch)
            try writer.writeArray(self.replicas, flexible: flexible)
            if version >= 3 {
                try writer.writeArray(self.addingReplicas, flexible: flexible)
                try writer.writeArray(self.removingReplicas, flexible: flexible)
            }
            if version >= 1 {
                writer.writeBool(self.isNew)
            }
            if version >= 6 {
                writer.writeInt8(self.leaderRecoveryState)
            } else {
                try requireDefault(self.leaderRecoveryState == 0, "LeaderAndIsrRequest.LeaderAndIsrPartitionState.leaderRecoveryState", version)
            }
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "LeaderAndIsrRequest.LeaderAndIsrPartitionState.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of LeaderAndIsr (4), versions 0-7, flexible 4-7; Kafka 4 serves none.
///
/// A ZooKeeper-era controller tells a broker what it leads and follows.
public struct LeaderAndIsrResponse: ResponseMessage {
    public static var apiKey: ApiKey { .leaderAndIsr }
    public static var validVersions: ClosedRange<Int16> { 0...7 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 4 }

    public var errorCode: Int16
    /// Versions 0-4, must be the default elsewhere.
    public var partitionErrors: [LeaderAndIsrPartitionError]
    /// Versions 5+, must be the default elsewhere.
    public var topics: [LeaderAndIsrTopicError]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        errorCode: Int16 = 0,
        partitionErrors: [LeaderAndIsrPartitionError] = [],
        topics: [LeaderAndIsrTopicError] = []
    ) {
        self.errorCode = errorCode
        self.partitionErrors = partitionErrors
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        let errorCode: Int16 = try reader.readInt16()
        var partitionErrors: [LeaderAndIsrPartitionError] = []
        if version <= 4 {
            partitionErrors = try reader.readStructs(version: version, minimumSize: 8, flexible: flexible)
        }
        var topics: [LeaderAndIsrTopicError] = []
        if version >= 5 {
            topics = try reader.readStructs(version: version, minimumSize: 18, flexible: true)
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.errorCode = errorCode
        self.partitionErrors = partitionErrors
        self.topics = topics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        writer.writeInt16(self.errorCode)
        if version <= 4 {
            try writer.writeStructs(self.partitionErrors, version: version, flexible: flexible)
        } else {
            try requireDefault(self.partitionErrors.isEmpty, "LeaderAndIsrResponse.partitionErrors", version)
        }
        if version >= 5 {
            try writer.writeStructs(self.topics, version: version, flexible: true)
        } else {
            try requireDefault(self.topics.isEmpty, "LeaderAndIsrResponse.topics", version)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "LeaderAndIsrResponse.unknownTaggedFields", version)
        }
    }
}

extension LeaderAndIsrResponse {
    /// An element of `topics`.
    public struct LeaderAndIsrTopicError: WireStruct {
        /// Unique in its array.
        public var topicId: Uuid
        public var partitionErrors: [LeaderAndIsrPartitionError]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicId: Uuid = .zero,
            partitionErrors: [LeaderAndIsrPartitionError] = []
        ) {
            self.topicId = topicId
            self.partitionErrors = partitionErrors
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicId: Uuid = try reader.readUuid()
            let partitionErrors: [LeaderAndIsrPartitionError] = try reader.readStructs(version: version, minimumSize: 7, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicId = topicId
            self.partitionErrors = partitionErrors
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeUuid(self.topicId)
            try writer.writeStructs(self.partitionErrors, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension LeaderAndIsrResponse {
    /// A struct that several fields share.
    public struct LeaderAndIsrPartitionError: WireStruct {
        /// Versions 0-4, dropped elsewhere.
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
            let flexible = version >= 4
            var topicName: String = ""
            if version <= 4 {
                topicName = try reader.readString(flexible: flexible)
            }
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
            let flexible = version >= 4
            if version <= 4 {
                try writer.writeString(self.topicName, flexible: flexible)
            }
            writer.writeInt32(self.partitionIndex)
            writer.writeInt16(self.errorCode)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "LeaderAndIsrResponse.LeaderAndIsrPartitionError.unknownTaggedFields", version)
            }
        }
    }
}
