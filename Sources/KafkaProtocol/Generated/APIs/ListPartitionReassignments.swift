// Generated from protocol-specs/APIs/ListPartitionReassignments.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of ListPartitionReassignments (46), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Lists reassignments under way.
public struct ListPartitionReassignmentsRequest: RequestMessage {
    public typealias Response = ListPartitionReassignmentsResponse
    public static var apiKey: ApiKey { .listPartitionReassignments }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var timeoutMs: Int32
    public var topics: [ListPartitionReassignmentsTopics]?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        timeoutMs: Int32 = 60000,
        topics: [ListPartitionReassignmentsTopics]? = nil
    ) {
        self.timeoutMs = timeoutMs
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let timeoutMs: Int32 = try reader.readInt32()
        let topics: [ListPartitionReassignmentsTopics]? = try reader.readNullableStructs(version: version, minimumSize: 3, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.timeoutMs = timeoutMs
        self.topics = topics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.timeoutMs)
        try writer.writeNullableStructs(self.topics, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension ListPartitionReassignmentsRequest {
    /// An element of `topics`.
    public struct ListPartitionReassignmentsTopics: WireStruct {
        public var name: String
        public var partitionIndexes: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            partitionIndexes: [Int32] = []
        ) {
            self.name = name
            self.partitionIndexes = partitionIndexes
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: true)
            let partitionIndexes: [Int32] = try reader.readArray(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.partitionIndexes = partitionIndexes
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            try writer.writeArray(self.partitionIndexes, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

/// The response of ListPartitionReassignments (46), versions 0, flexible 0; Kafka 4.3 serves 0.
///
/// Lists reassignments under way.
public struct ListPartitionReassignmentsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .listPartitionReassignments }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var errorMessage: String?
    public var topics: [OngoingTopicReassignment]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        errorMessage: String? = "",
        topics: [OngoingTopicReassignment] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let errorMessage: String? = try reader.readNullableString(flexible: true)
        let topics: [OngoingTopicReassignment] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.topics = topics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        try writer.writeNullableString(self.errorMessage, flexible: true)
        try writer.writeStructs(self.topics, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension ListPartitionReassignmentsResponse {
    /// An element of `topics`.
    public struct OngoingTopicReassignment: WireStruct {
        public var name: String
        public var partitions: [OngoingPartitionReassignment]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            partitions: [OngoingPartitionReassignment] = []
        ) {
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: true)
            let partitions: [OngoingPartitionReassignment] = try reader.readStructs(version: version, minimumSize: 8, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: true)
            try writer.writeStructs(self.partitions, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension ListPartitionReassignmentsResponse {
    /// An element of `partitions`.
    public struct OngoingPartitionReassignment: WireStruct {
        public var partitionIndex: Int32
        public var replicas: [Int32]
        public var addingReplicas: [Int32]
        public var removingReplicas: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            replicas: [Int32] = [],
            addingReplicas: [Int32] = [],
            removingReplicas: [Int32] = []
        ) {
            self.partitionIndex = partitionIndex
            self.replicas = replicas
            self.addingReplicas = addingReplicas
            self.removingReplicas = removingReplicas
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partitionIndex: Int32 = try reader.readInt32()
            let replicas: [Int32] = try reader.readArray(flexible: true)
            let addingReplicas: [Int32] = try reader.readArray(flexible: true)
            let removingReplicas: [Int32] = try reader.readArray(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.partitionIndex = partitionIndex
            self.replicas = replicas
            self.addingReplicas = addingReplicas
            self.removingReplicas = removingReplicas
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partitionIndex)
            try writer.writeArray(self.replicas, flexible: true)
            try writer.writeArray(self.addingReplicas, flexible: true)
            try writer.writeArray(self.removingReplicas, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
