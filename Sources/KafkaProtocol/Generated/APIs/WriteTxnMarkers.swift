// Generated from protocol-specs/APIs/WriteTxnMarkers.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of WriteTxnMarkers (27), versions 0-2, flexible 1-2; Kafka 4.3 serves 1-2.
///
/// A transaction coordinator has the end of transactions written into logs.
public struct WriteTxnMarkersRequest: RequestMessage {
    public typealias Response = WriteTxnMarkersResponse
    public static var apiKey: ApiKey { .writeTxnMarkers }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 1 }

    public var markers: [WritableTxnMarker]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        markers: [WritableTxnMarker] = []
    ) {
        self.markers = markers
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        let markers: [WritableTxnMarker] = try reader.readStructs(version: version, minimumSize: 17, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.markers = markers
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        try writer.writeStructs(self.markers, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "WriteTxnMarkersRequest.unknownTaggedFields", version)
        }
    }
}

extension WriteTxnMarkersRequest {
    /// An element of `markers`.
    public struct WritableTxnMarker: WireStruct {
        public var producerId: Int64
        public var producerEpoch: Int16
        public var transactionResult: Bool
        public var topics: [WritableTxnMarkerTopic]
        public var coordinatorEpoch: Int32
        /// Versions 2+, dropped elsewhere.
        public var transactionVersion: Int8
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            producerId: Int64 = 0,
            producerEpoch: Int16 = 0,
            transactionResult: Bool = false,
            topics: [WritableTxnMarkerTopic] = [],
            coordinatorEpoch: Int32 = 0,
            transactionVersion: Int8 = 0
        ) {
            self.producerId = producerId
            self.producerEpoch = producerEpoch
            self.transactionResult = transactionResult
            self.topics = topics
            self.coordinatorEpoch = coordinatorEpoch
            self.transactionVersion = transactionVersion
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            let producerId: Int64 = try reader.readInt64()
            let producerEpoch: Int16 = try reader.readInt16()
            let transactionResult: Bool = try reader.readBool()
            let topics: [WritableTxnMarkerTopic] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
            let coordinatorEpoch: Int32 = try reader.readInt32()
            var transactionVersion: Int8 = 0
            if version >= 2 {
                transactionVersion = try reader.readInt8()
            }
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.producerId = producerId
            self.producerEpoch = producerEpoch
            self.transactionResult = transactionResult
            self.topics = topics
            self.coordinatorEpoch = coordinatorEpoch
            self.transactionVersion = transactionVersion
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            writer.writeInt64(self.producerId)
            writer.writeInt16(self.producerEpoch)
            writer.writeBool(self.transactionResult)
            try writer.writeStructs(self.topics, version: version, flexible: flexible)
            writer.writeInt32(self.coordinatorEpoch)
            if version >= 2 {
                writer.writeInt8(self.transactionVersion)
            }
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "WriteTxnMarkersRequest.WritableTxnMarker.unknownTaggedFields", version)
            }
        }
    }
}

extension WriteTxnMarkersRequest {
    /// An element of `topics`.
    public struct WritableTxnMarkerTopic: WireStruct {
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
            let flexible = version >= 1
            let name: String = try reader.readString(flexible: flexible)
            let partitionIndexes: [Int32] = try reader.readArray(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.partitionIndexes = partitionIndexes
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            try writer.writeString(self.name, flexible: flexible)
            try writer.writeArray(self.partitionIndexes, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "WriteTxnMarkersRequest.WritableTxnMarkerTopic.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of WriteTxnMarkers (27), versions 0-2, flexible 1-2; Kafka 4.3 serves 1-2.
///
/// A transaction coordinator has the end of transactions written into logs.
public struct WriteTxnMarkersResponse: ResponseMessage {
    public static var apiKey: ApiKey { .writeTxnMarkers }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 1 }

    public var markers: [WritableTxnMarkerResult]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        markers: [WritableTxnMarkerResult] = []
    ) {
        self.markers = markers
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        let markers: [WritableTxnMarkerResult] = try reader.readStructs(version: version, minimumSize: 10, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.markers = markers
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 1
        try writer.writeStructs(self.markers, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "WriteTxnMarkersResponse.unknownTaggedFields", version)
        }
    }
}

extension WriteTxnMarkersResponse {
    /// An element of `markers`.
    public struct WritableTxnMarkerResult: WireStruct {
        public var producerId: Int64
        public var topics: [WritableTxnMarkerTopicResult]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            producerId: Int64 = 0,
            topics: [WritableTxnMarkerTopicResult] = []
        ) {
            self.producerId = producerId
            self.topics = topics
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            let producerId: Int64 = try reader.readInt64()
            let topics: [WritableTxnMarkerTopicResult] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.producerId = producerId
            self.topics = topics
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            writer.writeInt64(self.producerId)
            try writer.writeStructs(self.topics, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "WriteTxnMarkersResponse.WritableTxnMarkerResult.unknownTaggedFields", version)
            }
        }
    }
}

extension WriteTxnMarkersResponse {
    /// An element of `topics`.
    public struct WritableTxnMarkerTopicResult: WireStruct {
        public var name: String
        public var partitions: [WritableTxnMarkerPartitionResult]
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            name: String = "",
            partitions: [WritableTxnMarkerPartitionResult] = []
        ) {
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            let name: String = try reader.readString(flexible: flexible)
            let partitions: [WritableTxnMarkerPartitionResult] = try reader.readStructs(version: version, minimumSize: 6, flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.name = name
            self.partitions = partitions
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            try writer.writeString(self.name, flexible: flexible)
            try writer.writeStructs(self.partitions, version: version, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "WriteTxnMarkersResponse.WritableTxnMarkerTopicResult.unknownTaggedFields", version)
            }
        }
    }
}

extension WriteTxnMarkersResponse {
    /// An element of `partitions`.
    public struct WritableTxnMarkerPartitionResult: WireStruct {
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
            let flexible = version >= 1
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
            let flexible = version >= 1
            writer.writeInt32(self.partitionIndex)
            writer.writeInt16(self.errorCode)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "WriteTxnMarkersResponse.WritableTxnMarkerPartitionResult.unknownTaggedFields", version)
            }
        }
    }
}
