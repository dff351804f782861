// Generated from protocol-specs/APIs/Fetch.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of Fetch (1), versions 0-18, flexible 12-18; Kafka 4.3 serves 4-18.
///
/// Reads record batches from partitions; in a session a request names only what changed.
public struct FetchRequest: RequestMessage {
    public typealias Response = FetchResponse
    public static var apiKey: ApiKey { .fetch }
    public static var validVersions: ClosedRange<Int16> { 0...18 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 12 }

    /// Versions 12+, tag 0, dropped elsewhere.
    public var clusterId: String?
    /// Versions 0-14, must be the default elsewhere.
    public var replicaId: Int32
    /// Versions 15+, tag 1, must be the default elsewhere.
    public var replicaState: ReplicaState
    public var maxWaitMs: Int32
    public var minBytes: Int32
    /// Versions 3+, dropped elsewhere.
    public var maxBytes: Int32
    /// Versions 4+, dropped elsewhere.
    public var isolationLevel: Int8
    /// Versions 7+, dropped elsewhere.
    public var sessionId: Int32
    /// Versions 7+, dropped elsewhere.
    public var sessionEpoch: Int32
    public var topics: [FetchTopic]
    /// Versions 7+, must be the default elsewhere.
    public var forgottenTopicsData: [ForgottenTopic]
    /// Versions 11+, dropped elsewhere.
    public var rackId: String
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        clusterId: String? = nil,
        replicaId: Int32 = -1,
        replicaState: ReplicaState = ReplicaState(),
        maxWaitMs: Int32 = 0,
        minBytes: Int32 = 0,
        maxBytes: Int32 = 0x7fffffff,
        isolationLevel: Int8 = 0,
        sessionId: Int32 = 0,
        sessionEpoch: Int32 = -1,
        topics: [FetchTopic] = [],
        forgottenTopicsData: [ForgottenTopic] = [],
        rackId: String = ""
    ) {
        self.clusterId = clusterId
        self.replicaId = replicaId
        self.replicaState = replicaState
        self.maxWaitMs = maxWaitMs
        self.minBytes = minBytes
        self.maxBytes = maxBytes
        self.isolationLevel = isolationLevel
        self.sessionId = sessionId
        self.sessionEpoch = sessionEpoch
        self.topics = topics
        self.forgottenTopicsData = forgottenTopicsData
        self.rackId = rackId
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 12
        var replicaId: Int32 = -1
        if version <= 14 {
            replicaId = try reader.readInt32()
        }
        let maxWaitMs: Int32 = try reader.readInt32()
        let minBytes: Int32 = try reader.readInt32()
        var maxBytes: Int32 = 0x7fffffff
        if version >= 3 {
            maxBytes = try reader.readInt32()
        }
        var isolationLevel: Int8 = 0
        if version >= 4 {
            isolationLevel = try reader.readInt8()
        }
        var sessionId: Int32 = 0
        var sessionEpoch: Int32 = -1
        if version >= 7 {
            sessionId = try reader.readInt32()
            sessionEpoch = try reader.readInt32()
        }
        let topics: [FetchTopic] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        var forgottenTopicsData: [ForgottenTopic] = []
        if version >= 7 {
            forgottenTopicsData = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        }
        var rackId: String = ""
        if version >= 11 {
            rackId = try reader.readString(flexible: flexible)
        }
        var clusterId: String? = nil
        var replicaState: ReplicaState = ReplicaState()
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            var tags = try reader.startTaggedFields()
            while let tag = try reader.nextTag(&tags) {
                switch tag {
                case 0: clusterId = try reader.readNullableString(flexible: true)
                case 1 where version >= 15: replicaState = try reader.readStruct(ReplicaState.self, version: version)
                default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
                }
            }
        }
        self.clusterId = clusterId
        self.replicaId = replicaId
        self.replicaState = replicaState
        self.maxWaitMs = maxWaitMs
        self.minBytes = minBytes
        self.maxBytes = maxBytes
        self.isolationLevel = isolationLevel
        self.sessionId = sessionId
        self.sessionEpoch = sessionEpoch
        self.topics = topics
        self.forgottenTopicsData = forgottenTopicsData
        self.rackId = rackId
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 12
        if version <= 14 {
            writer.writeInt32(self.replicaId)
        } else {
            try requireDefault(self.replicaId == -1, "FetchRequest.replicaId", version)
        }
        writer.writeInt32(self.maxWaitMs)
        writer.writeInt32(self.minBytes)
        if version >= 3 {
            writer.writeInt32(self.maxBytes)
        }
        if version >= 4 {
            writer.writeInt8(self.isolationLevel)
        }
        if version >= 7 {
            writer.writeInt32(self.sessionId)
            writer.writeInt32(self.sessionEpoch)
        }
        try writer.writeStructs(self.topics, version: version, flexible: flexible)
        if version >= 7 {
            try writer.writeStructs(self.forgottenTopicsData, version: version, flexible: flexible)
        } else {
            try requireDefault(self.forgottenTopicsData.isEmpty, "FetchRequest.forgottenTopicsData", version)
        }
        if version >= 11 {
            try writer.writeString(self.rackId, flexible: flexible)
        }
        if version < 15 {
            try requireDefault(self.replicaState.isDefault, "FetchRequest.replicaState", version)
        }
        if flexible {
            var tagCount = self.unknownTaggedFields.count
            if self.clusterId != nil { tagCount &+= 1 }
            if version >= 15, !self.replicaState.isDefault { tagCount &+= 1 }
            writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
            var nextUnknown = 0
            if self.clusterId != nil {
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
                let tag = writer.openTag(0)
                try writer.writeNullableString(self.clusterId, flexible: true)
                try writer.closeTag(tag)
            }
            if version >= 15, !self.replicaState.isDefault {
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 1)
                let tag = writer.openTag(1)
                try self.replicaState.write(to: &writer, version: version)
                try writer.closeTag(tag)
            }
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "FetchRequest.unknownTaggedFields", version)
        }
    }
}

extension FetchRequest {
    /// The value of `replicaState`.
    public struct ReplicaState: WireStruct {
        public var replicaId: Int32
        public var replicaEpoch: Int64
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            replicaId: Int32 = -1,
            replicaEpoch: Int64 = -1
        ) {
            self.replicaId = replicaId
            self.replicaEpoch = replicaEpoch
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let replicaId: Int32 = try reader.readInt32()
            let replicaEpoch: Int64 = try reader.readInt64()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.replicaId = replicaId
            self.replicaEpoch = replicaEpoch
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.replicaId)
            writer.writeInt64(self.replicaEpoch)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }

        var isDefault: Bool {
            self.replicaId == -1
                && self.replicaEpoch == -1
                && self.unknownTaggedFields.isEmpty
        }
    }
}

extension FetchRequest {
    /// An element of `topics`.
    public struct FetchTopic: WireStruct {
        /// Versions 0-12, dropped elsewhere.
        public var topic: String
        /// Versions 13+, dropped elsewhere.
        public var topicId: Uuid
        public var partitions: [FetchPartition]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topic: String = "",
            topicId: Uuid = .zero,
            partitions: [FetchPartition] = []
        ) {
            self.topic = topic
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 12
            var topic: String = ""
            if version <= 12 {
                topic = try reader.readString(flexible: flexible)
            }
            var topicId: Uuid = .zero
            if version >= 13 {
                topicId = try reader.readUuid()
            }
            let partitions: [FetchPartition] = try reader.readStructs(version: version, minimumSize: 16, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.topic = topic
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 12
            if version <= 12 {
                try writer.writeString(self.topic, flexible: flexible)
            }
            if version >= 13 {
                writer.writeUuid(self.topicId)
            }
            try writer.writeStructs(self.partitions, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "FetchRequest.FetchTopic.unknownTaggedFields", version)
            }
        }
    }
}

extension FetchRequest {
    /// An element of `partitions`.
    public struct FetchPartition: WireStruct {
        public var partition: Int32
        /// Versions 9+, dropped elsewhere.
        public var currentLeaderEpoch: Int32
        public var fetchOffset: Int64
        /// Versions 12+, must be the default elsewhere.
        public var lastFetchedEpoch: Int32
        /// Versions 5+, dropped elsewhere.
        public var logStartOffset: Int64
        public var partitionMaxBytes: Int32
        /// Versions 17+, tag 0, dropped elsewhere.
        public var replicaDirectoryId: Uuid
        /// Versions 18+, tag 1, dropped elsewhere.
        public var highWatermark: Int64
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partition: Int32 = 0,
            currentLeaderEpoch: Int32 = -1,
            fetchOffset: Int64 = 0,
            lastFetchedEpoch: Int32 = -1,
            logStartOffset: Int64 = -1,
            partitionMaxBytes: Int32 = 0,
            replicaDirectoryId: Uuid = .zero,
            highWatermark: Int64 = 9223372036854775807
        ) {
            self.partition = partition
            self.currentLeaderEpoch = currentLeaderEpoch
            self.fetchOffset = fetchOffset
            self.lastFetchedEpoch = lastFetchedEpoch
            self.logStartOffset = logStartOffset
            self.partitionMaxBytes = partitionMaxBytes
            self.replicaDirectoryId = replicaDirectoryId
            self.highWatermark = highWatermark
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 12
            let partition: Int32 = try reader.readInt32()
            var currentLeaderEpoch: Int32 = -1
            if version >= 9 {
                currentLeaderEpoch = try reader.readInt32()
            }
            let fetchOffset: Int64 = try reader.readInt64()
            var lastFetchedEpoch: Int32 = -1
            if version >= 12 {
                lastFetchedEpoch = try reader.readInt32()
            }
            var logStartOffset: Int64 = -1
            if version >= 5 {
                logStartOffset = try reader.readInt64()
            }
            let partitionMaxBytes: Int32 = try reader.readInt32()
            var replicaDirectoryId: Uuid = .zero
            var highWatermark: Int64 = 9223372036854775807
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                var tags = try reader.startTaggedFields()
                while let tag = try reader.nextTag(&tags) {
                    switch tag {
                    case 0 where version >= 17: replicaDirectoryId = try reader.readUuid()
                    case 1 where version >= 18: highWatermark = try reader.readInt64()
                    default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
                    }
                }
            }
            self.partition = partition
            self.currentLeaderEpoch = currentLeaderEpoch
            self.fetchOffset = fetchOffset
            self.lastFetchedEpoch = lastFetchedEpoch
            self.logStartOffset = logStartOffset
            self.partitionMaxBytes = partitionMaxBytes
            self.replicaDirectoryId = replicaDirectoryId
            self.highWatermark = highWatermark
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 12
            writer.writeInt32(self.partition)
            if version >= 9 {
                writer.writeInt32(self.currentLeaderEpoch)
            }
            writer.writeInt64(self.fetchOffset)
            if version >= 12 {
                writer.writeInt32(self.lastFetchedEpoch)
            } else {
                try requireDefault(self.lastFetchedEpoch == -1, "FetchRequest.FetchPartition.lastFetchedEpoch", version)
            }
            if version >= 5 {
                writer.writeInt64(self.logStartOffset)
            }
            writer.writeInt32(self.partitionMaxBytes)
            if flexible {
                var tagCount = self.unknownTaggedFields.count
                if version >= 17, self.replicaDirectoryId != .zero { tagCount &+= 1 }
                if version >= 18, self.highWatermark != 9223372036854775807 { tagCount &+= 1 }
                writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
                var nextUnknown = 0
                if version >= 17, self.replicaDirectoryId != .zero {
                    try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
                    let tag = writer.openTag(0)
                    writer.writeUuid(self.replicaDirectoryId)
                    try writer.closeTag(tag)
                }
                if version >= 18, self.highWatermark != 9223372036854775807 {
                    try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 1)
                    let tag = writer.openTag(1)
                    writer.writeInt64(self.highWatermark)
                    try writer.closeTag(tag)
                }
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "FetchRequest.FetchPartition.unknownTaggedFields", version)
            }
        }
    }
}

extension FetchRequest {
    /// An element of `forgottenTopicsData`.
    public struct ForgottenTopic: WireStruct {
        /// Versions 7-12, dropped elsewhere.
        public var topic: String
        /// Versions 13+, dropped elsewhere.
        public var topicId: Uuid
        public var partitions: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topic: String = "",
            topicId: Uuid = .zero,
            partitions: [Int32] = []
        ) {
            self.topic = topic
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 12
            var topic: String = ""
            if version <= 12 {
                topic = try reader.readString(flexible: flexible)
            }
            var topicId: Uuid = .zero
            if version >= 13 {
                topicId = try reader.readUuid()
            }
            let partitions: [Int32] = try reader.readArray(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.topic = topic
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 12
            if version <= 12 {
                try writer.writeString(self.topic, flexible: flexible)
            }
            if version >= 13 {
                writer.writeUuid(self.topicId)
            }
            try writer.writeArray(self.partitions, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "FetchRequest.ForgottenTopic.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of Fetch (1), versions 0-18, flexible 12-18; Kafka 4.3 serves 4-18.
///
/// Reads record batches from partitions; in a session a request names only what changed.
public struct FetchResponse: ResponseMessage {
    public static var apiKey: ApiKey { .fetch }
    public static var validVersions: ClosedRange<Int16> { 0...18 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 12 }

    /// Versions 1+, dropped elsewhere.
    public var throttleTimeMs: Int32
    /// Versions 7+, dropped elsewhere.
    public var errorCode: Int16
    /// Versions 7+, must be the default elsewhere.
    public var sessionId: Int32
    public var responses: [FetchableTopicResponse]
    /// Versions 16+, tag 0, must be the default elsewhere.
    public var nodeEndpoints: [NodeEndpoint]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        sessionId: Int32 = 0,
        responses: [FetchableTopicResponse] = [],
        nodeEndpoints: [NodeEndpoint] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.sessionId = sessionId
        self.responses = responses
        self.nodeEndpoints = nodeEndpoints
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 12
        var throttleTimeMs: Int32 = 0
        if version >= 1 {
            throttleTimeMs = try reader.readInt32()
        }
        var errorCode: Int16 = 0
        var sessionId: Int32 = 0
        if version >= 7 {
            errorCode = try reader.readInt16()
            sessionId = try reader.readInt32()
        }
        let responses: [FetchableTopicResponse] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        var nodeEndpoints: [NodeEndpoint] = []
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            var tags = try reader.startTaggedFields()
            while let tag = try reader.nextTag(&tags) {
                switch tag {
                case 0 where version >= 16: nodeEndpoints = try reader.readStructs(version: version, minimumSize: 11, flexible: true)
                default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
                }
            }
        }
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.sessionId = sessionId
        self.responses = responses
        self.nodeEndpoints = nodeEndpoints
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 12
        if version >= 1 {
            writer.writeInt32(self.throttleTimeMs)
        }
        if version >= 7 {
            writer.writeInt16(self.errorCode)
            writer.writeInt32(self.sessionId)
        } else {
            try requireDefault(self.sessionId == 0, "FetchResponse.sessionId", version)
        }
        try writer.writeStructs(self.responses, version: version, flexible: flexible)
        if version < 16 {
            try requireDefault(self.nodeEndpoints.isEmpty, "FetchResponse.nodeEndpoints", version)
        }
        if flexible {
            var tagCount = self.unknownTaggedFields.count
            if version >= 16, !self.nodeEndpoints.isEmpty { tagCount &+= 1 }
            writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
            var nextUnknown = 0
            if version >= 16, !self.nodeEndpoints.isEmpty {
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
                let tag = writer.openTag(0)
                try writer.writeStructs(self.nodeEndpoints, version: version, flexible: true)
                try writer.closeTag(tag)
            }
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "FetchResponse.unknownTaggedFields", version)
        }
    }
}

extension FetchResponse {
    /// An element of `responses`.
    public struct FetchableTopicResponse: WireStruct {
        /// Versions 0-12, dropped elsewhere.
        public var topic: String
        /// Versions 13+, dropped elsewhere.
        public var topicId: Uuid
        public var partitions: [PartitionData]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topic: String = "",
            topicId: Uuid = .zero,
            partitions: [PartitionData] = []
        ) {
            self.topic = topic
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 12
            var topic: String = ""
            if version <= 12 {
                topic = try reader.readString(flexible: flexible)
            }
            var topicId: Uuid = .zero
            if version >= 13 {
                topicId = try reader.readUuid()
            }
            let partitions: [PartitionData] = try reader.readStructs(version: version, minimumSize: 18, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.topic = topic
            self.topicId = topicId
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 12
            if version <= 12 {
                try writer.writeString(self.topic, flexible: flexible)
            }
            if version >= 13 {
                writer.writeUuid(self.topicId)
            }
            try writer.writeStructs(self.partitions, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "FetchResponse.FetchableTopicResponse.unknownTaggedFields", version)
            }
        }
    }
}

extension FetchResponse {
    /// An element of `partitions`.
    public struct PartitionData: WireStruct {
        public var partitionIndex: Int32
        public var errorCode: Int16
        public var highWatermark: Int64
        /// Versions 4+, dropped elsewhere.
        public var lastStableOffset: Int64
        /// Versions 5+, dropped elsewhere.
        public var logStartOffset: Int64
        /// Versions 12+, tag 0, must be the default elsewhere.
        public var divergingEpoch: EpochEndOffset
        /// Versions 12+, tag 1, must be the default elsewhere.
        public var currentLeader: LeaderIdAndEpoch
        /// Versions 12+, tag 2, must be the default elsewhere.
        public var snapshotId: SnapshotId
        /// Versions 4+, dropped elsewhere.
        public var abortedTransactions: [AbortedTransaction]?
        /// Versions 11+, must be the default elsewhere.
        public var preferredReadReplica: Int32
        public var records: Records?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            errorCode: Int16 = 0,
            highWatermark: Int64 = 0,
            lastStableOffset: Int64 = -1,
            logStartOffset: Int64 = -1,
            divergingEpoch: EpochEndOffset = EpochEndOffset(),
            currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch(),
            snapshotId: SnapshotId = SnapshotId(),
            abortedTransactions: [AbortedTransaction]? = [],
            preferredReadReplica: Int32 = -1,
            records: Records? = nil
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.highWatermark = highWatermark
            self.lastStableOffset = lastStableOffset
            self.logStartOffset = logStartOffset
            self.divergingEpoch = divergingEpoch
            self.currentLeader = currentLeader
            self.snapshotId = snapshotId
            self.abortedTransactions = abortedTransactions
            self.preferredReadReplica = preferredReadReplica
            self.records = records
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 12
            let partitionIndex: Int32 = try reader.readInt32()
            let errorCode: Int16 = try reader.readInt16()
            let highWatermark: Int64 = try reader.readInt64()
            var lastStableOffset: Int64 = -1
            if version >= 4 {
                lastStableOffset = try reader.readInt64()
            }
            var logStartOffset: Int64 = -1
            if version >= 5 {
                logStartOffset = try reader.readInt64()
            }
            var abortedTransactions: [AbortedTransaction]? = []
            if version >= 4 {
                abortedTransactions = try reader.readNullableStructs(version: version, minimumSize: 16, flexible: flexible)
            }
            var preferredReadReplica: Int32 = -1
            if version >= 11 {
                preferredReadReplica = try reader.readInt32()
            }
            let records: Records? = try reader.readNullableRecords(flexible: flexible)
            var divergingEpoch: EpochEndOffset = EpochEndOffset()
            var currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch()
            var snapshotId: SnapshotId = SnapshotId()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                var tags = try reader.startTaggedFields()
                while let tag = try reader.nextTag(&tags) {
                    switch tag {
                    case 0: divergingEpoch = try reader.readStruct(EpochEndOffset.self, version: version)
                    case 1: currentLeader = try reader.readStruct(LeaderIdAndEpoch.self, version: version)
                    case 2: snapshotId = try reader.readStruct(SnapshotId.self, version: version)
                    default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
                    }
                }
            }
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.highWatermark = highWatermark
            self.lastStableOffset = lastStableOffset
            self.logStartOffset = logStartOffset
            self.divergingEpoch = divergingEpoch
            self.currentLeader = currentLeader
            self.snapshotId = snapshotId
            self.abortedTransactions = abortedTransactions
            self.preferredReadReplica = preferredReadReplica
            self.records = records
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 12
            writer.writeInt32(self.partitionIndex)
            writer.writeInt16(self.errorCode)
            writer.writeInt64(self.highWatermark)
            if version >= 4 {
                writer.writeInt64(self.lastStableOffset)
            }
            if version >= 5 {
                writer.writeInt64(self.logStartOffset)
            }
            if version >= 4 {
                try writer.writeNullableStructs(self.abortedTransactions, version: version, flexible: flexible)
            }
            if version >= 11 {
                writer.writeInt32(self.preferredReadReplica)
            } else {
                try requireDefault(self.preferredReadReplica == -1, "FetchResponse.PartitionData.preferredReadReplica", version)
            }
            try writer.writeNullableRecords(self.records, flexible: flexible)
            if version < 12 {
                try requireDefault(self.divergingEpoch.isDefault, "FetchResponse.PartitionData.divergingEpoch", version)
            }
            if version < 12 {
                try requireDefault(self.currentLeader.isDefault, "FetchResponse.PartitionData.currentLeader", version)
            }
            if version < 12 {
                try requireDefault(self.snapshotId.isDefault, "FetchResponse.PartitionData.snapshotId", version)
            }
            if flexible {
                var tagCount = self.unknownTaggedFields.count
                if !self.divergingEpoch.isDefault { tagCount &+= 1 }
                if !self.currentLeader.isDefault { tagCount &+= 1 }
                if !self.snapshotId.isDefault { tagCount &+= 1 }
                writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
                var nextUnknown = 0
                if !self.divergingEpoch.isDefault {
                    try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
                    let tag = writer.openTag(0)
                    try self.divergingEpoch.write(to: &writer, version: version)
                    try writer.closeTag(tag)
                }
                if !self.currentLeader.isDefault {
                    try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 1)
                    let tag = writer.openTag(1)
                    try self.currentLeader.write(to: &writer, version: version)
                    try writer.closeTag(tag)
                }
                if !self.snapshotId.isDefault {
                    try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 2)
                    let tag = writer.openTag(2)
                    try self.snapshotId.write(to: &writer, version: version)
                    try writer.closeTag(tag)
                }
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "FetchResponse.PartitionData.unknownTaggedFields", version)
            }
        }
    }
}

extension FetchResponse {
    /// The value of `divergingEpoch`.
    public struct EpochEndOffset: WireStruct {
        public var epoch: Int32
        public var endOffset: Int64
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            epoch: Int32 = -1,
            endOffset: Int64 = -1
        ) {
            self.epoch = epoch
            self.endOffset = endOffset
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let epoch: Int32 = try reader.readInt32()
            let endOffset: Int64 = try reader.readInt64()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.epoch = epoch
            self.endOffset = endOffset
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.epoch)
            writer.writeInt64(self.endOffset)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }

        var isDefault: Bool {
            self.epoch == -1
                && self.endOffset == -1
                && self.unknownTaggedFields.isEmpty
        }
    }
}

extension FetchResponse {
    /// The value of `currentLeader`.
    public struct LeaderIdAndEpoch: WireStruct {
        public var leaderId: Int32
        public var leaderEpoch: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            leaderId: Int32 = -1,
            leaderEpoch: Int32 = -1
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

        var isDefault: Bool {
            self.leaderId == -1
                && self.leaderEpoch == -1
                && self.unknownTaggedFields.isEmpty
        }
    }
}

extension FetchResponse {
    /// The value of `snapshotId`.
    public struct SnapshotId: WireStruct {
        public var endOffset: Int64
        public var epoch: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            endOffset: Int64 = -1,
            epoch: Int32 = -1
        ) {
            self.endOffset = endOffset
            self.epoch = epoch
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let endOffset: Int64 = try reader.readInt64()
            let epoch: Int32 = try reader.readInt32()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.endOffset = endOffset
            self.epoch = epoch
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt64(self.endOffset)
            writer.writeInt32(self.epoch)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }

        var isDefault: Bool {
            self.endOffset == -1
                && self.epoch == -1
                && self.unknownTaggedFields.isEmpty
        }
    }
}

extension FetchResponse {
    /// An element of `abortedTransactions`.
    public struct AbortedTransaction: WireStruct {
        public var producerId: Int64
        public var firstOffset: Int64
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            producerId: Int64 = 0,
            firstOffset: Int64 = 0
        ) {
            self.producerId = producerId
            self.firstOffset = firstOffset
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 12
            let producerId: Int64 = try reader.readInt64()
            let firstOffset: Int64 = try reader.readInt64()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.producerId = producerId
            self.firstOffset = firstOffset
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 12
            writer.writeInt64(self.producerId)
            writer.writeInt64(self.firstOffset)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "FetchResponse.AbortedTransaction.unknownTaggedFields", version)
            }
        }
    }
}

extension FetchResponse {
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
