// Generated from protocol-specs/APIs/ControlledShutdown.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of ControlledShutdown (7), versions 0-3, flexible 3; Kafka 4 serves none.
///
/// A broker asks a ZooKeeper-era controller to move its leaders away.
public struct ControlledShutdownRequest: RequestMessage {
    public typealias Response = ControlledShutdownResponse
    public static var apiKey: ApiKey { .controlledShutdown }
    public static var validVersions: ClosedRange<Int16> { 0...3 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 3 }

    public var brokerId: Int32
    /// Versions 2+, dropped elsewhere.
    public var brokerEpoch: Int64
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        brokerId: Int32 = 0,
        brokerEpoch: Int64 = -1
    ) {
        self.brokerId = brokerId
        self.brokerEpoch = brokerEpoch
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        let brokerId: Int32 = try reader.readInt32()
        var brokerEpoch: Int64 = -1
        if version >= 2 {
            brokerEpoch = try reader.readInt64()
        }
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.brokerId = brokerId
        self.brokerEpoch = brokerEpoch
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        writer.writeInt32(self.brokerId)
        if version >= 2 {
            writer.writeInt64(self.brokerEpoch)
        }
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "ControlledShutdownRequest.unknownTaggedFields", version)
        }
    }
}

/// The response of ControlledShutdown (7), versions 0-3, flexible 3; Kafka 4 serves none.
///
/// A broker asks a ZooKeeper-era controller to move its leaders away.
public struct ControlledShutdownResponse: ResponseMessage {
    public static var apiKey: ApiKey { .controlledShutdown }
    public static var validVersions: ClosedRange<Int16> { 0...3 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 3 }

    public var errorCode: Int16
    public var remainingPartitions: [RemainingPartition]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        errorCode: Int16 = 0,
        remainingPartitions: [RemainingPartition] = []
    ) {
        self.errorCode = errorCode
        self.remainingPartitions = remainingPartitions
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        let errorCode: Int16 = try reader.readInt16()
        let remainingPartitions: [RemainingPartition] = try reader.readStructs(version: version, minimumSize: 6, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.errorCode = errorCode
        self.remainingPartitions = remainingPartitions
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 3
        writer.writeInt16(self.errorCode)
        try writer.writeStructs(self.remainingPartitions, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "ControlledShutdownResponse.unknownTaggedFields", version)
        }
    }
}

extension ControlledShutdownResponse {
    /// An element of `remainingPartitions`.
    public struct RemainingPartition: WireStruct {
        /// Unique in its array.
        public var topicName: String
        /// Unique in its array.
        public var partitionIndex: Int32
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            topicName: String = "",
            partitionIndex: Int32 = 0
        ) {
            self.topicName = topicName
            self.partitionIndex = partitionIndex
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 3
            let topicName: String = try reader.readString(flexible: flexible)
            let partitionIndex: Int32 = try reader.readInt32()
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.topicName = topicName
            self.partitionIndex = partitionIndex
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 3
            try writer.writeString(self.topicName, flexible: flexible)
            writer.writeInt32(self.partitionIndex)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "ControlledShutdownResponse.RemainingPartition.unknownTaggedFields", version)
            }
        }
    }
}
