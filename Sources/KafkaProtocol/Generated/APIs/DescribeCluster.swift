// Generated from protocol-specs/APIs/DescribeCluster.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of DescribeCluster (60), versions 0-2, flexible 0-2; Kafka 4.3 serves 0-2.
///
/// Describes the cluster and its brokers.
public struct DescribeClusterRequest: RequestMessage {
    public typealias Response = DescribeClusterResponse
    public static var apiKey: ApiKey { .describeCluster }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var includeClusterAuthorizedOperations: Bool
    /// Versions 1+, must be the default elsewhere.
    public var endpointType: Int8
    /// Versions 2+, must be the default elsewhere.
    public var includeFencedBrokers: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        includeClusterAuthorizedOperations: Bool = false,
        endpointType: Int8 = 1,
        includeFencedBrokers: Bool = false
    ) {
        self.includeClusterAuthorizedOperations = includeClusterAuthorizedOperations
        self.endpointType = endpointType
        self.includeFencedBrokers = includeFencedBrokers
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let includeClusterAuthorizedOperations: Bool = try reader.readBool()
        var endpointType: Int8 = 1
        if version >= 1 {
            endpointType = try reader.readInt8()
        }
        var includeFencedBrokers: Bool = false
        if version >= 2 {
            includeFencedBrokers = try reader.readBool()
        }
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.includeClusterAuthorizedOperations = includeClusterAuthorizedOperations
        self.endpointType = endpointType
        self.includeFencedBrokers = includeFencedBrokers
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeBool(self.includeClusterAuthorizedOperations)
        if version >= 1 {
            writer.writeInt8(self.endpointType)
        } else {
            try requireDefault(self.endpointType == 1, "DescribeClusterRequest.endpointType", version)
        }
        if version >= 2 {
            writer.writeBool(self.includeFencedBrokers)
        } else {
            try requireDefault(!self.includeFencedBrokers, "DescribeClusterRequest.includeFencedBrokers", version)
        }
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

/// The response of DescribeCluster (60), versions 0-2, flexible 0-2; Kafka 4.3 serves 0-2.
///
/// Describes the cluster and its brokers.
public struct DescribeClusterResponse: ResponseMessage {
    public static var apiKey: ApiKey { .describeCluster }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var errorMessage: String?
    /// Versions 1+, must be the default elsewhere.
    public var endpointType: Int8
    public var clusterId: String
    public var controllerId: Int32
    public var brokers: [DescribeClusterBroker]
    public var clusterAuthorizedOperations: Int32
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        errorMessage: String? = nil,
        endpointType: Int8 = 1,
        clusterId: String = "",
        controllerId: Int32 = -1,
        brokers: [DescribeClusterBroker] = [],
        clusterAuthorizedOperations: Int32 = -2147483648
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.endpointType = endpointType
        self.clusterId = clusterId
        self.controllerId = controllerId
        self.brokers = brokers
        self.clusterAuthorizedOperations = clusterAuthorizedOperations
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let errorMessage: String? = try reader.readNullableString(flexible: true)
        var endpointType: Int8 = 1
        if version >= 1 {
            endpointType = try reader.readInt8()
        }
        let clusterId: String = try reader.readString(flexible: true)
        let controllerId: Int32 = try reader.readInt32()
        let brokers: [DescribeClusterBroker] = try reader.readStructs(version: version, minimumSize: 11, flexible: true)
        let clusterAuthorizedOperations: Int32 = try reader.readInt32()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.endpointType = endpointType
        self.clusterId = clusterId
        self.controllerId = controllerId
        self.brokers = brokers
        self.clusterAuthorizedOperations = clusterAuthorizedOperations
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        try writer.writeNullableString(self.errorMessage, flexible: true)
        if version >= 1 {
            writer.writeInt8(self.endpointType)
        } else {
            try requireDefault(self.endpointType == 1, "DescribeClusterResponse.endpointType", version)
        }
        try writer.writeString(self.clusterId, flexible: true)
        writer.writeInt32(self.controllerId)
        try writer.writeStructs(self.brokers, version: version, flexible: true)
        writer.writeInt32(self.clusterAuthorizedOperations)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension DescribeClusterResponse {
    /// An element of `brokers`.
    public struct DescribeClusterBroker: WireStruct {
        /// Unique in its array.
        public var brokerId: Int32
        public var host: String
        public var port: Int32
        public var rack: String?
        /// Versions 2+, must be the default elsewhere.
        public var isFenced: Bool
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            brokerId: Int32 = 0,
            host: String = "",
            port: Int32 = 0,
            rack: String? = nil,
            isFenced: Bool = false
        ) {
            self.brokerId = brokerId
            self.host = host
            self.port = port
            self.rack = rack
            self.isFenced = isFenced
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let brokerId: Int32 = try reader.readInt32()
            let host: String = try reader.readString(flexible: true)
            let port: Int32 = try reader.readInt32()
            let rack: String? = try reader.readNullableString(flexible: true)
            var isFenced: Bool = false
            if version >= 2 {
                isFenced = try reader.readBool()
            }
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.brokerId = brokerId
            self.host = host
            self.port = port
            self.rack = rack
            self.isFenced = isFenced
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(self.brokerId)
            try writer.writeString(self.host, flexible: true)
            writer.writeInt32(self.port)
            try writer.writeNullableString(self.rack, flexible: true)
            if version >= 2 {
                writer.writeBool(self.isFenced)
            } else {
                try requireDefault(!self.isFenced, "DescribeClusterResponse.DescribeClusterBroker.isFenced", version)
            }
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
