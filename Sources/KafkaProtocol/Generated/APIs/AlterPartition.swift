// Generated from protocol-specs/APIs/AlterPartition.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of AlterPartition (56), versions 0-3, flexible 0-3; Kafka 4.3 serves 2-3.
///
/// A leader asks the controller to change the in-sync replicas.
public struct AlterPartitionRequest: RequestMessage {
    public typealias Response = AlterPartitionResponse
    public static var apiKey: ApiKey { .alterPartition }
    public static var validVersions: ClosedRange<Int16> { 0...3 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var brokerId: Int32
    public var brokerEpoch: Int64
    public var topics: [TopicData]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        brokerId: Int32 = 0,
        brokerEpoch: Int64 = -1,
        topics: [TopicData] = []
    ) {
        self.brokerId = brokerId
        self.brokerEpoch = brokerEpoch
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let brokerId: Int32 = try reader.readInt32()
        let brokerEpoch: Int64 = try reader.readInt64()
        let topics: [TopicData] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.brokerId = brokerId
        self.brokerEpoch = brokerEpoch
        self.topics = topics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.brokerId)
        writer.writeInt64(self.brokerEpoch)
        try writer.writeStructs(self.topics, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension AlterPartitionRequest {
    /// An element of `topics`.
    public struct TopicData: WireStruct {
        /// Versions 0-1, dropped elsewhere.
        public var topicName: String
        /// Versions 2+, dropped elsewhere.
        public var topicId: Uuid
        public var partitions: [PartitionData]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicName: String = "",
            topicId: Uuid = .zero,
            partitions: [PartitionData] = []
        ) {
            self.topicName = topicName
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            var topicName: String = ""
            if version <= 1 {
                topicName = try reader.readString(flexible: true)
            }
            var topicId: Uuid = .zero
            if version >= 2 {
                topicId = try reader.readUuid()
            }
            let partitions: [PartitionData] = try reader.readStructs(version: version, minimumSize: 14, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicName = topicName
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            if version <= 1 {
                try writer.writeString(self.topicName, flexible: true)
            }
            if version >= 2 {
                writer.writeUuid(self.topicId)
            }
            try writer.writeStructs(self.partitions, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension AlterPartitionRequest {
    /// An element of `partitions`.
    public struct PartitionData: WireStruct {
        public var partitionIndex: Int32
        public var leaderEpoch: Int32
        /// Versions 0-2, must be the default elsewhere.
        public var newIsr: [Int32]
        /// Versions 3+, must be the default elsewhere.
        public var newIsrWithEpochs: [BrokerState]
        /// Versions 1+, must be the default elsewhere.
        public var leaderRecoveryState: Int8
        public var partitionEpoch: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            leaderEpoch: Int32 = 0,
            newIsr: [Int32] = [],
            newIsrWithEpochs: [BrokerState] = [],
            leaderRecoveryState: Int8 = 0,
            partitionEpoch: Int32 = 0
        ) {
            self.partitionIndex = partitionIndex
            self.leaderEpoch = leaderEpoch
            self.newIsr = newIsr
            self.newIsrWithEpochs = newIsrWithEpochs
            self.leaderRecoveryState = leaderRecoveryState
            self.partitionEpoch = partitionEpoch
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partitionIndex: Int32 = try reader.readInt32()
            let leaderEpoch: Int32 = try reader.readInt32()
            var newIsr: [Int32] = []
            if version <= 2 {
                newIsr = try reader.readArray(flexible: true)
            }
            var newIsrWithEpochs: [BrokerState] = []
            if version >= 3 {
                newIsrWithEpochs = try reader.readStructs(version: version, minimumSize: 13, flexible: true)
            }
            var leaderRecoveryState: Int8 = 0
            if version >= 1 {
                leaderRecoveryState = try reader.readInt8()
            }
            let partitionEpoch: Int32 = try reader.readInt32()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.partitionIndex = partitionIndex
            self.leaderEpoch = leaderEpoch
            self.newIsr = newIsr
            self.newIsrWithEpochs = newIsrWithEpochs
            self.leaderRecoveryState = leaderRecoveryState
            self.partitionEpoch = partitionEpoch
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partitionIndex)
            writer.writeInt32(self.leaderEpoch)
            if version <= 2 {
                try writer.writeArray(self.newIsr, flexible: true)
            } else {
                try requireDefault(self.newIsr.isEmpty, "AlterPartitionRequest.PartitionData.newIsr", version)
            }
            if version >= 3 {
                try writer.writeStructs(self.newIsrWithEpochs, version: version, flexible: true)
            } else {
                try requireDefault(self.newIsrWithEpochs.isEmpty, "AlterPartitionRequest.PartitionData.newIsrWithEpochs", version)
            }
            if version >= 1 {
                writer.writeInt8(self.leaderRecoveryState)
            } else {
                try requireDefault(self.leaderRecoveryState == 0, "AlterPartitionRequest.PartitionData.leaderRecoveryState", version)
            }
            writer.writeInt32(self.partitionEpoch)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension AlterPartitionRequest {
    /// An element of `newIsrWithEpochs`.
    public struct BrokerState: WireStruct {
        public var brokerId: Int32
        public var brokerEpoch: Int64
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            brokerId: Int32 = 0,
            brokerEpoch: Int64 = -1
        ) {
            self.brokerId = brokerId
            self.brokerEpoch = brokerEpoch
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let brokerId: Int32 = try reader.readInt32()
            let brokerEpoch: Int64 = try reader.readInt64()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.brokerId = brokerId
            self.brokerEpoch = brokerEpoch
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.brokerId)
            writer.writeInt64(self.brokerEpoch)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of AlterPartition (56), versions 0-3, flexible 0-3; Kafka 4.3 serves 2-3.
///
/// A leader asks the controller to change the in-sync replicas.
public struct AlterPartitionResponse: ResponseMessage {
    public static var apiKey: ApiKey { .alterPartition }
    public static var validVersions: ClosedRange<Int16> { 0...3 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var topics: [TopicData]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        topics: [TopicData] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let topics: [TopicData] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.topics = topics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        try writer.writeStructs(self.topics, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension AlterPartitionResponse {
    /// An element of `topics`.
    public struct TopicData: WireStruct {
        /// Versions 0-1, dropped elsewhere.
        public var topicName: String
        /// Versions 2+, dropped elsewhere.
        public var topicId: Uuid
        public var partitions: [PartitionData]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicName: String = "",
            topicId: Uuid = .zero,
            partitions: [PartitionData] = []
        ) {
            self.topicName = topicName
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            var topicName: String = ""
            if version <= 1 {
                topicName = try reader.readString(flexible: true)
            }
            var topicId: Uuid = .zero
            if version >= 2 {
                topicId = try reader.readUuid()
            }
            let partitions: [PartitionData] = try reader.readStructs(version: version, minimumSize: 20, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicName = topicName
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            if version <= 1 {
                try writer.writeString(self.topicName, flexible: true)
            }
            if version >= 2 {
                writer.writeUuid(self.topicId)
            }
            try writer.writeStructs(self.partitions, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension AlterPartitionResponse {
    /// An element of `partitions`.
    public struct PartitionData: WireStruct {
        public var partitionIndex: Int32
        public var errorCode: Int16
        public var leaderId: Int32
        public var leaderEpoch: Int32
        public var isr: [Int32]
        /// Versions 1+, dropped elsewhere.
        public var leaderRecoveryState: Int8
        public var partitionEpoch: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            errorCode: Int16 = 0,
            leaderId: Int32 = 0,
            leaderEpoch: Int32 = 0,
            isr: [Int32] = [],
            leaderRecoveryState: Int8 = 0,
            partitionEpoch: Int32 = 0
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.isr = isr
            self.leaderRecoveryState = leaderRecoveryState
            self.partitionEpoch = partitionEpoch
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partitionIndex: Int32 = try reader.readInt32()
            let errorCode: Int16 = try reader.readInt16()
            let leaderId: Int32 = try reader.readInt32()
            let leaderEpoch: Int32 = try reader.readInt32()
            let isr: [Int32] = try reader.readArray(flexible: true)
            var leaderRecoveryState: Int8 = 0
            if version >= 1 {
                leaderRecoveryState = try reader.readInt8()
            }
            let partitionEpoch: Int32 = try reader.readInt32()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.isr = isr
            self.leaderRecoveryState = leaderRecoveryState
            self.partitionEpoch = partitionEpoch
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partitionIndex)
            writer.writeInt16(self.errorCode)
            writer.writeInt32(self.leaderId)
            writer.writeInt32(self.leaderEpoch)
            try writer.writeArray(self.isr, flexible: true)
            if version >= 1 {
                writer.writeInt8(self.leaderRecoveryState)
            }
            writer.writeInt32(self.partitionEpoch)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
