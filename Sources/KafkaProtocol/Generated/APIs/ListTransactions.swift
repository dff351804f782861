// Generated from protocol-specs/APIs/ListTransactions.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of ListTransactions (66), versions 0-2, flexible 0-2; Kafka 4.3 serves 0-2.
///
/// Lists the transactions of a coordinator.
public struct ListTransactionsRequest: RequestMessage {
    public typealias Response = ListTransactionsResponse
    public static var apiKey: ApiKey { .listTransactions }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var stateFilters: [String]
    public var producerIdFilters: [Int64]
    /// Versions 1+, must be the default elsewhere.
    public var durationFilter: Int64
    /// Versions 2+, must be the default elsewhere.
    public var transactionalIdPattern: String?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        stateFilters: [String] = [],
        producerIdFilters: [Int64] = [],
        durationFilter: Int64 = -1,
        transactionalIdPattern: String? = nil
    ) {
        self.stateFilters = stateFilters
        self.producerIdFilters = producerIdFilters
        self.durationFilter = durationFilter
        self.transactionalIdPattern = transactionalIdPattern
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let stateFilters: [String] = try reader.readArray(flexible: true)
        let producerIdFilters: [Int64] = try reader.readArray(flexible: true)
        var durationFilter: Int64 = -1
        if version >= 1 {
            durationFilter = try reader.readInt64()
        }
        var transactionalIdPattern: String? = nil
        if version >= 2 {
            transactionalIdPattern = try reader.readNullableString(flexible: true)
        }
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.stateFilters = stateFilters
        self.producerIdFilters = producerIdFilters
        self.durationFilter = durationFilter
        self.transactionalIdPattern = transactionalIdPattern
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeArray(self.stateFilters, flexible: true)
        try writer.writeArray(self.producerIdFilters, flexible: true)
        if version >= 1 {
            writer.writeInt64(self.durationFilter)
        } else {
            try requireDefault(self.durationFilter == -1, "ListTransactionsRequest.durationFilter", version)
        }
        if version >= 2 {
            try writer.writeNullableString(self.transactionalIdPattern, flexible: true)
        } else {
            try requireDefault(self.transactionalIdPattern == nil, "ListTransactionsRequest.transactionalIdPattern", version)
        }
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

/// The response of ListTransactions (66), versions 0-2, flexible 0-2; Kafka 4.3 serves 0-2.
///
/// Lists the transactions of a coordinator.
public struct ListTransactionsResponse: ResponseMessage {
    public static var apiKey: ApiKey { .listTransactions }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var throttleTimeMs: Int32
    public var errorCode: Int16
    public var unknownStateFilters: [String]
    public var transactionStates: [TransactionState]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        unknownStateFilters: [String] = [],
        transactionStates: [TransactionState] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.unknownStateFilters = unknownStateFilters
        self.transactionStates = transactionStates
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let throttleTimeMs: Int32 = try reader.readInt32()
        let errorCode: Int16 = try reader.readInt16()
        let unknownStateFilters: [String] = try reader.readArray(flexible: true)
        let transactionStates: [TransactionState] = try reader.readStructs(version: version, minimumSize: 11, flexible: true)
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.unknownStateFilters = unknownStateFilters
        self.transactionStates = transactionStates
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.throttleTimeMs)
        writer.writeInt16(self.errorCode)
        try writer.writeArray(self.unknownStateFilters, flexible: true)
        try writer.writeStructs(self.transactionStates, version: version, flexible: true)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

extension ListTransactionsResponse {
    /// An element of `transactionStates`.
    public struct TransactionState: WireStruct {
        public var transactionalId: String
        public var producerId: Int64
        public var transactionState: String
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            transactionalId: String = "",
            producerId: Int64 = 0,
            transactionState: String = ""
        ) {
            self.transactionalId = transactionalId
            self.producerId = producerId
            self.transactionState = transactionState
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let transactionalId: String = try reader.readString(flexible: true)
            let producerId: Int64 = try reader.readInt64()
            let transactionState: String = try reader.readString(flexible: true)
            let unknownTaggedFields = try reader.readUnknownTaggedFields()
            self.transactionalId = transactionalId
            self.producerId = producerId
            self.transactionState = transactionState
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(self.transactionalId, flexible: true)
            writer.writeInt64(self.producerId)
            try writer.writeString(self.transactionState, flexible: true)
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        }
    }
}
