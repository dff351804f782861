// Generated from protocol-specs/APIs/ShareFetch.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of ShareFetch (78), versions 0-2, flexible 0-2; Kafka 4.3 serves 1-2.
///
/// Acquires records for a share group and acknowledges earlier ones (KIP-932).
public struct ShareFetchRequest: RequestMessage {
    public typealias Response = ShareFetchResponse
    public static var apiKey: ApiKey { .shareFetch }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var groupId: String?
    public var memberId: String?
    public var shareSessionEpoch: Int32
    public var maxWaitMs: Int32
    public var minBytes: Int32
    public var maxBytes: Int32
    /// Versions 1+, must be the default elsewhere.
    public var maxRecords: Int32
    /// Versions 1+, must be the default elsewhere.
    public var batchSize: Int32
    /// Versions 2+, dropped elsewhere.
    public var shareAcquireMode: Int8
    /// Versions 2+, must be the default elsewhere.
    public var isRenewAck: Bool
    public var topics: [FetchTopic]
    public var forgottenTopicsData: [ForgottenTopic]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        groupId: String? = nil,
        memberId: String? = "",
        shareSessionEpoch: Int32 = 0,
        maxWaitMs: Int32 = 0,
        minBytes: Int32 = 0,
        maxBytes: Int32 = 0x7fffffff,
        maxRecords: Int32 = 0,
        batchSize: Int32 = 0,
        shareAcquireMode: Int8 = 0,
        isRenewAck: Bool = false,
        topics: [FetchTopic] = [],
        forgottenTopicsData: [ForgottenTopic] = []
    ) {
        self.groupId = groupId
        self.memberId = memberId
        self.shareSessionEpoch = shareSessionEpoch
        self.maxWaitMs = maxWaitMs
        self.minBytes = minBytes
        self.maxBytes = maxBytes
        self.maxRecords = maxRecords
        self.batchSize = batchSize
        self.shareAcquireMode = shareAcquireMode
        self.isRenewAck = isRenewAck
        self.topics = topics
        self.forgottenTopicsData = forgottenTopicsData
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let groupId: String? = try reader.readNullableString(flexible: true)
        let memberId: String? = try reader.readNullableString(flexible: true)
        let shareSessionEpoch: Int32 = try reader.readInt32()
        let maxWaitMs: Int32 = try reader.readInt32()
        let minBytes: Int32 = try reader.readInt32()
        let maxBytes: Int32 = try reader.readInt32()
        var maxRecords: Int32 = 0
        var batchSize: Int32 = 0
        if version >= 1 {
            maxRecords = try reader.readInt32()
            batchSize = try reader.readInt32()
        }
        var shareAcquireMode: Int8 = 0
        var isRenewAck: Bool = false
        if version >= 2 {
            shareAcquireMode = try reader.readInt8()
            isRenewAck = try reader.readBool()
        }
        let topics: [FetchTopic] = try reader.readStructs(version: version, minimumSize: 18, flexible: true)
        let forgottenTopicsData: [ForgottenTopic] = try reader.readStructs(version: version, minimumSize: 18, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.groupId = groupId
        self.memberId = memberId
        self.shareSessionEpoch = shareSessionEpoch
        self.maxWaitMs = maxWaitMs
        self.minBytes = minBytes
        self.maxBytes = maxBytes
        self.maxRecords = maxRecords
        self.batchSize = batchSize
        self.shareAcquireMode = shareAcquireMode
        self.isRenewAck = isRenewAck
        self.topics = topics
        self.forgottenTopicsData = forgottenTopicsData
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeNullableString(self.groupId, flexible: true)
        try writer.writeNullableString(self.memberId, flexible: true)
        writer.writeInt32(self.shareSessionEpoch)
        writer.writeInt32(self.maxWaitMs)
        writer.writeInt32(self.minBytes)
        writer.writeInt32(self.maxBytes)
        if version >= 1 {
            writer.writeInt32(self.maxRecords)
            writer.writeInt32(self.batchSize)
        } else {
            try requireDefault(self.maxRecords == 0, "ShareFetchRequest.maxRecords", version)
            try requireDefault(self.batchSize == 0, "ShareFetchRequest.batchSize", version)
        }
        if version >= 2 {
            writer.writeInt8(self.shareAcquireMode)
            writer.writeBool(self.isRenewAck)
        } else {
            try requireDefault(!self.isRenewAck, "ShareFetchRequest.isRenewAck", version)
        }
        try writer.writeStructs(self.topics, version: version, flexible: true)
        try writer.writeStructs(self.forgottenTopicsData, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension ShareFetchRequest {
    /// An element of `topics`.
    public struct FetchTopic: WireStruct {
        /// Unique in its array.
        public var topicId: Uuid
        public var partitions: [FetchPartition]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicId: Uuid = .zero,
            partitions: [FetchPartition] = []
        ) {
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicId: Uuid = try reader.readUuid()
            let partitions: [FetchPartition] = try reader.readStructs(version: version, minimumSize: 6, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeUuid(self.topicId)
            try writer.writeStructs(self.partitions, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension ShareFetchRequest {
    /// An element of `partitions`.
    public struct FetchPartition: WireStruct {
        /// Unique in its array.
        public var partitionIndex: Int32
        /// Versions 0, must be the default elsewhere.
        public var partitionMaxBytes: Int32
        public var acknowledgementBatches: [AcknowledgementBatch]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            partitionMaxBytes: Int32 = 0,
            acknowledgementBatches: [AcknowledgementBatch] = []
        ) {
            self.partitionIndex = partitionIndex
            self.partitionMaxBytes = partitionMaxBytes
            self.acknowledgementBatches = acknowledgementBatches
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partitionIndex: Int32 = try reader.readInt32()
            var partitionMaxBytes: Int32 = 0
            if version <= 0 {
                partitionMaxBytes = try reader.readInt32()
            }
            let acknowledgementBatches: [AcknowledgementBatch] = try reader.readStructs(version: version, minimumSize: 18, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.partitionIndex = partitionIndex
            self.partitionMaxBytes = partitionMaxBytes
            self.acknowledgementBatches = acknowledgementBatches
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partitionIndex)
            if version <= 0 {
                writer.writeInt32(self.partitionMaxBytes)
            } else {
                try requireDefault(self.partitionMaxBytes == 0, "ShareFetchRequest.FetchPartition.partitionMaxBytes", version)
            }
            try writer.writeStructs(self.acknowledgementBatches, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension ShareFetchRequest {
    /// An element of `acknowledgementBatches`.
    public struct AcknowledgementBatch: WireStruct {
        public var firstOffset: Int64
        public var lastOffset: Int64
        public var acknowledgeTypes: [Int8]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            firstOffset: Int64 = 0,
            lastOffset: Int64 = 0,
            acknowledgeTypes: [Int8] = []
        ) {
            self.firstOffset = firstOffset
            self.lastOffset = lastOffset
            self.acknowledgeTypes = acknowledgeTypes
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let firstOffset: Int64 = try reader.readInt64()
            let lastOffset: Int64 = try reader.readInt64()
            let acknowledgeTypes: [Int8] = try reader.readArray(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.firstOffset = firstOffset
            self.lastOffset = lastOffset
            self.acknowledgeTypes = acknowledgeTypes
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt64(self.firstOffset)
            writer.writeInt64(self.lastOffset)
            try writer.writeArray(self.acknowledgeTypes, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension ShareFetchRequest {
    /// An element of `forgottenTopicsData`.
    public struct ForgottenTopic: WireStruct {
        public var topicId: Uuid
        public var partitions: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicId: Uuid = .zero,
            partitions: [Int32] = []
        ) {
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicId: Uuid = try reader.readUuid()
            let partitions: [Int32] = try reader.readArray(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeUuid(self.topicId)
            try writer.writeArray(self.partitions, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of ShareFetch (78), versions 0-2, flexible 0-2; Kafka 4.3 serves 1-2.
///
/// Acquires records for a share group and acknowledges earlier ones (KIP-932).
public struct ShareFetchResponse: ResponseMessage {
    public static var apiKey: ApiKey { .shareFetch }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var errorMessage: String?
    /// Versions 1+, must be the default elsewhere.
    public var acquisitionLockTimeoutMs: Int32
    public var responses: [ShareFetchableTopicResponse]
    public var nodeEndpoints: [NodeEndpoint]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        errorMessage: String? = nil,
        acquisitionLockTimeoutMs: Int32 = 0,
        responses: [ShareFetchableTopicResponse] = [],
        nodeEndpoints: [NodeEndpoint] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.acquisitionLockTimeoutMs = acquisitionLockTimeoutMs
        self.responses = responses
        self.nodeEndpoints = nodeEndpoints
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let errorMessage: String? = try reader.readNullableString(flexible: true)
        var acquisitionLockTimeoutMs: Int32 = 0
        if version >= 1 {
            acquisitionLockTimeoutMs = try reader.readInt32()
        }
        let responses: [ShareFetchableTopicResponse] = try reader.readStructs(version: version, minimumSize: 18, flexible: true)
        let nodeEndpoints: [NodeEndpoint] = try reader.readStructs(version: version, minimumSize: 11, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.acquisitionLockTimeoutMs = acquisitionLockTimeoutMs
        self.responses = responses
        self.nodeEndpoints = nodeEndpoints
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        try writer.writeNullableString(self.errorMessage, flexible: true)
        if version >= 1 {
            writer.writeInt32(self.acquisitionLockTimeoutMs)
        } else {
            try requireDefault(self.acquisitionLockTimeoutMs == 0, "ShareFetchResponse.acquisitionLockTimeoutMs", version)
        }
        try writer.writeStructs(self.responses, version: version, flexible: true)
        try writer.writeStructs(self.nodeEndpoints, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension ShareFetchResponse {
    /// An element of `responses`.
    public struct ShareFetchableTopicResponse: WireStruct {
        /// Unique in its array.
        public var topicId: Uuid
        public var partitions: [PartitionData]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicId: Uuid = .zero,
            partitions: [PartitionData] = []
        ) {
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicId: Uuid = try reader.readUuid()
            let partitions: [PartitionData] = try reader.readStructs(version: version, minimumSize: 22, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeUuid(self.topicId)
            try writer.writeStructs(self.partitions, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension ShareFetchResponse {
    /// An element of `partitions`.
    public struct PartitionData: WireStruct {
        public var partitionIndex: Int32
        public var errorCode: Int16
        public var errorMessage: String?
        public var acknowledgeErrorCode: Int16
        public var acknowledgeErrorMessage: String?
        public var currentLeader: LeaderIdAndEpoch
        /// Null in versions 0.
        public var records: Records?
        public var acquiredRecords: [AcquiredRecords]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            errorCode: Int16 = 0,
            errorMessage: String? = nil,
            acknowledgeErrorCode: Int16 = 0,
            acknowledgeErrorMessage: String? = nil,
            currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch(),
            records: Records? = nil,
            acquiredRecords: [AcquiredRecords] = []
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.acknowledgeErrorCode = acknowledgeErrorCode
            self.acknowledgeErrorMessage = acknowledgeErrorMessage
            self.currentLeader = currentLeader
            self.records = records
            self.acquiredRecords = acquiredRecords
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partitionIndex: Int32 = try reader.readInt32()
            let errorCode: Int16 = try reader.readInt16()
            let errorMessage: String? = try reader.readNullableString(flexible: true)
            let acknowledgeErrorCode: Int16 = try reader.readInt16()
            let acknowledgeErrorMessage: String? = try reader.readNullableString(flexible: true)
            let currentLeader: LeaderIdAndEpoch = try reader.readStruct(LeaderIdAndEpoch.self, version: version)
            let records: Records? = try reader.readNullableRecords(flexible: true, nullable: version <= 0)
            let acquiredRecords: [AcquiredRecords] = try reader.readStructs(version: version, minimumSize: 19, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.acknowledgeErrorCode = acknowledgeErrorCode
            self.acknowledgeErrorMessage = acknowledgeErrorMessage
            self.currentLeader = currentLeader
            self.records = records
            self.acquiredRecords = acquiredRecords
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partitionIndex)
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.errorMessage, flexible: true)
            writer.writeInt16(self.acknowledgeErrorCode)
            try writer.writeNullableString(self.acknowledgeErrorMessage, flexible: true)
            try self.currentLeader.write(to: &writer, version: version)
            try writer.writeNullableRecords(self.records, flexible: true, nullable: version <= 0)
            try writer.writeStructs(self.acquiredRecords, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension ShareFetchResponse {
    /// The value of `currentLeader`.
    public struct LeaderIdAndEpoch: WireStruct {
        public var leaderId: Int32
        public var leaderEpoch: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            leaderId: Int32 = 0,
            leaderEpoch: Int32 = 0
        ) {
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let leaderId: Int32 = try reader.readInt32()
            let leaderEpoch: Int32 = try reader.readInt32()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.leaderId)
            writer.writeInt32(self.leaderEpoch)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension ShareFetchResponse {
    /// An element of `acquiredRecords`.
    public struct AcquiredRecords: WireStruct {
        public var firstOffset: Int64
        public var lastOffset: Int64
        public var deliveryCount: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            firstOffset: Int64 = 0,
            lastOffset: Int64 = 0,
            deliveryCount: Int16 = 0
        ) {
            self.firstOffset = firstOffset
            self.lastOffset = lastOffset
            self.deliveryCount = deliveryCount
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let firstOffset: Int64 = try reader.readInt64()
            let lastOffset: Int64 = try reader.readInt64()
            let deliveryCount: Int16 = try reader.readInt16()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.firstOffset = firstOffset
            self.lastOffset = lastOffset
            self.deliveryCount = deliveryCount
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt64(self.firstOffset)
            writer.writeInt64(self.lastOffset)
            writer.writeInt16(self.deliveryCount)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension ShareFetchResponse {
    /// An element of `nodeEndpoints`.
    public struct NodeEndpoint: WireStruct {
        /// Unique in its array.
        public var nodeId: Int32
        public var host: String
        public var port: Int32
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
            let nodeId: Int32 = try reader.readInt32()
            let host: String = try reader.readString(flexible: true)
            let port: Int32 = try reader.readInt32()
            let rack: String? = try reader.readNullableString(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.nodeId = nodeId
            self.host = host
            self.port = port
            self.rack = rack
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.nodeId)
            try writer.writeString(self.host, flexible: true)
            writer.writeInt32(self.port)
            try writer.writeNullableString(self.rack, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
