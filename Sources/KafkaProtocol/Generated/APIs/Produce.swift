// Generated from protocol-specs/APIs/Produce.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of Produce (0), versions 0-13, flexible 9-13; Kafka 4.3 serves 3-13.
///
/// Appends record batches to partitions.
public struct ProduceRequest: RequestMessage {
    public typealias Response = ProduceResponse
    public static var apiKey: ApiKey { .produce }
    public static var validVersions: ClosedRange<Int16> { 0...13 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 9 }

    /// Versions 3+, must be the default elsewhere.
    public var transactionalId: String?
    public var acks: Int16
    public var timeoutMs: Int32
    public var topicData: [TopicProduceData]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        transactionalId: String? = nil,
        acks: Int16 = 0,
        timeoutMs: Int32 = 0,
        topicData: [TopicProduceData] = []
    ) {
        self.transactionalId = transactionalId
        self.acks = acks
        self.timeoutMs = timeoutMs
        self.topicData = topicData
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 9
        var transactionalId: String? = nil
        if version >= 3 {
            transactionalId = try reader.readNullableString(flexible: flexible)
        }
        let acks: Int16 = try reader.readInt16()
        let timeoutMs: Int32 = try reader.readInt32()
        let topicData: [TopicProduceData] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.transactionalId = transactionalId
        self.acks = acks
        self.timeoutMs = timeoutMs
        self.topicData = topicData
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 9
        if version >= 3 {
            try writer.writeNullableString(self.transactionalId, flexible: flexible)
        } else {
            try requireDefault(self.transactionalId == nil, "ProduceRequest.transactionalId", version)
        }
        writer.writeInt16(self.acks)
        writer.writeInt32(self.timeoutMs)
        try writer.writeStructs(self.topicData, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "ProduceRequest.unknownTaggedFields", version)
        }
    }
}

extension ProduceRequest {
    /// An element of `topicData`.
    public struct TopicProduceData: WireStruct {
        /// Versions 0-12, dropped elsewhere, unique in its array.
        public var name: String
        /// Versions 13+, dropped elsewhere, unique in its array.
        public var topicId: Uuid
        public var partitionData: [PartitionProduceData]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            topicId: Uuid = .zero,
            partitionData: [PartitionProduceData] = []
        ) {
            self.name = name
            self.topicId = topicId
            self.partitionData = partitionData
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 9
            var name: String = ""
            if version <= 12 {
                name = try reader.readString(flexible: flexible)
            }
            var topicId: Uuid = .zero
            if version >= 13 {
                topicId = try reader.readUuid()
            }
            let partitionData: [PartitionProduceData] = try reader.readStructs(version: version, minimumSize: 6, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.topicId = topicId
            self.partitionData = partitionData
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 9
            if version <= 12 {
                try writer.writeString(self.name, flexible: flexible)
            }
            if version >= 13 {
                writer.writeUuid(self.topicId)
            }
            try writer.writeStructs(self.partitionData, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "ProduceRequest.TopicProduceData.unknownTaggedFields", version)
            }
        }
    }
}

extension ProduceRequest {
    /// An element of `partitionData`.
    public struct PartitionProduceData: WireStruct {
        public var index: Int32
        public var records: Records?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            index: Int32 = 0,
            records: Records? = nil
        ) {
            self.index = index
            self.records = records
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 9
            let index: Int32 = try reader.readInt32()
            let records: Records? = try reader.readNullableRecords(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.index = index
            self.records = records
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 9
            writer.writeInt32(self.index)
            try writer.writeNullableRecords(self.records, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "ProduceRequest.PartitionProduceData.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of Produce (0), versions 0-13, flexible 9-13; Kafka 4.3 serves 3-13.
///
/// Appends record batches to partitions.
public struct ProduceResponse: ResponseMessage {
    public static var apiKey: ApiKey { .produce }
    public static var validVersions: ClosedRange<Int16> { 0...13 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 9 }

    public var responses: [TopicProduceResponse]
    /// Versions 1+, dropped elsewhere.
    public var throttleTimeMs: Int32
    /// Versions 10+, tag 0, must be the default elsewhere.
    public var nodeEndpoints: [NodeEndpoint]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        responses: [TopicProduceResponse] = [],
        throttleTimeMs: Int32 = 0,
        nodeEndpoints: [NodeEndpoint] = []
    ) {
        self.responses = responses
        self.throttleTimeMs = throttleTimeMs
        self.nodeEndpoints = nodeEndpoints
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 9
        let responses: [TopicProduceResponse] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        var throttleTimeMs: Int32 = 0
        if version >= 1 {
            throttleTimeMs = try reader.readInt32()
        }
        var nodeEndpoints: [NodeEndpoint] = []
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            var tags = try reader.startTaggedFields()
            while let tag = try reader.nextTag(&tags) {
                switch tag {
                case 0 where version >= 10: nodeEndpoints = try reader.readStructs(version: version, minimumSize: 11, flexible: true)
                default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
                }
            }
        }
        self.responses = responses
        self.throttleTimeMs = throttleTimeMs
        self.nodeEndpoints = nodeEndpoints
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 9
        try writer.writeStructs(self.responses, version: version, flexible: flexible)
        if version >= 1 {
            writer.writeInt32(self.throttleTimeMs)
        }
        if version < 10 {
            try requireDefault(self.nodeEndpoints.isEmpty, "ProduceResponse.nodeEndpoints", version)
        }
        if flexible {
            var tagCount = self.unknownTaggedFields.count
            if version >= 10, !self.nodeEndpoints.isEmpty { tagCount &+= 1 }
            writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
            var nextUnknown = 0
            if version >= 10, !self.nodeEndpoints.isEmpty {
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
                let tag = writer.openTag(0)
                try writer.writeStructs(self.nodeEndpoints, version: version, flexible: true)
                try writer.closeTag(tag)
            }
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "ProduceResponse.unknownTaggedFields", version)
        }
    }
}

extension ProduceResponse {
    /// An element of `responses`.
    public struct TopicProduceResponse: WireStruct {
        /// Versions 0-12, dropped elsewhere, unique in its array.
        public var name: String
        /// Versions 13+, dropped elsewhere, unique in its array.
        public var topicId: Uuid
        public var partitionResponses: [PartitionProduceResponse]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            topicId: Uuid = .zero,
            partitionResponses: [PartitionProduceResponse] = []
        ) {
            self.name = name
            self.topicId = topicId
            self.partitionResponses = partitionResponses
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 9
            var name: String = ""
            if version <= 12 {
                name = try reader.readString(flexible: flexible)
            }
            var topicId: Uuid = .zero
            if version >= 13 {
                topicId = try reader.readUuid()
            }
            let partitionResponses: [PartitionProduceResponse] = try reader.readStructs(version: version, minimumSize: 14, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.topicId = topicId
            self.partitionResponses = partitionResponses
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 9
            if version <= 12 {
                try writer.writeString(self.name, flexible: flexible)
            }
            if version >= 13 {
                writer.writeUuid(self.topicId)
            }
            try writer.writeStructs(self.partitionResponses, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "ProduceResponse.TopicProduceResponse.unknownTaggedFields", version)
            }
        }
    }
}

extension ProduceResponse {
    /// An element of `partitionResponses`.
    public struct PartitionProduceResponse: WireStruct {
        public var index: Int32
        public var errorCode: Int16
        public var baseOffset: Int64
        /// Versions 2+, dropped elsewhere.
        public var logAppendTimeMs: Int64
        /// Versions 5+, dropped elsewhere.
        public var logStartOffset: Int64
        /// Versions 8+, dropped elsewhere.
        public var recordErrors: [BatchIndexAndErrorMessage]
        /// Versions 8+, dropped elsewhere.
        public var errorMessage: String?
        /// Versions 10+, tag 0, must be the default elsewhere.
        public var currentLeader: LeaderIdAndEpoch
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            index: Int32 = 0,
            errorCode: Int16 = 0,
            baseOffset: Int64 = 0,
            logAppendTimeMs: Int64 = -1,
            logStartOffset: Int64 = -1,
            recordErrors: [BatchIndexAndErrorMessage] = [],
            errorMessage: String? = nil,
            currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch()
        ) {
            self.index = index
            self.errorCode = errorCode
            self.baseOffset = baseOffset
            self.logAppendTimeMs = logAppendTimeMs
            self.logStartOffset = logStartOffset
            self.recordErrors = recordErrors
            self.errorMessage = errorMessage
            self.currentLeader = currentLeader
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 9
            let index: Int32 = try reader.readInt32()
            let errorCode: Int16 = try reader.readInt16()
            let baseOffset: Int64 = try reader.readInt64()
            var logAppendTimeMs: Int64 = -1
            if version >= 2 {
                logAppendTimeMs = try reader.readInt64()
            }
            var logStartOffset: Int64 = -1
            if version >= 5 {
                logStartOffset = try reader.readInt64()
            }
            var recordErrors: [BatchIndexAndErrorMessage] = []
            var errorMessage: String? = nil
            if version >= 8 {
                recordErrors = try reader.readStructs(version: version, minimumSize: 6, flexible: flexible)
                errorMessage = try reader.readNullableString(flexible: flexible)
            }
            var currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                var tags = try reader.startTaggedFields()
                while let tag = try reader.nextTag(&tags) {
                    switch tag {
                    case 0 where version >= 10: currentLeader = try reader.readStruct(LeaderIdAndEpoch.self, version: version)
                    default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
                    }
                }
            }
            self.index = index
            self.errorCode = errorCode
            self.baseOffset = baseOffset
            self.logAppendTimeMs = logAppendTimeMs
            self.logStartOffset = logStartOffset
            self.recordErrors = recordErrors
            self.errorMessage = errorMessage
            self.currentLeader = currentLeader
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 9
            writer.writeInt32(self.index)
            writer.writeInt16(self.errorCode)
            writer.writeInt64(self.baseOffset)
            if version >= 2 {
                writer.writeInt64(self.logAppendTimeMs)
            }
            if version >= 5 {
                writer.writeInt64(self.logStartOffset)
            }
            if version >= 8 {
                try writer.writeStructs(self.recordErrors, version: version, flexible: flexible)
                try writer.writeNullableString(self.errorMessage, flexible: flexible)
            }
            if version < 10 {
                try requireDefault(self.currentLeader.isDefault, "ProduceResponse.PartitionProduceResponse.currentLeader", version)
            }
            if flexible {
                var tagCount = self.unknownTaggedFields.count
                if version >= 10, !self.currentLeader.isDefault { tagCount &+= 1 }
                writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
                var nextUnknown = 0
                if version >= 10, !self.currentLeader.isDefault {
                    try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
                    let tag = writer.openTag(0)
                    try self.currentLeader.write(to: &writer, version: version)
                    try writer.closeTag(tag)
                }
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "ProduceResponse.PartitionProduceResponse.unknownTaggedFields", version)
            }
        }
    }
}

extension ProduceResponse {
    /// An element of `recordErrors`.
    public struct BatchIndexAndErrorMessage: WireStruct {
        public var batchIndex: Int32
        public var batchIndexErrorMessage: String?
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            batchIndex: Int32 = 0,
            batchIndexErrorMessage: String? = nil
        ) {
            self.batchIndex = batchIndex
            self.batchIndexErrorMessage = batchIndexErrorMessage
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 9
            let batchIndex: Int32 = try reader.readInt32()
            let batchIndexErrorMessage: String? = try reader.readNullableString(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.batchIndex = batchIndex
            self.batchIndexErrorMessage = batchIndexErrorMessage
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 9
            writer.writeInt32(self.batchIndex)
            try writer.writeNullableString(self.batchIndexErrorMessage, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "ProduceResponse.BatchIndexAndErrorMessage.unknownTaggedFields", version)
            }
        }
    }
}

extension ProduceResponse {
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

extension ProduceResponse {
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
