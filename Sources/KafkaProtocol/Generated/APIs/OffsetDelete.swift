// Generated from protocol-specs/APIs/OffsetDelete.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of OffsetDelete (47), versions 0, flexible none; Kafka 4.3 serves 0.
///
/// Deletes a group's offsets of topics it no longer reads.
public struct OffsetDeleteRequest: RequestMessage {
    public typealias Response = OffsetDeleteResponse
    public static var apiKey: ApiKey { .offsetDelete }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { false }

    public var groupId: String
    public var topics: [OffsetDeleteRequestTopic]

    public init(
        groupId: String = "",
        topics: [OffsetDeleteRequestTopic] = []
    ) {
        self.groupId = groupId
        self.topics = topics
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let groupId: String = try reader.readString(flexible: false)
        let topics: [OffsetDeleteRequestTopic] = try reader.readStructs(version: version, minimumSize: 6, flexible: false)
        self.groupId = groupId
        self.topics = topics
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.groupId, flexible: false)
        try writer.writeStructs(self.topics, version: version, flexible: false)
    }
}

extension OffsetDeleteRequest {
    /// An element of `topics`.
    public struct OffsetDeleteRequestTopic: WireStruct {
        /// Unique in its array.
        public var name: String
        public var partitions: [OffsetDeleteRequestPartition]

        public init(
            name: String = "",
            partitions: [OffsetDeleteRequestPartition] = []
        ) {
            self.name = name
            self.partitions = partitions
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: false)
            let partitions: [OffsetDeleteRequestPartition] = try reader.readStructs(version: version, minimumSize: 4, flexible: false)
            self.name = name
            self.partitions = partitions
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: false)
            try writer.writeStructs(self.partitions, version: version, flexible: false)
        }
    }
}

extension OffsetDeleteRequest {
    /// An element of `partitions`.
    public struct OffsetDeleteRequestPartition: WireStruct {
        public var partitionIndex: Int32

        public init(
            partitionIndex: Int32 = 0
        ) {
            self.partitionIndex = partitionIndex
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partitionIndex: Int32 = try reader.readInt32()
            self.partitionIndex = partitionIndex
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partitionIndex)
        }
    }
}

/// The response of OffsetDelete (47), versions 0, flexible none; Kafka 4.3 serves 0.
///
/// Deletes a group's offsets of topics it no longer reads.
public struct OffsetDeleteResponse: ResponseMessage {
    public static var apiKey: ApiKey { .offsetDelete }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { false }

    public var errorCode: Int16
    public var throttleTimeMs: Int32
    public var topics: [OffsetDeleteResponseTopic]

    public init(
        errorCode: Int16 = 0,
        throttleTimeMs: Int32 = 0,
        topics: [OffsetDeleteResponseTopic] = []
    ) {
        self.errorCode = errorCode
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let errorCode: Int16 = try reader.readInt16()
        let throttleTimeMs: Int32 = try reader.readInt32()
        let topics: [OffsetDeleteResponseTopic] = try reader.readStructs(version: version, minimumSize: 6, flexible: false)
        self.errorCode = errorCode
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt16(self.errorCode)
        writer.writeInt32(self.throttleTimeMs)
        try writer.writeStructs(self.topics, version: version, flexible: false)
    }
}

extension OffsetDeleteResponse {
    /// An element of `topics`.
    public struct OffsetDeleteResponseTopic: WireStruct {
        /// Unique in its array.
        public var name: String
        public var partitions: [OffsetDeleteResponsePartition]

        public init(
            name: String = "",
            partitions: [OffsetDeleteResponsePartition] = []
        ) {
            self.name = name
            self.partitions = partitions
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let name: String = try reader.readString(flexible: false)
            let partitions: [OffsetDeleteResponsePartition] = try reader.readStructs(version: version, minimumSize: 6, flexible: false)
            self.name = name
            self.partitions = partitions
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.name, flexible: false)
            try writer.writeStructs(self.partitions, version: version, flexible: false)
        }
    }
}

extension OffsetDeleteResponse {
    /// An element of `partitions`.
    public struct OffsetDeleteResponsePartition: WireStruct {
        /// Unique in its array.
        public var partitionIndex: Int32
        public var errorCode: Int16

        public init(
            partitionIndex: Int32 = 0,
            errorCode: Int16 = 0
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let partitionIndex: Int32 = try reader.readInt32()
            let errorCode: Int16 = try reader.readInt16()
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.partitionIndex)
            writer.writeInt16(self.errorCode)
        }
    }
}
