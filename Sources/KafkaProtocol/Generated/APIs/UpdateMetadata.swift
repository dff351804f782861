// Generated from protocol-specs/APIs/UpdateMetadata.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of UpdateMetadata (6), versions 0-8, flexible 6-8; Kafka 4 serves none.
///
/// A ZooKeeper-era controller spreads the cluster metadata.
public struct UpdateMetadataRequest: RequestMessage {
    public typealias Response = UpdateMetadataResponse
    public static var apiKey: ApiKey { .updateMetadata }
    public static var validVersions: ClosedRange<Int16> { 0...8 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 6 }

    public var controllerId: Int32
    /// Versions 8+, must be the default elsewhere.
    public var isKRaftController: Bool
    /// Versions 8+, tag 0, must be the default elsewhere.
    public var type: Int8
    public var controllerEpoch: Int32
    /// Versions 5+, dropped elsewhere.
    public var brokerEpoch: Int64
    /// Versions 0-4, must be the default elsewhere.
    public var ungroupedPartitionStates: [UpdateMetadataPartitionState]
    /// Versions 5+, must be the default elsewhere.
    public var topicStates: [UpdateMetadataTopicState]
    public var liveBrokers: [UpdateMetadataBroker]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        controllerId: Int32 = 0,
        isKRaftController: Bool = false,
        type: Int8 = 0,
        controllerEpoch: Int32 = 0,
        brokerEpoch: Int64 = -1,
        ungroupedPartitionStates: [UpdateMetadataPartitionState] = [],
        topicStates: [UpdateMetadataTopicState] = [],
        liveBrokers: [UpdateMetadataBroker] = []
    ) {
        self.controllerId = controllerId
        self.isKRaftController = isKRaftController
        self.type = type
        self.controllerEpoch = controllerEpoch
        self.brokerEpoch = brokerEpoch
        self.ungroupedPartitionStates = ungroupedPartitionStates
        self.topicStates = topicStates
        self.liveBrokers = liveBrokers
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 6
        let controllerId: Int32 = try reader.readInt32()
        var isKRaftController: Bool = false
        if version >= 8 {
            isKRaftController = try reader.readBool()
        }
        let controllerEpoch: Int32 = try reader.readInt32()
        var brokerEpoch: Int64 = -1
        if version >= 5 {
            brokerEpoch = try reader.readInt64()
        }
        var ungroupedPartitionStates: [UpdateMetadataPartitionState] = []
        if version <= 4 {
            ungroupedPartitionStates = try reader.readStructs(version: version, minimumSize: 30, flexible: false)
        }
        var topicStates: [UpdateMetadataTopicState] = []
        if version >= 5 {
            topicStates = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        }
        let liveBrokers: [UpdateMetadataBroker] = try reader.readStructs(version: version, minimumSize: 7, flexible: flexible)
        var type: Int8 = 0
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            var tags = try reader.startTaggedFields()
            while let tag = try reader.nextTag(&tags) {
                switch tag {
                case 0 where version >= 8: type = try reader.readInt8()
                default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
                }
            }
        }
        self.controllerId = controllerId
        self.isKRaftController = isKRaftController
        self.type = type
        self.controllerEpoch = controllerEpoch
        self.brokerEpoch = brokerEpoch
        self.ungroupedPartitionStates = ungroupedPartitionStates
        self.topicStates = topicStates
        self.liveBrokers = liveBrokers
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 6
        writer.writeInt32(self.controllerId)
        if version >= 8 {
            writer.writeBool(self.isKRaftController)
        } else {
            try requireDefault(!self.isKRaftController, "UpdateMetadataRequest.isKRaftController", version)
        }
        writer.writeInt32(self.controllerEpoch)
        if version >= 5 {
            writer.writeInt64(self.brokerEpoch)
        }
        if version <= 4 {
            try writer.writeStructs(self.ungroupedPartitionStates, version: version, flexible: false)
        } else {
            try requireDefault(self.ungroupedPartitionStates.isEmpty, "UpdateMetadataRequest.ungroupedPartitionStates", version)
        }
        if version >= 5 {
            try writer.writeStructs(self.topicStates, version: version, flexible: flexible)
        } else {
            try requireDefault(self.topicStates.isEmpty, "UpdateMetadataRequest.topicStates", version)
        }
        try writer.writeStructs(self.liveBrokers, version: version, flexible: flexible)
        if version < 8 {
            try requireDefault(self.type == 0, "UpdateMetadataRequest.type", version)
        }
        if flexible {
            var tagCount = self.unknownTaggedFields.count
            if version >= 8, self.type != 0 { tagCount &+= 1 }
            writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
            var nextUnknown = 0
            if version >= 8, self.type != 0 {
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
                let tag = writer.openTag(0)
                writer.writeInt8(self.type)
                try writer.closeTag(tag)
            }
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "UpdateMetadataRequest.unknownTaggedFields", version)
        }
    }
}

extension UpdateMetadataRequest {
    /// An element of `topicStates`.
    public struct UpdateMetadataTopicState: WireStruct {
        public var topicName: String
        /// Versions 7+, dropped elsewhere.
        public var topicId: Uuid
        public var partitionStates: [UpdateMetadataPartitionState]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicName: String = "",
            topicId: Uuid = .zero,
            partitionStates: [UpdateMetadataPartitionState] = []
        ) {
            self.topicName = topicName
            self.topicId = topicId
            self.partitionStates = partitionStates
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            let topicName: String = try reader.readString(flexible: flexible)
            var topicId: Uuid = .zero
            if version >= 7 {
                topicId = try reader.readUuid()
            }
            let partitionStates: [UpdateMetadataPartitionState] = try reader.readStructs(version: version, minimumSize: 24, flexible: flexible)
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
            let flexible = version >= 6
            try writer.writeString(self.topicName, flexible: flexible)
            if version >= 7 {
                writer.writeUuid(self.topicId)
            }
            try writer.writeStructs(self.partitionStates, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "UpdateMetadataRequest.UpdateMetadataTopicState.unknownTaggedFields", version)
            }
        }
    }
}

extension UpdateMetadataRequest {
    /// An element of `liveBrokers`.
    public struct UpdateMetadataBroker: WireStruct {
        public var id: Int32
        /// Versions 0, dropped elsewhere.
        public var v0Host: String
        /// Versions 0, dropped elsewhere.
        public var v0Port: Int32
        /// Versions 1+, dropped elsewhere.
        public var endpoints: [UpdateMetadataEndpoint]
        /// Versions 2+, dropped elsewhere.
        public var rack: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            id: Int32 = 0,
            v0Host: String = "",
            v0Port: Int32 = 0,
            endpoints: [UpdateMetadataEndpoint] = [],
            rack: String? = ""
        ) {
            self.id = id
            self.v0Host = v0Host
            self.v0Port = v0Port
            self.endpoints = endpoints
            self.rack = rack
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            let id: Int32 = try reader.readInt32()
            var v0Host: String = ""
            var v0Port: Int32 = 0
            if version <= 0 {
                v0Host = try reader.readString(flexible: false)
                v0Port = try reader.readInt32()
            }
            var endpoints: [UpdateMetadataEndpoint] = []
            if version >= 1 {
                endpoints = try reader.readStructs(version: version, minimumSize: 8, flexible: flexible)
            }
            var rack: String? = ""
            if version >= 2 {
                rack = try reader.readNullableString(flexible: flexible)
            }
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.id = id
            self.v0Host = v0Host
            self.v0Port = v0Port
            self.endpoints = endpoints
            self.rack = rack
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            writer.writeInt32(self.id)
            if version <= 0 {
                try writer.writeString(self.v0Host, flexible: false)
                writer.writeInt32(self.v0Port)
            }
            if version >= 1 {
                try writer.writeStructs(self.endpoints, version: version, flexible: flexible)
            }
            if version >= 2 {
                try writer.writeNullableString(self.rack, flexible: flexible)
            }
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "UpdateMetadataRequest.UpdateMetadataBroker.unknownTaggedFields", version)
            }
        }
    }
}

extension UpdateMetadataRequest {
    /// An element of `endpoints`.
    public struct UpdateMetadataEndpoint: WireStruct {
        public var port: Int32
        public var host: String
        /// Versions 3+, dropped elsewhere.
        public var listener: String
        public var securityProtocol: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            port: Int32 = 0,
            host: String = "",
            listener: String = "",
            securityProtocol: Int16 = 0
        ) {
            self.port = port
            self.host = host
            self.listener = listener
            self.securityProtocol = securityProtocol
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            let port: Int32 = try reader.readInt32()
            let host: String = try reader.readString(flexible: flexible)
            var listener: String = ""
            if version >= 3 {
                listener = try reader.readString(flexible: flexible)
            }
            let securityProtocol: Int16 = try reader.readInt16()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.port = port
            self.host = host
            self.listener = listener
            self.securityProtocol = securityProtocol
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            writer.writeInt32(self.port)
            try writer.writeString(self.host, flexible: flexible)
            if version >= 3 {
                try writer.writeString(self.listener, flexible: flexible)
            }
            writer.writeInt16(self.securityProtocol)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "UpdateMetadataRequest.UpdateMetadataEndpoint.unknownTaggedFields", version)
            }
        }
    }
}

extension UpdateMetadataRequest {
    /// A struct that several fields share.
    public struct UpdateMetadataPartitionState: WireStruct {
        /// Versions 0-4, dropped elsewhere.
        public var topicName: String
        public var partitionIndex: Int32
        public var controllerEpoch: Int32
        public var leader: Int32
        public var leaderEpoch: Int32
        public var isr: [Int32]
        public var zkVersion: Int32
        public var replicas: [Int32]
        /// Versions 4+, dropped elsewhere.
        public var offlineReplicas: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicName: String = "",
            partitionIndex: Int32 = 0,
            controllerEpoch: Int32 = 0,
            leader: Int32 = 0,
            leaderEpoch: Int32 = 0,
            isr: [Int32] = [],
            zkVersion: Int32 = 0,
            replicas: [Int32] = [],
            offlineReplicas: [Int32] = []
        ) {
            self.topicName = topicName
            self.partitionIndex = partitionIndex
            self.controllerEpoch = controllerEpoch
            self.leader = leader
            self.leaderEpoch = leaderEpoch
            self.isr = isr
            self.zkVersion = zkVersion
            self.replicas = replicas
            self.offlineReplicas = offlineReplicas
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            var topicName: String = ""
            if version <= 4 {
                topicName = try reader.readString(flexible: false)
            }
            let partitionIndex: Int32 = try reader.readInt32()
            let controllerEpoch: Int32 = try reader.readInt32()
            let leader: Int32 = try reader.readInt32()
            let leaderEpoch: Int32 = try reader.readInt32()
            let isr: [Int32] = try reader.readArray(flexible: flexible)
            let zkVersion: Int32 = try reader.readInt32()
            let replicas: [Int32] = try reader.readArray(flexible: flexible)
            var offlineReplicas: [Int32] = []
            if version >= 4 {
                offlineReplicas = try reader.readArray(flexible: flexible)
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
            self.zkVersion = zkVersion
            self.replicas = replicas
            self.offlineReplicas = offlineReplicas
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            if version <= 4 {
                try writer.writeString(self.topicName, flexible: false)
            }
            writer.writeInt32(self.partitionIndex)
            writer.writeInt32(self.controllerEpoch)
            writer.writeInt32(self.leader)
            writer.writeInt32(self.leaderEpoch)
            try writer.writeArray(self.isr, flexible: flexible)
            writer.writeInt32(self.zkVersion)
            try writer.writeArray(self.replicas, flexible: flexible)
            if version >= 4 {
                try writer.writeArray(self.offlineReplicas, flexible: flexible)
            }
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "UpdateMetadataRequest.UpdateMetadataPartitionState.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of UpdateMetadata (6), versions 0-8, flexible 6-8; Kafka 4 serves none.
///
/// A ZooKeeper-era controller spreads the cluster metadata.
public struct UpdateMetadataResponse: ResponseMessage {
    public static var apiKey: ApiKey { .updateMetadata }
    public static var validVersions: ClosedRange<Int16> { 0...8 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 6 }

    public var errorCode: Int16
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        errorCode: Int16 = 0
    ) {
        self.errorCode = errorCode
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 6
        let errorCode: Int16 = try reader.readInt16()
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.errorCode = errorCode
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 6
        writer.writeInt16(self.errorCode)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "UpdateMetadataResponse.unknownTaggedFields", version)
        }
    }
}
