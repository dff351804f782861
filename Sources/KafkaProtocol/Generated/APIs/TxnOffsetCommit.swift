// Generated from protocol-specs/APIs/TxnOffsetCommit.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of TxnOffsetCommit (28), versions 0-5, flexible 3-5; Kafka 4.3 serves 0-5.
///
/// Stores a group's offsets as part of a transaction.
public struct TxnOffsetCommitRequest: RequestMessage {
    public typealias Response = TxnOffsetCommitResponse
    public static var apiKey: ApiKey { .txnOffsetCommit }
    public static var validVersions: ClosedRange<Int16> { 0...5 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 3 }

    public var transactionalId: String
    public var groupId: String
    public var producerId: Int64
    public var producerEpoch: Int16
    /// Versions 3+, must be the default elsewhere.
    public var generationId: Int32
    /// Versions 3+, must be the default elsewhere.
    public var memberId: String
    /// Versions 3+, must be the default elsewhere.
    public var groupInstanceId: String?
    public var topics: [TxnOffsetCommitRequestTopic]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        transactionalId: String = "",
        groupId: String = "",
        producerId: Int64 = 0,
        producerEpoch: Int16 = 0,
        generationId: Int32 = -1,
        memberId: String = "",
        groupInstanceId: String? = nil,
        topics: [TxnOffsetCommitRequestTopic] = []
    ) {
        self.transactionalId = transactionalId
        self.groupId = groupId
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.generationId = generationId
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        let transactionalId: String = try reader.readString(flexible: flexible)
        let groupId: String = try reader.readString(flexible: flexible)
        let producerId: Int64 = try reader.readInt64()
        let producerEpoch: Int16 = try reader.readInt16()
        var generationId: Int32 = -1
        var memberId: String = ""
        var groupInstanceId: String? = nil
        if version >= 3 {
            generationId = try reader.readInt32()
            memberId = try reader.readString(flexible: true)
            groupInstanceId = try reader.readNullableString(flexible: true)
        }
        let topics: [TxnOffsetCommitRequestTopic] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.transactionalId = transactionalId
        self.groupId = groupId
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.generationId = generationId
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
        self.topics = topics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        try writer.writeString(self.transactionalId, flexible: flexible)
        try writer.writeString(self.groupId, flexible: flexible)
        writer.writeInt64(self.producerId)
        writer.writeInt16(self.producerEpoch)
        if version >= 3 {
            writer.writeInt32(self.generationId)
            try writer.writeString(self.memberId, flexible: true)
            try writer.writeNullableString(self.groupInstanceId, flexible: true)
        } else {
            try requireDefault(self.generationId == -1, "TxnOffsetCommitRequest.generationId", version)
            try requireDefault(self.memberId == "", "TxnOffsetCommitRequest.memberId", version)
            try requireDefault(self.groupInstanceId == nil, "TxnOffsetCommitRequest.groupInstanceId", version)
        }
        try writer.writeStructs(self.topics, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "TxnOffsetCommitRequest.unknownTaggedFields", version)
        }
    }
}

extension TxnOffsetCommitRequest {
    /// An element of `topics`.
    public struct TxnOffsetCommitRequestTopic: WireStruct {
        public var name: String
        public var partitions: [TxnOffsetCommitRequestPartition]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            partitions: [TxnOffsetCommitRequestPartition] = []
        ) {
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 3
            let name: String = try reader.readString(flexible: flexible)
            let partitions: [TxnOffsetCommitRequestPartition] = try reader.readStructs(version: version, minimumSize: 14, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 3
            try writer.writeString(self.name, flexible: flexible)
            try writer.writeStructs(self.partitions, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "TxnOffsetCommitRequest.TxnOffsetCommitRequestTopic.unknownTaggedFields", version)
            }
        }
    }
}

extension TxnOffsetCommitRequest {
    /// An element of `partitions`.
    public struct TxnOffsetCommitRequestPartition: WireStruct {
        public var partitionIndex: Int32
        public var committedOffset: Int64
        /// Versions 2+, dropped elsewhere.
        public var committedLeaderEpoch: Int32
        public var committedMetadata: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            committedOffset: Int64 = 0,
            committedLeaderEpoch: Int32 = -1,
            committedMetadata: String? = ""
        ) {
            self.partitionIndex = partitionIndex
            self.committedOffset = committedOffset
            self.committedLeaderEpoch = committedLeaderEpoch
            self.committedMetadata = committedMetadata
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 3
            let partitionIndex: Int32 = try reader.readInt32()
            let committedOffset: Int64 = try reader.readInt64()
            var committedLeaderEpoch: Int32 = -1
            if version >= 2 {
                committedLeaderEpoch = try reader.readInt32()
            }
            let committedMetadata: String? = try reader.readNullableString(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.partitionIndex = partitionIndex
            self.committedOffset = committedOffset
            self.committedLeaderEpoch = committedLeaderEpoch
            self.committedMetadata = committedMetadata
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 3
            writer.writeInt32(self.partitionIndex)
            writer.writeInt64(self.committedOffset)
            if version >= 2 {
                writer.writeInt32(self.committedLeaderEpoch)
            }
            try writer.writeNullableString(self.committedMetadata, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "TxnOffsetCommitRequest.TxnOffsetCommitRequestPartition.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of TxnOffsetCommit (28), versions 0-5, flexible 3-5; Kafka 4.3 serves 0-5.
///
/// Stores a group's offsets as part of a transaction.
public struct TxnOffsetCommitResponse: ResponseMessage {
    public static var apiKey: ApiKey { .txnOffsetCommit }
    public static var validVersions: ClosedRange<Int16> { 0...5 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 3 }

    public var throttleTimeMs: Int32
    public var topics: [TxnOffsetCommitResponseTopic]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        topics: [TxnOffsetCommitResponseTopic] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        let throttleTimeMs: Int32 = try reader.readInt32()
        let topics: [TxnOffsetCommitResponseTopic] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
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
        let flexible = version >= 3
        writer.writeInt32(self.throttleTimeMs)
        try writer.writeStructs(self.topics, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "TxnOffsetCommitResponse.unknownTaggedFields", version)
        }
    }
}

extension TxnOffsetCommitResponse {
    /// An element of `topics`.
    public struct TxnOffsetCommitResponseTopic: WireStruct {
        public var name: String
        public var partitions: [TxnOffsetCommitResponsePartition]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            partitions: [TxnOffsetCommitResponsePartition] = []
        ) {
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 3
            let name: String = try reader.readString(flexible: flexible)
            let partitions: [TxnOffsetCommitResponsePartition] = try reader.readStructs(version: version, minimumSize: 6, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 3
            try writer.writeString(self.name, flexible: flexible)
            try writer.writeStructs(self.partitions, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "TxnOffsetCommitResponse.TxnOffsetCommitResponseTopic.unknownTaggedFields", version)
            }
        }
    }
}

extension TxnOffsetCommitResponse {
    /// An element of `partitions`.
    public struct TxnOffsetCommitResponsePartition: WireStruct {
        public var partitionIndex: Int32
        public var errorCode: Int16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            errorCode: Int16 = 0
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 3
            let partitionIndex: Int32 = try reader.readInt32()
            let errorCode: Int16 = try reader.readInt16()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 3
            writer.writeInt32(self.partitionIndex)
            writer.writeInt16(self.errorCode)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "TxnOffsetCommitResponse.TxnOffsetCommitResponsePartition.unknownTaggedFields", version)
            }
        }
    }
}
