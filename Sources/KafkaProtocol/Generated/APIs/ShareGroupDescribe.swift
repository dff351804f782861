// Generated from protocol-specs/APIs/ShareGroupDescribe.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of ShareGroupDescribe (77), versions 0-1, flexible 0-1; Kafka 4.3 serves 1.
///
/// Describes share groups (KIP-932).
public struct ShareGroupDescribeRequest: RequestMessage {
    public typealias Response = ShareGroupDescribeResponse
    public static var apiKey: ApiKey { .shareGroupDescribe }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var groupIds: [String]
    public var includeAuthorizedOperations: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        groupIds: [String] = [],
        includeAuthorizedOperations: Bool = false
    ) {
        self.groupIds = groupIds
        self.includeAuthorizedOperations = includeAuthorizedOperations
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let groupIds: [String] = try reader.readArray(flexible: true)
        let includeAuthorizedOperations: Bool = try reader.readBool()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.groupIds = groupIds
        self.includeAuthorizedOperations = includeAuthorizedOperations
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeArray(self.groupIds, flexible: true)
        writer.writeBool(self.includeAuthorizedOperations)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

/// The response of ShareGroupDescribe (77), versions 0-1, flexible 0-1; Kafka 4.3 serves 1.
///
/// Describes share groups (KIP-932).
public struct ShareGroupDescribeResponse: ResponseMessage {
    public static var apiKey: ApiKey { .shareGroupDescribe }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var groups: [DescribedGroup]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        groups: [DescribedGroup] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.groups = groups
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let groups: [DescribedGroup] = try reader.readStructs(version: version, minimumSize: 20, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.groups = groups
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        try writer.writeStructs(self.groups, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension ShareGroupDescribeResponse {
    /// An element of `groups`.
    public struct DescribedGroup: WireStruct {
        public var errorCode: Int16
        public var errorMessage: String?
        public var groupId: String
        public var groupState: String
        public var groupEpoch: Int32
        public var assignmentEpoch: Int32
        public var assignorName: String
        public var members: [Member]
        public var authorizedOperations: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            errorCode: Int16 = 0,
            errorMessage: String? = nil,
            groupId: String = "",
            groupState: String = "",
            groupEpoch: Int32 = 0,
            assignmentEpoch: Int32 = 0,
            assignorName: String = "",
            members: [Member] = [],
            authorizedOperations: Int32 = -2147483648
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.groupId = groupId
            self.groupState = groupState
            self.groupEpoch = groupEpoch
            self.assignmentEpoch = assignmentEpoch
            self.assignorName = assignorName
            self.members = members
            self.authorizedOperations = authorizedOperations
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let errorCode: Int16 = try reader.readInt16()
            let errorMessage: String? = try reader.readNullableString(flexible: true)
            let groupId: String = try reader.readString(flexible: true)
            let groupState: String = try reader.readString(flexible: true)
            let groupEpoch: Int32 = try reader.readInt32()
            let assignmentEpoch: Int32 = try reader.readInt32()
            let assignorName: String = try reader.readString(flexible: true)
            let members: [Member] = try reader.readStructs(version: version, minimumSize: 12, flexible: true)
            let authorizedOperations: Int32 = try reader.readInt32()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.groupId = groupId
            self.groupState = groupState
            self.groupEpoch = groupEpoch
            self.assignmentEpoch = assignmentEpoch
            self.assignorName = assignorName
            self.members = members
            self.authorizedOperations = authorizedOperations
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt16(self.errorCode)
            try writer.writeNullableString(self.errorMessage, flexible: true)
            try writer.writeString(self.groupId, flexible: true)
            try writer.writeString(self.groupState, flexible: true)
            writer.writeInt32(self.groupEpoch)
            writer.writeInt32(self.assignmentEpoch)
            try writer.writeString(self.assignorName, flexible: true)
            try writer.writeStructs(self.members, version: version, flexible: true)
            writer.writeInt32(self.authorizedOperations)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension ShareGroupDescribeResponse {
    /// An element of `members`.
    public struct Member: WireStruct {
        public var memberId: String
        public var rackId: String?
        public var memberEpoch: Int32
        public var clientId: String
        public var clientHost: String
        public var subscribedTopicNames: [String]
        public var assignment: Assignment
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            memberId: String = "",
            rackId: String? = nil,
            memberEpoch: Int32 = 0,
            clientId: String = "",
            clientHost: String = "",
            subscribedTopicNames: [String] = [],
            assignment: Assignment = Assignment()
        ) {
            self.memberId = memberId
            self.rackId = rackId
            self.memberEpoch = memberEpoch
            self.clientId = clientId
            self.clientHost = clientHost
            self.subscribedTopicNames = subscribedTopicNames
            self.assignment = assignment
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let memberId: String = try reader.readString(flexible: true)
            let rackId: String? = try reader.readNullableString(flexible: true)
            let memberEpoch: Int32 = try reader.readInt32()
            let clientId: String = try reader.readString(flexible: true)
            let clientHost: String = try reader.readString(flexible: true)
            let subscribedTopicNames: [String] = try reader.readArray(flexible: true)
            let assignment: Assignment = try reader.readStruct(Assignment.self, version: version)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.memberId = memberId
            self.rackId = rackId
            self.memberEpoch = memberEpoch
            self.clientId = clientId
            self.clientHost = clientHost
            self.subscribedTopicNames = subscribedTopicNames
            self.assignment = assignment
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.memberId, flexible: true)
            try writer.writeNullableString(self.rackId, flexible: true)
            writer.writeInt32(self.memberEpoch)
            try writer.writeString(self.clientId, flexible: true)
            try writer.writeString(self.clientHost, flexible: true)
            try writer.writeArray(self.subscribedTopicNames, flexible: true)
            try self.assignment.write(to: &writer, version: version)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension ShareGroupDescribeResponse {
    /// A struct that several fields share.
    public struct TopicPartitions: WireStruct {
        public var topicId: Uuid
        public var topicName: String
        public var partitions: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicId: Uuid = .zero,
            topicName: String = "",
            partitions: [Int32] = []
        ) {
            self.topicId = topicId
            self.topicName = topicName
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicId: Uuid = try reader.readUuid()
            let topicName: String = try reader.readString(flexible: true)
            let partitions: [Int32] = try reader.readArray(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicId = topicId
            self.topicName = topicName
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeUuid(self.topicId)
            try writer.writeString(self.topicName, flexible: true)
            try writer.writeArray(self.partitions, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}

extension ShareGroupDescribeResponse {
    /// A struct that several fields share.
    public struct Assignment: WireStruct {
        public var topicPartitions: [TopicPartitions]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicPartitions: [TopicPartitions] = []
        ) {
            self.topicPartitions = topicPartitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topicPartitions: [TopicPartitions] = try reader.readStructs(version: version, minimumSize: 19, flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.topicPartitions = topicPartitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeStructs(self.topicPartitions, version: version, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
