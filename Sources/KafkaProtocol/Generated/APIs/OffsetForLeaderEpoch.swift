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
        self.replicaId = -2
        self.unknownTaggedFields = UnknownTaggedFields()
        if version >= 3 {
            self.replicaId = try reader.readInt32()
        }
        self.topics = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        if flexible {
            self.unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
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
            self.unknownTaggedFields = UnknownTaggedFields()
            self.topic = try reader.readString(flexible: flexible)
            self.partitions = try reader.readStructs(version: version, minimumSize: 8, flexible: flexible)
            if flexible {
                self.unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
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
            self.currentLeaderEpoch = -1
            self.unknownTaggedFields = UnknownTaggedFields()
            self.partition = try reader.readInt32()
            if version >= 2 {
                self.currentLeaderEpoch = try reader.readInt32()
            }
            self.leaderEpoch = try reader.readInt32()
            if flexible {
                self.unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
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
        self.throttleTimeMs = 0
        self.unknownTaggedFields = UnknownTaggedFields()
        if version >= 2 {
            self.throttleTimeMs = try reader.readInt32()
        }
        self.topics = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        if flexible {
            self.unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
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
            self.unknownTaggedFields = UnknownTaggedFields()
            self.topic = try reader.readString(flexible: flexible)
            self.partitions = try reader.readStructs(version: version, minimumSize: 14, flexible: flexible)
            if flexible {
                self.unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
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
            self.leaderEpoch = -1
            self.unknownTaggedFields = UnknownTaggedFields()
            self.errorCode = try reader.readInt16()
            self.partition = try reader.readInt32()
            if version >= 1 {
                self.leaderEpoch = try reader.readInt32()
            }
            self.endOffset = try reader.readInt64()
            if flexible {
                self.unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
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
