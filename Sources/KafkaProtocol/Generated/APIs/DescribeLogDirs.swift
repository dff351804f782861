// Generated from protocol-specs/APIs/DescribeLogDirs.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of DescribeLogDirs (35), versions 0-5, flexible 2-5; Kafka 4.3 serves 1-5.
///
/// Describes a broker's log directories and what lies in them.
public struct DescribeLogDirsRequest: RequestMessage {
    public typealias Response = DescribeLogDirsResponse
    public static var apiKey: ApiKey { .describeLogDirs }
    public static var validVersions: ClosedRange<Int16> { 0...5 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var topics: [DescribableLogDirTopic]?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        topics: [DescribableLogDirTopic]? = []
    ) {
        self.topics = topics
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let topics: [DescribableLogDirTopic]? = try reader.readNullableStructs(version: version, minimumSize: 3, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.topics = topics
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        try writer.writeNullableStructs(self.topics, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeLogDirsRequest.unknownTaggedFields", version)
        }
    }
}

extension DescribeLogDirsRequest {
    /// An element of `topics`.
    public struct DescribableLogDirTopic: WireStruct {
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
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeLogDirsRequest.DescribableLogDirTopic.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of DescribeLogDirs (35), versions 0-5, flexible 2-5; Kafka 4.3 serves 1-5.
///
/// Describes a broker's log directories and what lies in them.
public struct DescribeLogDirsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .describeLogDirs }
    public static var validVersions: ClosedRange<Int16> { 0...5 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 2 }

    public var throttleTimeMs: Int32
    /// Versions 3+, dropped elsewhere.
    public var errorCode: Int16
    public var results: [DescribeLogDirsResult]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        results: [DescribeLogDirsResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.results = results
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        let throttleTimeMs: Int32 = try reader.readInt32()
        var errorCode: Int16 = 0
        if version >= 3 {
            errorCode = try reader.readInt16()
        }
        let results: [DescribeLogDirsResult] = try reader.readStructs(version: version, minimumSize: 5, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.results = results
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 2
        writer.writeInt32(self.throttleTimeMs)
        if version >= 3 {
            writer.writeInt16(self.errorCode)
        }
        try writer.writeStructs(self.results, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeLogDirsResponse.unknownTaggedFields", version)
        }
    }
}

extension DescribeLogDirsResponse {
    /// An element of `results`.
    public struct DescribeLogDirsResult: WireStruct {
        public var errorCode: Int16
        public var logDir: String
        public var topics: [DescribeLogDirsTopic]
        /// Versions 4+, dropped elsewhere.
        public var totalBytes: Int64
        /// Versions 4+, dropped elsewhere.
        public var usableBytes: Int64
        /// Versions 5+, dropped elsewhere.
        public var isCordoned: Bool
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            errorCode: Int16 = 0,
            logDir: String = "",
            topics: [DescribeLogDirsTopic] = [],
            totalBytes: Int64 = -1,
            usableBytes: Int64 = -1,
            isCordoned: Bool = false
        ) {
            self.errorCode = errorCode
            self.logDir = logDir
            self.topics = topics
            self.totalBytes = totalBytes
            self.usableBytes = usableBytes
            self.isCordoned = isCordoned
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let errorCode: Int16 = try reader.readInt16()
            let logDir: String = try reader.readString(flexible: flexible)
            let topics: [DescribeLogDirsTopic] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
            var totalBytes: Int64 = -1
            var usableBytes: Int64 = -1
            if version >= 4 {
                totalBytes = try reader.readInt64()
                usableBytes = try reader.readInt64()
            }
            var isCordoned: Bool = false
            if version >= 5 {
                isCordoned = try reader.readBool()
            }
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.errorCode = errorCode
            self.logDir = logDir
            self.topics = topics
            self.totalBytes = totalBytes
            self.usableBytes = usableBytes
            self.isCordoned = isCordoned
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            writer.writeInt16(self.errorCode)
            try writer.writeString(self.logDir, flexible: flexible)
            try writer.writeStructs(self.topics, version: version, flexible: flexible)
            if version >= 4 {
                writer.writeInt64(self.totalBytes)
                writer.writeInt64(self.usableBytes)
            }
            if version >= 5 {
                writer.writeBool(self.isCordoned)
            }
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeLogDirsResponse.DescribeLogDirsResult.unknownTaggedFields", version)
            }
        }
    }
}

extension DescribeLogDirsResponse {
    /// An element of `topics`.
    public struct DescribeLogDirsTopic: WireStruct {
        public var name: String
        public var partitions: [DescribeLogDirsPartition]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            partitions: [DescribeLogDirsPartition] = []
        ) {
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let name: String = try reader.readString(flexible: flexible)
            let partitions: [DescribeLogDirsPartition] = try reader.readStructs(version: version, minimumSize: 21, flexible: flexible)
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
            try writer.writeStructs(self.partitions, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeLogDirsResponse.DescribeLogDirsTopic.unknownTaggedFields", version)
            }
        }
    }
}

extension DescribeLogDirsResponse {
    /// An element of `partitions`.
    public struct DescribeLogDirsPartition: WireStruct {
        public var partitionIndex: Int32
        public var partitionSize: Int64
        public var offsetLag: Int64
        public var isFutureKey: Bool
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            partitionIndex: Int32 = 0,
            partitionSize: Int64 = 0,
            offsetLag: Int64 = 0,
            isFutureKey: Bool = false
        ) {
            self.partitionIndex = partitionIndex
            self.partitionSize = partitionSize
            self.offsetLag = offsetLag
            self.isFutureKey = isFutureKey
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            let partitionIndex: Int32 = try reader.readInt32()
            let partitionSize: Int64 = try reader.readInt64()
            let offsetLag: Int64 = try reader.readInt64()
            let isFutureKey: Bool = try reader.readBool()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.partitionIndex = partitionIndex
            self.partitionSize = partitionSize
            self.offsetLag = offsetLag
            self.isFutureKey = isFutureKey
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            writer.writeInt32(self.partitionIndex)
            writer.writeInt64(self.partitionSize)
            writer.writeInt64(self.offsetLag)
            writer.writeBool(self.isFutureKey)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "DescribeLogDirsResponse.DescribeLogDirsPartition.unknownTaggedFields", version)
            }
        }
    }
}
