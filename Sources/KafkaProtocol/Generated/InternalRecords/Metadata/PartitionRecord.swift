// Generated from protocol-specs/InternalRecords/Metadata/PartitionRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// A partition as it is created.
///
/// Metadata record 3, versions 0-2, flexible 0-2.
public struct PartitionRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 3 }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var partitionId: Int32
    public var topicId: Uuid
    public var replicas: [Int32]
    public var isr: [Int32]
    public var removingReplicas: [Int32]
    public var addingReplicas: [Int32]
    public var leader: Int32
    /// Tag 0.
    public var leaderRecoveryState: Int8
    public var leaderEpoch: Int32
    public var partitionEpoch: Int32
    /// Versions 1+, must be the default elsewhere.
    public var directories: [Uuid]
    /// Versions 2+, tag 1, must be the default elsewhere.
    public var eligibleLeaderReplicas: [Int32]?
    /// Versions 2+, tag 2, must be the default elsewhere.
    public var lastKnownElr: [Int32]?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        partitionId: Int32 = -1,
        topicId: Uuid = .zero,
        replicas: [Int32] = [],
        isr: [Int32] = [],
        removingReplicas: [Int32] = [],
        addingReplicas: [Int32] = [],
        leader: Int32 = -1,
        leaderRecoveryState: Int8 = 0,
        leaderEpoch: Int32 = -1,
        partitionEpoch: Int32 = -1,
        directories: [Uuid] = [],
        eligibleLeaderReplicas: [Int32]? = nil,
        lastKnownElr: [Int32]? = nil
    ) {
        self.partitionId = partitionId
        self.topicId = topicId
        self.replicas = replicas
        self.isr = isr
        self.removingReplicas = removingReplicas
        self.addingReplicas = addingReplicas
        self.leader = leader
        self.leaderRecoveryState = leaderRecoveryState
        self.leaderEpoch = leaderEpoch
        self.partitionEpoch = partitionEpoch
        self.directories = directories
        self.eligibleLeaderReplicas = eligibleLeaderReplicas
        self.lastKnownElr = lastKnownElr
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let partitionId: Int32 = try reader.readInt32()
        let topicId: Uuid = try reader.readUuid()
        let replicas: [Int32] = try reader.readArray(flexible: true)
        let isr: [Int32] = try reader.readArray(flexible: true)
        let removingReplicas: [Int32] = try reader.readArray(flexible: true)
        let addingReplicas: [Int32] = try reader.readArray(flexible: true)
        let leader: Int32 = try reader.readInt32()
        let leaderEpoch: Int32 = try reader.readInt32()
        let partitionEpoch: Int32 = try reader.readInt32()
        var directories: [Uuid] = []
        if version >= 1 {
            directories = try reader.readArray(flexible: true)
        }
        var leaderRecoveryState: Int8 = 0
        var eligibleLeaderReplicas: [Int32]? = nil
        var lastKnownElr: [Int32]? = nil
        var unknownTaggedFields = UnknownTaggedFields()
        var tags = try reader.startTaggedFields()
        while let tag = try reader.nextTag(&tags) {
            switch tag {
            case 0: leaderRecoveryState = try reader.readInt8()
            case 1 where version >= 2: eligibleLeaderReplicas = try reader.readNullableArray(flexible: true)
            case 2 where version >= 2: lastKnownElr = try reader.readNullableArray(flexible: true)
            default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
            }
        }
        self.partitionId = partitionId
        self.topicId = topicId
        self.replicas = replicas
        self.isr = isr
        self.removingReplicas = removingReplicas
        self.addingReplicas = addingReplicas
        self.leader = leader
        self.leaderRecoveryState = leaderRecoveryState
        self.leaderEpoch = leaderEpoch
        self.partitionEpoch = partitionEpoch
        self.directories = directories
        self.eligibleLeaderReplicas = eligibleLeaderReplicas
        self.lastKnownElr = lastKnownElr
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.partitionId)
        writer.writeUuid(self.topicId)
        try writer.writeArray(self.replicas, flexible: true)
        try writer.writeArray(self.isr, flexible: true)
        try writer.writeArray(self.removingReplicas, flexible: true)
        try writer.writeArray(self.addingReplicas, flexible: true)
        writer.writeInt32(self.leader)
        writer.writeInt32(self.leaderEpoch)
        writer.writeInt32(self.partitionEpoch)
        if version >= 1 {
            try writer.writeArray(self.directories, flexible: true)
        } else {
            try requireDefault(self.directories.isEmpty, "PartitionRecord.directories", version)
        }
        if version < 2 {
            try requireDefault(self.eligibleLeaderReplicas == nil, "PartitionRecord.eligibleLeaderReplicas", version)
        }
        if version < 2 {
            try requireDefault(self.lastKnownElr == nil, "PartitionRecord.lastKnownElr", version)
        }
        var tagCount = self.unknownTaggedFields.count
        if self.leaderRecoveryState != 0 { tagCount &+= 1 }
        if version >= 2, self.eligibleLeaderReplicas != nil { tagCount &+= 1 }
        if version >= 2, self.lastKnownElr != nil { tagCount &+= 1 }
        writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
        var nextUnknown = 0
        if self.leaderRecoveryState != 0 {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
            let tag = writer.openTag(0)
            writer.writeInt8(self.leaderRecoveryState)
            try writer.closeTag(tag)
        }
        if version >= 2, self.eligibleLeaderReplicas != nil {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 1)
            let tag = writer.openTag(1)
            try writer.writeNullableArray(self.eligibleLeaderReplicas, flexible: true)
            try writer.closeTag(tag)
        }
        if version >= 2, self.lastKnownElr != nil {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 2)
            let tag = writer.openTag(2)
            try writer.writeNullableArray(self.lastKnownElr, flexible: true)
            try writer.closeTag(tag)
        }
        try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
    }
}
