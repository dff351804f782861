// Generated from protocol-specs/APIs/SyncGroup.spec by tools/protocol-generator. Do not edit.

public import KafkaWire
public import NIOCore

/// The request of SyncGroup (14), versions 0-5, flexible 4-5; Kafka 4.3 serves 0-5.
///
/// Hands a classic group's assignment in and out.
public struct SyncGroupRequest: RequestMessage {
    public typealias Response = SyncGroupResponse
    public static var apiKey: ApiKey { .syncGroup }
    public static var validVersions: ClosedRange<Int16> { 0...5 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 4 }

    public var groupId: String
    public var generationId: Int32
    public var memberId: String
    /// Versions 3+, must be the default elsewhere.
    public var groupInstanceId: String?
    /// Versions 5+, dropped elsewhere.
    public var protocolType: String?
    /// Versions 5+, dropped elsewhere.
    public var protocolName: String?
    public var assignments: [SyncGroupRequestAssignment]
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        groupId: String = "",
        generationId: Int32 = 0,
        memberId: String = "",
        groupInstanceId: String? = nil,
        protocolType: String? = nil,
        protocolName: String? = nil,
        assignments: [SyncGroupRequestAssignment] = []
    ) {
        self.groupId = groupId
        self.generationId = generationId
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
        self.protocolType = protocolType
        self.protocolName = protocolName
        self.assignments = assignments
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        let groupId: String = try reader.readString(flexible: flexible)
        let generationId: Int32 = try reader.readInt32()
        let memberId: String = try reader.readString(flexible: flexible)
        var groupInstanceId: String? = nil
        if version >= 3 {
            groupInstanceId = try reader.readNullableString(flexible: flexible)
        }
        var protocolType: String? = nil
        var protocolName: String? = nil
        if version >= 5 {
            protocolType = try reader.readNullableString(flexible: true)
            protocolName = try reader.readNullableString(flexible: true)
        }
        let assignments: [SyncGroupRequestAssignment] = try reader.readStructs(version: version, minimumSize: 3, flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.groupId = groupId
        self.generationId = generationId
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
        self.protocolType = protocolType
        self.protocolName = protocolName
        self.assignments = assignments
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        try writer.writeString(self.groupId, flexible: flexible)
        writer.writeInt32(self.generationId)
        try writer.writeString(self.memberId, flexible: flexible)
        if version >= 3 {
            try writer.writeNullableString(self.groupInstanceId, flexible: flexible)
        } else {
            try requireDefault(self.groupInstanceId == nil, "SyncGroupRequest.groupInstanceId", version)
        }
        if version >= 5 {
            try writer.writeNullableString(self.protocolType, flexible: true)
            try writer.writeNullableString(self.protocolName, flexible: true)
        }
        try writer.writeStructs(self.assignments, version: version, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "SyncGroupRequest.unknownTaggedFields", version)
        }
    }
}

extension SyncGroupRequest {
    /// An element of `assignments`.
    public struct SyncGroupRequestAssignment: WireStruct {
        public var memberId: String
        public var assignment: ByteBuffer
        /// Tagged fields that this version of the protocol does not know.
        public var unknownTaggedFields: UnknownTaggedFields

        public init(
            memberId: String = "",
            assignment: ByteBuffer = ByteBuffer()
        ) {
            self.memberId = memberId
            self.assignment = assignment
            self.unknownTaggedFields = UnknownTaggedFields()
        }

        @inline(never) public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            let memberId: String = try reader.readString(flexible: flexible)
            let assignment: ByteBuffer = try reader.readBytes(flexible: flexible)
            var unknownTaggedFields = UnknownTaggedFields()
            if flexible {
                unknownTaggedFields = try reader.readUnknownTaggedFields()
            }
            self.memberId = memberId
            self.assignment = assignment
            self.unknownTaggedFields = unknownTaggedFields
        }

        @inline(never) public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            try writer.writeString(self.memberId, flexible: flexible)
            try writer.writeBytes(self.assignment, flexible: flexible)
            if flexible {
                try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
            } else {
                try requireDefault(self.unknownTaggedFields.isEmpty, "SyncGroupRequest.SyncGroupRequestAssignment.unknownTaggedFields", version)
            }
        }
    }
}

/// The response of SyncGroup (14), versions 0-5, flexible 4-5; Kafka 4.3 serves 0-5.
///
/// Hands a classic group's assignment in and out.
public struct SyncGroupResponse: ResponseMessage {
    public static var apiKey: ApiKey { .syncGroup }
    public static var validVersions: ClosedRange<Int16> { 0...5 }
    public static func isFlexible(_ version: Int16) -> Bool { version >= 4 }

    /// Versions 1+, dropped elsewhere.
    public var throttleTimeMs: Int32
    public var errorCode: Int16
    /// Versions 5+, dropped elsewhere.
    public var protocolType: String?
    /// Versions 5+, dropped elsewhere.
    public var protocolName: String?
    public var assignment: ByteBuffer
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: Int16 = 0,
        protocolType: String? = nil,
        protocolName: String? = nil,
        assignment: ByteBuffer = ByteBuffer()
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.protocolType = protocolType
        self.protocolName = protocolName
        self.assignment = assignment
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        var throttleTimeMs: Int32 = 0
        if version >= 1 {
            throttleTimeMs = try reader.readInt32()
        }
        let errorCode: Int16 = try reader.readInt16()
        var protocolType: String? = nil
        var protocolName: String? = nil
        if version >= 5 {
            protocolType = try reader.readNullableString(flexible: true)
            protocolName = try reader.readNullableString(flexible: true)
        }
        let assignment: ByteBuffer = try reader.readBytes(flexible: flexible)
        var unknownTaggedFields = UnknownTaggedFields()
        if flexible {
            unknownTaggedFields = try reader.readUnknownTaggedFields()
        }
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.protocolType = protocolType
        self.protocolName = protocolName
        self.assignment = assignment
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let flexible = version >= 4
        if version >= 1 {
            writer.writeInt32(self.throttleTimeMs)
        }
        writer.writeInt16(self.errorCode)
        if version >= 5 {
            try writer.writeNullableString(self.protocolType, flexible: true)
            try writer.writeNullableString(self.protocolName, flexible: true)
        }
        try writer.writeBytes(self.assignment, flexible: flexible)
        if flexible {
            try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
        } else {
            try requireDefault(self.unknownTaggedFields.isEmpty, "SyncGroupResponse.unknownTaggedFields", version)
        }
    }
}
