// Generated from protocol-specs/APIs/ElectLeaders.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of ElectLeaders (43), versions 0-2, flexible 2; Kafka 4.3 serves 0-2.
///
/// Elects leaders of partitions.
public struct ElectLeadersRequest: RequestMessage {
    public typealias Response = ElectLeadersResponse
    public static var apiKey: ApiKey { .electLeaders }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    /// Versions 1+, must be the default elsewhere.
    public var electionType: Int8
    public var topicPartitions: [TopicPartitions]?
    public var timeoutMs: Int32
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        electionType: Int8 = 0,
        topicPartitions: [TopicPartitions]? = [],
        timeoutMs: Int32 = 60000
    ) {
        self.electionType = electionType
        self.topicPartitions = topicPartitions
        self.timeoutMs = timeoutMs
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        var electionType: Int8 = 0
        if version >= 1 {
            electionType = try reader.readInt8()
        }
        let topicPartitions: [TopicPartitions]? = try reader.readNullableStructs(version: version, minimumSize: 3, flexible: flexible)
        let timeoutMs: Int32 = try reader.readInt32()
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.electionType = electionType
        self.topicPartitions = topicPartitions
        self.timeoutMs = timeoutMs
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        if version >= 1 {
            writer.writeInt8(self.electionType)
        } else {
            try requireDefault(self.electionType == 0, "ElectLeadersRequest.electionType", version)
        }
        try writer.writeNullableStructs(self.topicPartitions, version: version, flexible: flexible)
        writer.writeInt32(self.timeoutMs)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "ElectLeadersRequest.unknownTaggedFields", version)
        }
    }
}

extension ElectLeadersRequest {
    /// An element of `topicPartitions`.
    public struct TopicPartitions: WireStruct {
        /// Unique in its array.
        public var topic: String
        public var partitions: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topic: String = "",
            partitions: [Int32] = []
        ) {
            self.topic = topic
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let topic: String = try reader.readString(flexible: flexible)
            let partitions: [Int32] = try reader.readArray(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.topic = topic
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(self.topic, flexible: flexible)
            try writer.writeArray(self.partitions, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "ElectLeadersRequest.TopicPartitions.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of ElectLeaders (43), versions 0-2, flexible 2; Kafka 4.3 serves 0-2.
///
/// Elects leaders of partitions.
public struct ElectLeadersResponse: ResponseMessage {
    public static var apiKey: ApiKey { .electLeaders }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var throttleTimeMs: Int32
    /// Versions 1+, must be the default elsewhere.
    public var errorCode: Int16
    public var replicaElectionResults: [ReplicaElectionResult]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        replicaElectionResults: [ReplicaElectionResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.replicaElectionResults = replicaElectionResults
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let throttleTimeMs: Int32 = try reader.readInt32()
        var errorCode: Int16 = 0
        if version >= 1 {
            errorCode = try reader.readInt16()
        }
        let replicaElectionResults: [ReplicaElectionResult] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.replicaElectionResults = replicaElectionResults
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        writer.writeInt32(self.throttleTimeMs)
        if version >= 1 {
            writer.writeInt16(self.errorCode)
        } else {
            try requireDefault(self.errorCode == 0, "ElectLeadersResponse.errorCode", version)
        }
        try writer.writeStructs(self.replicaElectionResults, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "ElectLeadersResponse.unknownTaggedFields", version)
        }
    }
}

extension ElectLeadersResponse {
    /// An element of `replicaElectionResults`.
    public struct ReplicaElectionResult: WireStruct {
        public var topic: String
        public var partitionResult: [PartitionResult]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topic: String = "",
            partitionResult: [PartitionResult] = []
        ) {
            self.topic = topic
            self.partitionResult = partitionResult
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let topic: String = try reader.readString(flexible: flexible)
            let partitionResult: [PartitionResult] = try reader.readStructs(version: version, minimumSize: 8, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.topic = topic
            self.partitionResult = partitionResult
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(self.topic, flexible: flexible)
            try writer.writeStructs(self.partitionResult, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "ElectLeadersResponse.ReplicaElectionResult.unknownTaggedFields", version)
            }
        }
    }
}

extension ElectLeadersResponse {
    /// An element of `partitionResult`.
    public struct PartitionResult: WireStruct {
        public var partitionId: Int32
        public var errorCode: Int16
        public var errorMessage: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionId: Int32 = 0,
            errorCode: Int16 = 0,
            errorMessage: String? = ""
        ) {
            self.partitionId = partitionId
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let partitionId: Int32 = try reader.readInt32()
            let errorCode: Int16 = try reader.readInt16()
            let errorMessage: String? = try reader.readNullableString(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.partitionId = partitionId
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            writer.writeInt32(self.partitionId)
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.errorMessage, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "ElectLeadersResponse.PartitionResult.unknownTaggedFields", version)
            }
        }
    }
}
