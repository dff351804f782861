// Generated from protocol-specs/APIs/OffsetForLeaderEpoch.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of OffsetForLeaderEpoch (23), versions 0-4, flexible 4; Kafka 4.3 serves 2-4.
///
/// Finds where a leader epoch ended in a log.
public struct OffsetForLeaderEpochRequest: RequestMessage {
    public typealias Response = OffsetForLeaderEpochResponse
    public static var apiKey: ApiKey { .offsetForLeaderEpoch }
    public static var validVersions: ClosedRange<Int16> { 0...4 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 4 }

    /// Versions 3+, dropped elsewhere.
    public var replicaId: Int32
    public var topics: [OffsetForLeaderTopic]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        replicaId: Int32 = -2,
        topics: [OffsetForLeaderTopic] = []
    ) {
        self.replicaId = replicaId
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        var replicaId: Int32 = -2
        if version >= 3 {
            replicaId = try reader.readInt32()
        }
        let topics: [OffsetForLeaderTopic] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.replicaId = replicaId
        self.topics = topics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        if version >= 3 {
            writer.writeInt32(self.replicaId)
        }
        try writer.writeStructs(self.topics, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "OffsetForLeaderEpochRequest.unknownTaggedFields", version)
        }
    }
}

extension OffsetForLeaderEpochRequest {
    /// An element of `topics`.
    public struct OffsetForLeaderTopic: WireStruct {
        /// Unique in its array.
        public var topic: String
        public var partitions: [OffsetForLeaderPartition]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topic: String = "",
            partitions: [OffsetForLeaderPartition] = []
        ) {
            self.topic = topic
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            let topic: String = try reader.readString(flexible: flexible)
            let partitions: [OffsetForLeaderPartition] = try reader.readStructs(version: version, minimumSize: 8, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.topic = topic
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            try writer.writeString(self.topic, flexible: flexible)
            try writer.writeStructs(self.partitions, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "OffsetForLeaderEpochRequest.OffsetForLeaderTopic.unknownTaggedFields", version)
            }
        }
    }
}

extension OffsetForLeaderEpochRequest {
    /// An element of `partitions`.
    public struct OffsetForLeaderPartition: WireStruct {
        public var partition: Int32
        /// Versions 2+, dropped elsewhere.
        public var currentLeaderEpoch: Int32
        public var leaderEpoch: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partition: Int32 = 0,
            currentLeaderEpoch: Int32 = -1,
            leaderEpoch: Int32 = 0
        ) {
            self.partition = partition
            self.currentLeaderEpoch = currentLeaderEpoch
            self.leaderEpoch = leaderEpoch
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            let partition: Int32 = try reader.readInt32()
            var currentLeaderEpoch: Int32 = -1
            if version >= 2 {
                currentLeaderEpoch = try reader.readInt32()
            }
            let leaderEpoch: Int32 = try reader.readInt32()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.partition = partition
            self.currentLeaderEpoch = currentLeaderEpoch
            self.leaderEpoch = leaderEpoch
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            writer.writeInt32(self.partition)
            if version >= 2 {
                writer.writeInt32(self.currentLeaderEpoch)
            }
            writer.writeInt32(self.leaderEpoch)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "OffsetForLeaderEpochRequest.OffsetForLeaderPartition.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of OffsetForLeaderEpoch (23), versions 0-4, flexible 4; Kafka 4.3 serves 2-4.
///
/// Finds where a leader epoch ended in a log.
public struct OffsetForLeaderEpochResponse: ResponseMessage {
    public static var apiKey: ApiKey { .offsetForLeaderEpoch }
    public static var validVersions: ClosedRange<Int16> { 0...4 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 4 }

    /// Versions 2+, dropped elsewhere.
    public var throttleTimeMs: Int32
    public var topics: [OffsetForLeaderTopicResult]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        topics: [OffsetForLeaderTopicResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        var throttleTimeMs: Int32 = 0
        if version >= 2 {
            throttleTimeMs = try reader.readInt32()
        }
        let topics: [OffsetForLeaderTopicResult] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        if version >= 2 {
            writer.writeInt32(self.throttleTimeMs)
        }
        try writer.writeStructs(self.topics, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "OffsetForLeaderEpochResponse.unknownTaggedFields", version)
        }
    }
}

extension OffsetForLeaderEpochResponse {
    /// An element of `topics`.
    public struct OffsetForLeaderTopicResult: WireStruct {
        /// Unique in its array.
        public var topic: String
        public var partitions: [EpochEndOffset]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topic: String = "",
            partitions: [EpochEndOffset] = []
        ) {
            self.topic = topic
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            let topic: String = try reader.readString(flexible: flexible)
            let partitions: [EpochEndOffset] = try reader.readStructs(version: version, minimumSize: 14, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.topic = topic
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            try writer.writeString(self.topic, flexible: flexible)
            try writer.writeStructs(self.partitions, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "OffsetForLeaderEpochResponse.OffsetForLeaderTopicResult.unknownTaggedFields", version)
            }
        }
    }
}

extension OffsetForLeaderEpochResponse {
    /// An element of `partitions`.
    public struct EpochEndOffset: WireStruct {
        public var errorCode: Int16
        public var partition: Int32
        /// Versions 1+, dropped elsewhere.
        public var leaderEpoch: Int32
        public var endOffset: Int64
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            errorCode: Int16 = 0,
            partition: Int32 = 0,
            leaderEpoch: Int32 = -1,
            endOffset: Int64 = -1
        ) {
            self.errorCode = errorCode
            self.partition = partition
            self.leaderEpoch = leaderEpoch
            self.endOffset = endOffset
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            let errorCode: Int16 = try reader.readInt16()
            let partition: Int32 = try reader.readInt32()
            var leaderEpoch: Int32 = -1
            if version >= 1 {
                leaderEpoch = try reader.readInt32()
            }
            let endOffset: Int64 = try reader.readInt64()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.errorCode = errorCode
            self.partition = partition
            self.leaderEpoch = leaderEpoch
            self.endOffset = endOffset
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            writer.writeInt16(self.errorCode)
            writer.writeInt32(self.partition)
            if version >= 1 {
                writer.writeInt32(self.leaderEpoch)
            }
            writer.writeInt64(self.endOffset)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "OffsetForLeaderEpochResponse.EpochEndOffset.unknownTaggedFields", version)
            }
        }
    }
}
