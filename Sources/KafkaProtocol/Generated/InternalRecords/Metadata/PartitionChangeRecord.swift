// Generated from protocol-specs/InternalRecords/Metadata/PartitionChangeRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// A change to a partition.
///
/// Metadata record 5, versions 0-2, flexible 0-2.
public struct PartitionChangeRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 5 }
    public static var validVersions: ClosedRange<Int16> { 0...2 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var partitionId: Int32
    public var topicId: Uuid
    /// Tag 0.
    public var isr: [Int32]?
    /// Tag 1.
    public var leader: Int32
    /// Tag 2.
    public var replicas: [Int32]?
    /// Tag 3.
    public var removingReplicas: [Int32]?
    /// Tag 4.
    public var addingReplicas: [Int32]?
    /// Tag 5.
    public var leaderRecoveryState: Int8
    /// Versions 1+, tag 8, must be the default elsewhere.
    public var directories: [Uuid]?
    /// Versions 2+, tag 6, must be the default elsewhere.
    public var eligibleLeaderReplicas: [Int32]?
    /// Versions 2+, tag 7, must be the default elsewhere.
    public var lastKnownElr: [Int32]?
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        partitionId: Int32 = -1,
        topicId: Uuid = .zero,
        isr: [Int32]? = nil,
        leader: Int32 = -2,
        replicas: [Int32]? = nil,
        removingReplicas: [Int32]? = nil,
        addingReplicas: [Int32]? = nil,
        leaderRecoveryState: Int8 = -1,
        directories: [Uuid]? = nil,
        eligibleLeaderReplicas: [Int32]? = nil,
        lastKnownElr: [Int32]? = nil
    ) {
        self.partitionId = partitionId
        self.topicId = topicId
        self.isr = isr
        self.leader = leader
        self.replicas = replicas
        self.removingReplicas = removingReplicas
        self.addingReplicas = addingReplicas
        self.leaderRecoveryState = leaderRecoveryState
        self.directories = directories
        self.eligibleLeaderReplicas = eligibleLeaderReplicas
        self.lastKnownElr = lastKnownElr
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let partitionId: Int32 = try reader.readInt32()
        let topicId: Uuid = try reader.readUuid()
        var isr: [Int32]? = nil
        var leader: Int32 = -2
        var replicas: [Int32]? = nil
        var removingReplicas: [Int32]? = nil
        var addingReplicas: [Int32]? = nil
        var leaderRecoveryState: Int8 = -1
        var eligibleLeaderReplicas: [Int32]? = nil
        var lastKnownElr: [Int32]? = nil
        var directories: [Uuid]? = nil
        var unknownTaggedFields = UnknownTaggedFields()
        var tags = try reader.startTaggedFields()
        while let tag = try reader.nextTag(&tags) {
            switch tag {
            case 0: isr = try reader.readNullableArray(flexible: true)
            case 1: leader = try reader.readInt32()
            case 2: replicas = try reader.readNullableArray(flexible: true)
            case 3: removingReplicas = try reader.readNullableArray(flexible: true)
            case 4: addingReplicas = try reader.readNullableArray(flexible: true)
            case 5: leaderRecoveryState = try reader.readInt8()
            case 6 where version >= 2: eligibleLeaderReplicas = try reader.readNullableArray(flexible: true)
            case 7 where version >= 2: lastKnownElr = try reader.readNullableArray(flexible: true)
            case 8 where version >= 1: directories = try reader.readNullableArray(flexible: true)
            default: try reader.keepUnknownField(tag, of: tags, in: &unknownTaggedFields)
            }
        }
        self.partitionId = partitionId
        self.topicId = topicId
        self.isr = isr
        self.leader = leader
        self.replicas = replicas
        self.removingReplicas = removingReplicas
        self.addingReplicas = addingReplicas
        self.leaderRecoveryState = leaderRecoveryState
        self.directories = directories
        self.eligibleLeaderReplicas = eligibleLeaderReplicas
        self.lastKnownElr = lastKnownElr
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt32(self.partitionId)
        writer.writeUuid(self.topicId)
        if version < 2 {
            try requireDefault(self.eligibleLeaderReplicas == nil, "PartitionChangeRecord.eligibleLeaderReplicas", version)
        }
        if version < 2 {
            try requireDefault(self.lastKnownElr == nil, "PartitionChangeRecord.lastKnownElr", version)
        }
        if version < 1 {
            try requireDefault(self.directories == nil, "PartitionChangeRecord.directories", version)
        }
        var tagCount = self.unknownTaggedFields.count
        if self.isr != nil { tagCount &+= 1 }
        if self.leader != -2 { tagCount &+= 1 }
        if self.replicas != nil { tagCount &+= 1 }
        if self.removingReplicas != nil { tagCount &+= 1 }
        if self.addingReplicas != nil { tagCount &+= 1 }
        if self.leaderRecoveryState != -1 { tagCount &+= 1 }
        if version >= 2, self.eligibleLeaderReplicas != nil { tagCount &+= 1 }
        if version >= 2, self.lastKnownElr != nil { tagCount &+= 1 }
        if version >= 1, self.directories != nil { tagCount &+= 1 }
        writer.writeUnsignedVarint(UInt32(truncatingIfNeeded: tagCount))
        var nextUnknown = 0
        if self.isr != nil {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 0)
            let tag = writer.openTag(0)
            try writer.writeNullableArray(self.isr, flexible: true)
            try writer.closeTag(tag)
        }
        if self.leader != -2 {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 1)
            let tag = writer.openTag(1)
            writer.writeInt32(self.leader)
            try writer.closeTag(tag)
        }
        if self.replicas != nil {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 2)
            let tag = writer.openTag(2)
            try writer.writeNullableArray(self.replicas, flexible: true)
            try writer.closeTag(tag)
        }
        if self.removingReplicas != nil {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 3)
            let tag = writer.openTag(3)
            try writer.writeNullableArray(self.removingReplicas, flexible: true)
            try writer.closeTag(tag)
        }
        if self.addingReplicas != nil {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 4)
            let tag = writer.openTag(4)
            try writer.writeNullableArray(self.addingReplicas, flexible: true)
            try writer.closeTag(tag)
        }
        if self.leaderRecoveryState != -1 {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 5)
            let tag = writer.openTag(5)
            writer.writeInt8(self.leaderRecoveryState)
            try writer.closeTag(tag)
        }
        if version >= 2, self.eligibleLeaderReplicas != nil {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 6)
            let tag = writer.openTag(6)
            try writer.writeNullableArray(self.eligibleLeaderReplicas, flexible: true)
            try writer.closeTag(tag)
        }
        if version >= 2, self.lastKnownElr != nil {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 7)
            let tag = writer.openTag(7)
            try writer.writeNullableArray(self.lastKnownElr, flexible: true)
            try writer.closeTag(tag)
        }
        if version >= 1, self.directories != nil {
            try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: 8)
            let tag = writer.openTag(8)
            try writer.writeNullableArray(self.directories, flexible: true)
            try writer.closeTag(tag)
        }
        try writer.writeUnknown(self.unknownTaggedFields, &nextUnknown, through: .max)
    }
}
