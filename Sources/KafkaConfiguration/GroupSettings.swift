/// Bounds of consumer groups and their offsets. Each property is named after its key.
public struct GroupSettings: Sendable, Equatable {
    public var groupInitialRebalanceDelayMs: Int64
    public var groupMinSessionTimeoutMs: Int64
    public var groupMaxSessionTimeoutMs: Int64
    public var groupMaxSize: Int
    public var offsetsTopicNumPartitions: Int32
    public var offsetsTopicSegmentBytes: Int64
    /// A compression type by its number; 0 is none.
    public var offsetsTopicCompressionCodec: Int8
    /// `offsets.retention.minutes` in milliseconds.
    public var offsetsRetentionMs: Int64
    public var offsetsRetentionCheckIntervalMs: Int64
    public var offsetMetadataMaxBytes: Int

    init(_ layers: ConfigLayers) {
        func long(_ name: String) -> Int64 { layers.integer(name) ?? 0 }
        groupInitialRebalanceDelayMs = long("group.initial.rebalance.delay.ms")
        groupMinSessionTimeoutMs = long("group.min.session.timeout.ms")
        groupMaxSessionTimeoutMs = long("group.max.session.timeout.ms")
        groupMaxSize = Int(long("group.max.size"))
        offsetsTopicNumPartitions = Int32(clamping: long("offsets.topic.num.partitions"))
        offsetsTopicSegmentBytes = long("offsets.topic.segment.bytes")
        offsetsTopicCompressionCodec = Int8(clamping: long("offsets.topic.compression.codec"))
        offsetsRetentionMs = long("offsets.retention.minutes") * 60_000
        offsetsRetentionCheckIntervalMs = long("offsets.retention.check.interval.ms")
        offsetMetadataMaxBytes = Int(long("offset.metadata.max.bytes"))
    }
}
