// Generated from protocol-specs/APIs/FetchSnapshot.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of FetchSnapshot (59), versions 0-1, flexible 0-1; Kafka 4.3 serves 0-1.
///
/// Reads a part of a snapshot of the metadata log.
public struct FetchSnapshotRequest: RequestMessage {
    public typealias Response = FetchSnapshotResponse
    public static var apiKey: ApiKey { .fetchSnapshot }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    /// Tag 0.
    public var clusterId: String?
    public var replicaId: Int32
    public var maxBytes: Int32
    public var topics: [TopicSnapshot]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        clusterId: String? = nil,
        replicaId: Int32 = -1,
        maxBytes: Int32 = 0x7fffffff,
        topics: [TopicSnapshot] = []
    ) {
        self.clusterId = clusterId
        self.replicaId = replicaId
        self.maxBytes = maxBytes
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let replicaId: Int32 = try reader.readInt32()
        let maxBytes: Int32 = try reader.readInt32()
        let topics: [TopicSnapshot] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
        var clusterId: String? = nil
        var unknownTaggedFields = UnknownTaggedFields()
        var tags = try reader.startTaggedFields()
        while let tag = try reader.nextTag(&tags) {
            switch tag {
            case 0: clusterId = try reader.readNullableString(flexible: true)
            default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
            }
        }
        self.clusterId = clusterId
        self.replicaId = replicaId
        self.maxBytes = maxBytes
        self.topics = topics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.replicaId)
        writer.writeInt32(self.maxBytes)
        try writer.writeStructs(self.topics, version: version, flexible: true)
        var tagCount = self.unknownTaggedFields.count
        if self.clusterId != nil { tagCount &+= 1 }
        writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
        var nextUnknown = 0
        if self.clusterId != nil {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
            let tag = writer.openTag(0)
            try writer.writeNullableString(self.clusterId, flexible: true)
            try writer.closeTag(tag)
        }
        try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
    }
}

extension FetchSnapshotRequest {
    /// An element of `topics`.
    public struct TopicSnapshot: WireStruct {
        public var name: String
        public var partitions: [PartitionSnapshot]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            partitions: [PartitionSnapshot] = []
        ) {
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: true)
            let partitions: [PartitionSnapshot] = try reader.readStructs(version: version, minimumSize: 30, flexible: true)
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

extension FetchSnapshotRequest {
    /// An element of `partitions`.
    public struct PartitionSnapshot: WireStruct {
        public var partition: Int32
        public var currentLeaderEpoch: Int32
        public var snapshotId: SnapshotId
        public var position: Int64
        /// Versions 1+, tag 0, dropped elsewhere.
        public var replicaDirectoryId: Uuid
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partition: Int32 = 0,
            currentLeaderEpoch: Int32 = 0,
            snapshotId: SnapshotId = SnapshotId(),
            position: Int64 = 0,
            replicaDirectoryId: Uuid = .zero
        ) {
            self.partition = partition
            self.currentLeaderEpoch = currentLeaderEpoch
            self.snapshotId = snapshotId
            self.position = position
            self.replicaDirectoryId = replicaDirectoryId
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partition: Int32 = try reader.readInt32()
            let currentLeaderEpoch: Int32 = try reader.readInt32()
            let snapshotId: SnapshotId = try reader.readStruct(SnapshotId.self, version: version)
            let position: Int64 = try reader.readInt64()
            var replicaDirectoryId: Uuid = .zero
            var unknownTaggedFields = UnknownTaggedFields()
            var tags = try reader.startTaggedFields()
            while let tag = try reader.nextTag(&tags) {
                switch tag {
                case 0 where version >= 1: replicaDirectoryId = try reader.readUuid()
                default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
                }
            }
            self.partition = partition
            self.currentLeaderEpoch = currentLeaderEpoch
            self.snapshotId = snapshotId
            self.position = position
            self.replicaDirectoryId = replicaDirectoryId
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partition)
            writer.writeInt32(self.currentLeaderEpoch)
            try self.snapshotId.write(to: &writer, version: version)
            writer.writeInt64(self.position)
            var tagCount = self.unknownTaggedFields.count
            if version >= 1, self.replicaDirectoryId != .zero { tagCount &+= 1 }
            writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
            var nextUnknown = 0
            if version >= 1, self.replicaDirectoryId != .zero {
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
                let tag = writer.openTag(0)
                writer.writeUuid(self.replicaDirectoryId)
                try writer.closeTag(tag)
            }
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
        }
    }
}

extension FetchSnapshotRequest {
    /// The value of `snapshotId`.
    public struct SnapshotId: WireStruct {
        public var endOffset: Int64
        public var epoch: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            endOffset: Int64 = 0,
            epoch: Int32 = 0
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
    }
}

/// The response of FetchSnapshot (59), versions 0-1, flexible 0-1; Kafka 4.3 serves 0-1.
///
/// Reads a part of a snapshot of the metadata log.
public struct FetchSnapshotResponse: ResponseMessage {
    public static var apiKey: ApiKey { .fetchSnapshot }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var topics: [TopicSnapshot]
    /// Versions 1+, tag 0, must be the default elsewhere.
    public var nodeEndpoints: [NodeEndpoint]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        topics: [TopicSnapshot] = [],
        nodeEndpoints: [NodeEndpoint] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.topics = topics
        self.nodeEndpoints = nodeEndpoints
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let topics: [TopicSnapshot] = try reader.readStructs(version: version, minimumSize: 3, flexible: true)
        var nodeEndpoints: [NodeEndpoint] = []
        var unknownTaggedFields = UnknownTaggedFields()
        var tags = try reader.startTaggedFields()
        while let tag = try reader.nextTag(&tags) {
            switch tag {
            case 0 where version >= 1: nodeEndpoints = try reader.readStructs(version: version, minimumSize: 8, flexible: true)
            default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
            }
        }
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.topics = topics
        self.nodeEndpoints = nodeEndpoints
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        try writer.writeStructs(self.topics, version: version, flexible: true)
        if version < 1 {
            try requireDefault(self.nodeEndpoints.isEmpty, "FetchSnapshotResponse.nodeEndpoints", version)
        }
        var tagCount = self.unknownTaggedFields.count
        if version >= 1, !self.nodeEndpoints.isEmpty { tagCount &+= 1 }
        writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
        var nextUnknown = 0
        if version >= 1, !self.nodeEndpoints.isEmpty {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
            let tag = writer.openTag(0)
            try writer.writeStructs(self.nodeEndpoints, version: version, flexible: true)
            try writer.closeTag(tag)
        }
        try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
    }
}

extension FetchSnapshotResponse {
    /// An element of `topics`.
    public struct TopicSnapshot: WireStruct {
        public var name: String
        public var partitions: [PartitionSnapshot]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            partitions: [PartitionSnapshot] = []
        ) {
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: true)
            let partitions: [PartitionSnapshot] = try reader.readStructs(version: version, minimumSize: 37, flexible: true)
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

extension FetchSnapshotResponse {
    /// An element of `partitions`.
    public struct PartitionSnapshot: WireStruct {
        public var index: Int32
        public var errorCode: Int16
        public var snapshotId: SnapshotId
        /// Tag 0.
        public var currentLeader: LeaderIdAndEpoch
        public var size: Int64
        public var position: Int64
        public var unalignedRecords: Records
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            index: Int32 = 0,
            errorCode: Int16 = 0,
            snapshotId: SnapshotId = SnapshotId(),
            currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch(),
            size: Int64 = 0,
            position: Int64 = 0,
            unalignedRecords: Records = .empty
        ) {
            self.index = index
            self.errorCode = errorCode
            self.snapshotId = snapshotId
            self.currentLeader = currentLeader
            self.size = size
            self.position = position
            self.unalignedRecords = unalignedRecords
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let index: Int32 = try reader.readInt32()
            let errorCode: Int16 = try reader.readInt16()
            let snapshotId: SnapshotId = try reader.readStruct(SnapshotId.self, version: version)
            let size: Int64 = try reader.readInt64()
            let position: Int64 = try reader.readInt64()
            let unalignedRecords: Records = try reader.readRecords(flexible: true)
            var currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch()
            var unknownTaggedFields = UnknownTaggedFields()
            var tags = try reader.startTaggedFields()
            while let tag = try reader.nextTag(&tags) {
                switch tag {
                case 0: currentLeader = try reader.readStruct(LeaderIdAndEpoch.self, version: version)
                default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
                }
            }
            self.index = index
            self.errorCode = errorCode
            self.snapshotId = snapshotId
            self.currentLeader = currentLeader
            self.size = size
            self.position = position
            self.unalignedRecords = unalignedRecords
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.index)
            writer.writeInt16(self.errorCode)
            try self.snapshotId.write(to: &writer, version: version)
            writer.writeInt64(self.size)
            writer.writeInt64(self.position)
            try writer.writeRecords(self.unalignedRecords, flexible: true)
            var tagCount = self.unknownTaggedFields.count
            if !self.currentLeader.isDefault { tagCount &+= 1 }
            writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
            var nextUnknown = 0
            if !self.currentLeader.isDefault {
                try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
                let tag = writer.openTag(0)
                try self.currentLeader.write(to: &writer, version: version)
                try writer.closeTag(tag)
            }
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
        }
    }
}

extension FetchSnapshotResponse {
    /// The value of `snapshotId`.
    public struct SnapshotId: WireStruct {
        public var endOffset: Int64
        public var epoch: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            endOffset: Int64 = 0,
            epoch: Int32 = 0
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
    }
}

extension FetchSnapshotResponse {
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

        var isDefault: Bool {
            self.leaderId == 0
                && self.leaderEpoch == 0
                && self.unknownTaggedFields.isEmpty
        }
    }
}

extension FetchSnapshotResponse {
    /// An element of `nodeEndpoints`.
    public struct NodeEndpoint: WireStruct {
        /// Unique in its array.
        public var nodeId: Int32
        public var host: String
        public var port: UInt16
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            nodeId: Int32 = 0,
            host: String = "",
            port: UInt16 = 0
        ) {
            self.nodeId = nodeId
            self.host = host
            self.port = port
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let nodeId: Int32 = try reader.readInt32()
            let host: String = try reader.readString(flexible: true)
            let port: UInt16 = try reader.readUInt16()
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.nodeId = nodeId
            self.host = host
            self.port = port
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.nodeId)
            try writer.writeString(self.host, flexible: true)
            writer.writeUInt16(self.port)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
