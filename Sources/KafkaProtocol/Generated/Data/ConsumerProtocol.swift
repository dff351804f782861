// Generated from protocol-specs/Data/ConsumerProtocol.spec by tools/protocol-generator. Do not edit.

public import KafkaWire
public import NIOCore

/// A member's subscription, inside JoinGroup, by the classic consumer protocol; a version number comes before it.
///
/// Versions 0-3, flexible none.
public struct ConsumerProtocolSubscription: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...3 }
    public static func isFlexible(_ version: Int16) -> Bool { false }

    public var topics: [String]
    public var userData: ByteBuffer?
    /// Versions 1+, dropped elsewhere.
    public var ownedPartitions: [TopicPartition]
    /// Versions 2+, dropped elsewhere.
    public var generationId: Int32
    /// Versions 3+, dropped elsewhere.
    public var rackId: String?

    public init(
        topics: [String] = [],
        userData: ByteBuffer? = nil,
        ownedPartitions: [TopicPartition] = [],
        generationId: Int32 = -1,
        rackId: String? = nil
    ) {
        self.topics = topics
        self.userData = userData
        self.ownedPartitions = ownedPartitions
        self.generationId = generationId
        self.rackId = rackId
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let topics: [String] = try reader.readArray(flexible: false)
        let userData: ByteBuffer? = try reader.readNullableBytes(flexible: false)
        var ownedPartitions: [TopicPartition] = []
        if version >= 1 {
            ownedPartitions = try reader.readStructs(version: version, minimumSize: 6, flexible: false)
        }
        var generationId: Int32 = -1
        if version >= 2 {
            generationId = try reader.readInt32()
        }
        var rackId: String? = nil
        if version >= 3 {
            rackId = try reader.readNullableString(flexible: false)
        }
        self.topics = topics
        self.userData = userData
        self.ownedPartitions = ownedPartitions
        self.generationId = generationId
        self.rackId = rackId
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeArray(self.topics, flexible: false)
        try writer.writeNullableBytes(self.userData, flexible: false)
        if version >= 1 {
            try writer.writeStructs(self.ownedPartitions, version: version, flexible: false)
        }
        if version >= 2 {
            writer.writeInt32(self.generationId)
        }
        if version >= 3 {
            try writer.writeNullableString(self.rackId, flexible: false)
        }
    }
}

extension ConsumerProtocolSubscription {
    /// An element of `ownedPartitions`.
    public struct TopicPartition: WireStruct {
        /// Unique in its array.
        public var topic: String
        public var partitions: [Int32]

        public init(
            topic: String = "",
            partitions: [Int32] = []
        ) {
            self.topic = topic
            self.partitions = partitions
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topic: String = try reader.readString(flexible: false)
            let partitions: [Int32] = try reader.readArray(flexible: false)
            self.topic = topic
            self.partitions = partitions
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.topic, flexible: false)
            try writer.writeArray(self.partitions, flexible: false)
        }
    }
}

/// A member's assignment, inside SyncGroup, by the classic consumer protocol; a version number comes before it.
///
/// Versions 0-3, flexible none.
public struct ConsumerProtocolAssignment: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...3 }
    public static func isFlexible(_ version: Int16) -> Bool { false }

    public var assignedPartitions: [TopicPartition]
    public var userData: ByteBuffer?

    public init(
        assignedPartitions: [TopicPartition] = [],
        userData: ByteBuffer? = nil
    ) {
        self.assignedPartitions = assignedPartitions
        self.userData = userData
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let assignedPartitions: [TopicPartition] = try reader.readStructs(version: version, minimumSize: 6, flexible: false)
        let userData: ByteBuffer? = try reader.readNullableBytes(flexible: false)
        self.assignedPartitions = assignedPartitions
        self.userData = userData
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeStructs(self.assignedPartitions, version: version, flexible: false)
        try writer.writeNullableBytes(self.userData, flexible: false)
    }
}

extension ConsumerProtocolAssignment {
    /// An element of `assignedPartitions`.
    public struct TopicPartition: WireStruct {
        /// Unique in its array.
        public var topic: String
        public var partitions: [Int32]

        public init(
            topic: String = "",
            partitions: [Int32] = []
        ) {
            self.topic = topic
            self.partitions = partitions
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let topic: String = try reader.readString(flexible: false)
            let partitions: [Int32] = try reader.readArray(flexible: false)
            self.topic = topic
            self.partitions = partitions
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.topic, flexible: false)
            try writer.writeArray(self.partitions, flexible: false)
        }
    }
}
