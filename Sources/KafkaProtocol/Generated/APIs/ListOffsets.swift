// Generated from protocol-specs/APIs/ListOffsets.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of ListOffsets (2), versions 0-11, flexible 6-11; Kafka 4.3 serves 1-11.
///
/// Finds offsets by time, or a log's start, end and other marks.
public struct ListOffsetsRequest: RequestMessage {
    public typealias Response = ListOffsetsResponse
    public static var apiKey: ApiKey { .listOffsets }
    public static var validVersions: ClosedRange<Int16> { 0...11 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 6 }

    public var replicaId: Int32
    /// Versions 2+, must be the default elsewhere.
    public var isolationLevel: Int8
    public var topics: [ListOffsetsTopic]
    /// Versions 10+, dropped elsewhere.
    public var timeoutMs: Int32
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        replicaId: Int32 = 0,
        isolationLevel: Int8 = 0,
        topics: [ListOffsetsTopic] = [],
        timeoutMs: Int32 = 0
    ) {
        self.replicaId = replicaId
        self.isolationLevel = isolationLevel
        self.topics = topics
        self.timeoutMs = timeoutMs
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 6
        let replicaId: Int32 = try reader.readInt32()
        var isolationLevel: Int8 = 0
        if version >= 2 {
            isolationLevel = try reader.readInt8()
        }
        let topics: [ListOffsetsTopic] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        var timeoutMs: Int32 = 0
        if version >= 10 {
            timeoutMs = try reader.readInt32()
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.replicaId = replicaId
        self.isolationLevel = isolationLevel
        self.topics = topics
        self.timeoutMs = timeoutMs
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 6
        writer.writeInt32(self.replicaId)
        if version >= 2 {
            writer.writeInt8(self.isolationLevel)
        } else {
            try requireDefault(self.isolationLevel == 0, "ListOffsetsRequest.isolationLevel", version)
        }
        try writer.writeStructs(self.topics, version: version, flexible: flexible)
        if version >= 10 {
            writer.writeInt32(self.timeoutMs)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "ListOffsetsRequest.unknownTaggedFields", version)
        }
    }
}

extension ListOffsetsRequest {
    /// An element of `topics`.
    public struct ListOffsetsTopic: WireStruct {
        public var name: String
        public var partitions: [ListOffsetsPartition]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            partitions: [ListOffsetsPartition] = []
        ) {
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            let name: String = try reader.readString(flexible: flexible)
            let partitions: [ListOffsetsPartition] = try reader.readStructs(version: version, minimumSize: 12, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            try writer.writeString(self.name, flexible: flexible)
            try writer.writeStructs(self.partitions, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "ListOffsetsRequest.ListOffsetsTopic.unknownTaggedFields", version)
            }
        }
    }
}

extension ListOffsetsRequest {
    /// An element of `partitions`.
    public struct ListOffsetsPartition: WireStruct {
        public var partitionIndex: Int32
        /// Versions 4+, dropped elsewhere.
        public var currentLeaderEpoch: Int32
        public var timestamp: Int64
        /// Versions 0, must be the default elsewhere.
        public var maxNumOffsets: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            currentLeaderEpoch: Int32 = -1,
            timestamp: Int64 = 0,
            maxNumOffsets: Int32 = 1
        ) {
            self.partitionIndex = partitionIndex
            self.currentLeaderEpoch = currentLeaderEpoch
            self.timestamp = timestamp
            self.maxNumOffsets = maxNumOffsets
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            let partitionIndex: Int32 = try reader.readInt32()
            var currentLeaderEpoch: Int32 = -1
            if version >= 4 {
                currentLeaderEpoch = try reader.readInt32()
            }
            let timestamp: Int64 = try reader.readInt64()
            var maxNumOffsets: Int32 = 1
            if version <= 0 {
                maxNumOffsets = try reader.readInt32()
            }
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.partitionIndex = partitionIndex
            self.currentLeaderEpoch = currentLeaderEpoch
            self.timestamp = timestamp
            self.maxNumOffsets = maxNumOffsets
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            writer.writeInt32(self.partitionIndex)
            if version >= 4 {
                writer.writeInt32(self.currentLeaderEpoch)
            }
            writer.writeInt64(self.timestamp)
            if version <= 0 {
                writer.writeInt32(self.maxNumOffsets)
            } else {
                try requireDefault(self.maxNumOffsets == 1, "ListOffsetsRequest.ListOffsetsPartition.maxNumOffsets", version)
            }
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "ListOffsetsRequest.ListOffsetsPartition.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of ListOffsets (2), versions 0-11, flexible 6-11; Kafka 4.3 serves 1-11.
///
/// Finds offsets by time, or a log's start, end and other marks.
public struct ListOffsetsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .listOffsets }
    public static var validVersions: ClosedRange<Int16> { 0...11 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 6 }

    /// Versions 2+, dropped elsewhere.
    public var throttleTimeMs: Int32
    public var topics: [ListOffsetsTopicResponse]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        topics: [ListOffsetsTopicResponse] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 6
        var throttleTimeMs: Int32 = 0
        if version >= 2 {
            throttleTimeMs = try reader.readInt32()
        }
        let topics: [ListOffsetsTopicResponse] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
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
        let flexible = version >= 6
        if version >= 2 {
            writer.writeInt32(self.throttleTimeMs)
        }
        try writer.writeStructs(self.topics, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "ListOffsetsResponse.unknownTaggedFields", version)
        }
    }
}

extension ListOffsetsResponse {
    /// An element of `topics`.
    public struct ListOffsetsTopicResponse: WireStruct {
        public var name: String
        public var partitions: [ListOffsetsPartitionResponse]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            partitions: [ListOffsetsPartitionResponse] = []
        ) {
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            let name: String = try reader.readString(flexible: flexible)
            let partitions: [ListOffsetsPartitionResponse] = try reader.readStructs(version: version, minimumSize: 10, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            try writer.writeString(self.name, flexible: flexible)
            try writer.writeStructs(self.partitions, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "ListOffsetsResponse.ListOffsetsTopicResponse.unknownTaggedFields", version)
            }
        }
    }
}

extension ListOffsetsResponse {
    /// An element of `partitions`.
    public struct ListOffsetsPartitionResponse: WireStruct {
        public var partitionIndex: Int32
        public var errorCode: Int16
        /// Versions 0, must be the default elsewhere.
        public var oldStyleOffsets: [Int64]
        /// Versions 1+, must be the default elsewhere.
        public var timestamp: Int64
        /// Versions 1+, must be the default elsewhere.
        public var offset: Int64
        /// Versions 4+, must be the default elsewhere.
        public var leaderEpoch: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            errorCode: Int16 = 0,
            oldStyleOffsets: [Int64] = [],
            timestamp: Int64 = -1,
            offset: Int64 = -1,
            leaderEpoch: Int32 = -1
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.oldStyleOffsets = oldStyleOffsets
            self.timestamp = timestamp
            self.offset = offset
            self.leaderEpoch = leaderEpoch
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            let partitionIndex: Int32 = try reader.readInt32()
            let errorCode: Int16 = try reader.readInt16()
            var oldStyleOffsets: [Int64] = []
            if version <= 0 {
                oldStyleOffsets = try reader.readArray(flexible: false)
            }
            var timestamp: Int64 = -1
            var offset: Int64 = -1
            if version >= 1 {
                timestamp = try reader.readInt64()
                offset = try reader.readInt64()
            }
            var leaderEpoch: Int32 = -1
            if version >= 4 {
                leaderEpoch = try reader.readInt32()
            }
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.oldStyleOffsets = oldStyleOffsets
            self.timestamp = timestamp
            self.offset = offset
            self.leaderEpoch = leaderEpoch
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            writer.writeInt32(self.partitionIndex)
            writer.writeInt16(self.errorCode)
            if version <= 0 {
                try writer.writeArray(self.oldStyleOffsets, flexible: false)
            } else {
                try requireDefault(self.oldStyleOffsets.isEmpty, "ListOffsetsResponse.ListOffsetsPartitionResponse.oldStyleOffsets", version)
            }
            if version >= 1 {
                writer.writeInt64(self.timestamp)
                writer.writeInt64(self.offset)
            } else {
                try requireDefault(self.timestamp == -1, "ListOffsetsResponse.ListOffsetsPartitionResponse.timestamp", version)
                try requireDefault(self.offset == -1, "ListOffsetsResponse.ListOffsetsPartitionResponse.offset", version)
            }
            if version >= 4 {
                writer.writeInt32(self.leaderEpoch)
            } else {
                try requireDefault(self.leaderEpoch == -1, "ListOffsetsResponse.ListOffsetsPartitionResponse.leaderEpoch", version)
            }
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "ListOffsetsResponse.ListOffsetsPartitionResponse.unknownTaggedFields", version)
            }
        }
    }
}
