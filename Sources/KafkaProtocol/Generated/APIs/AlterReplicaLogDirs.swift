// Generated from protocol-specs/APIs/AlterReplicaLogDirs.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of AlterReplicaLogDirs (34), versions 0-2, flexible 2; Kafka 4.3 serves 1-2.
///
/// Moves replicas between the log directories of a broker.
public struct AlterReplicaLogDirsRequest: RequestMessage {
    public typealias Response = AlterReplicaLogDirsResponse
    public static var apiKey: ApiKey { .alterReplicaLogDirs }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var dirs: [AlterReplicaLogDir]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        dirs: [AlterReplicaLogDir] = []
    ) {
        self.dirs = dirs
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let dirs: [AlterReplicaLogDir] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.dirs = dirs
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        try writer.writeStructs(self.dirs, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "AlterReplicaLogDirsRequest.unknownTaggedFields", version)
        }
    }
}

extension AlterReplicaLogDirsRequest {
    /// An element of `dirs`.
    public struct AlterReplicaLogDir: WireStruct {
        /// Unique in its array.
        public var path: String
        public var topics: [AlterReplicaLogDirTopic]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            path: String = "",
            topics: [AlterReplicaLogDirTopic] = []
        ) {
            self.path = path
            self.topics = topics
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let path: String = try reader.readString(flexible: flexible)
            let topics: [AlterReplicaLogDirTopic] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.path = path
            self.topics = topics
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(self.path, flexible: flexible)
            try writer.writeStructs(self.topics, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "AlterReplicaLogDirsRequest.AlterReplicaLogDir.unknownTaggedFields", version)
            }
        }
    }
}

extension AlterReplicaLogDirsRequest {
    /// An element of `topics`.
    public struct AlterReplicaLogDirTopic: WireStruct {
        /// Unique in its array.
        public var name: String
        public var partitions: [Int32]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            partitions: [Int32] = []
        ) {
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let name: String = try reader.readString(flexible: flexible)
            let partitions: [Int32] = try reader.readArray(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(self.name, flexible: flexible)
            try writer.writeArray(self.partitions, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "AlterReplicaLogDirsRequest.AlterReplicaLogDirTopic.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of AlterReplicaLogDirs (34), versions 0-2, flexible 2; Kafka 4.3 serves 1-2.
///
/// Moves replicas between the log directories of a broker.
public struct AlterReplicaLogDirsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .alterReplicaLogDirs }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var throttleTimeMs: Int32
    public var results: [AlterReplicaLogDirTopicResult]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        results: [AlterReplicaLogDirTopicResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.results = results
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let throttleTimeMs: Int32 = try reader.readInt32()
        let results: [AlterReplicaLogDirTopicResult] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.results = results
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        writer.writeInt32(self.throttleTimeMs)
        try writer.writeStructs(self.results, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "AlterReplicaLogDirsResponse.unknownTaggedFields", version)
        }
    }
}

extension AlterReplicaLogDirsResponse {
    /// An element of `results`.
    public struct AlterReplicaLogDirTopicResult: WireStruct {
        public var topicName: String
        public var partitions: [AlterReplicaLogDirPartitionResult]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicName: String = "",
            partitions: [AlterReplicaLogDirPartitionResult] = []
        ) {
            self.topicName = topicName
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let topicName: String = try reader.readString(flexible: flexible)
            let partitions: [AlterReplicaLogDirPartitionResult] = try reader.readStructs(version: version, minimumSize: 6, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.topicName = topicName
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(self.topicName, flexible: flexible)
            try writer.writeStructs(self.partitions, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "AlterReplicaLogDirsResponse.AlterReplicaLogDirTopicResult.unknownTaggedFields", version)
            }
        }
    }
}

extension AlterReplicaLogDirsResponse {
    /// An element of `partitions`.
    public struct AlterReplicaLogDirPartitionResult: WireStruct {
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
            let flexible = version >= 2
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
            let flexible = version >= 2
            writer.writeInt32(self.partitionIndex)
            writer.writeInt16(self.errorCode)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "AlterReplicaLogDirsResponse.AlterReplicaLogDirPartitionResult.unknownTaggedFields", version)
            }
        }
    }
}
