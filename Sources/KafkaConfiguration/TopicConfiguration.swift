/// What holds for one topic: its own overrides over the broker's values. Each property is named after its topic config.
public struct TopicConfiguration: Sendable, Equatable {
    /// Which time a record carries.
    public enum TimestampType: String, Sendable {
        case createTime = "CreateTime"
        case logAppendTime = "LogAppendTime"
    }

    /// How batches are stored; `producer` keeps what the producer chose.
    public enum Compression: String, Sendable {
        case uncompressed, zstd, lz4, snappy, gzip, producer
    }

    /// What the topic sets for itself, by config name.
    public let overrides: [String: String]

    public let isCompacted: Bool
    /// True when retention deletes old segments.
    public let isDeleted: Bool
    public let compressionType: Compression
    public let compressionGzipLevel: Int
    public let compressionLz4Level: Int
    public let compressionZstdLevel: Int
    public let deleteRetentionMs: Int64
    public let fileDeleteDelayMs: Int64
    /// `Int64.max`: never because of a count.
    public let flushMessages: Int64
    /// `Int64.max`: never because of time.
    public let flushMs: Int64
    public let indexIntervalBytes: Int
    public let maxMessageBytes: Int
    public let messageTimestampType: TimestampType
    /// `message.timestamp.before.max.ms`, or the older bound for both directions where it is narrower.
    public let messageTimestampBeforeMaxMs: Int64
    /// `message.timestamp.after.max.ms`, or the older bound for both directions where it is narrower.
    public let messageTimestampAfterMaxMs: Int64
    public let minCleanableDirtyRatio: Double
    public let minCompactionLagMs: Int64
    public let maxCompactionLagMs: Int64
    public let minInsyncReplicas: Int32
    public let preallocate: Bool
    /// -1: no bound.
    public let retentionBytes: Int64
    /// -1: for ever.
    public let retentionMs: Int64
    public let segmentBytes: Int
    public let segmentIndexBytes: Int
    public let segmentJitterMs: Int64
    public let segmentMs: Int64

    /// The topic's configuration under this broker. An override that is not known or not valid, which only a log of
    /// another release can hold, leaves the broker's value in force.
    public init(overrides: [String: String], broker: BrokerConfiguration) {
        if overrides.isEmpty {
            self = broker.topicDefaults
        } else {
            self.init(TopicValues(overrides: overrides, inherited: broker.inheritedTopicValues))
        }
    }

    init(_ values: TopicValues) {
        overrides = values.overrides
        let policies = values.list("cleanup.policy")
        isCompacted = policies.contains("compact")
        isDeleted = policies.contains("delete")
        compressionType = Compression(rawValue: values.text("compression.type")) ?? .producer
        compressionGzipLevel = Int(values.integer("compression.gzip.level"))
        compressionLz4Level = Int(values.integer("compression.lz4.level"))
        compressionZstdLevel = Int(values.integer("compression.zstd.level"))
        deleteRetentionMs = values.integer("delete.retention.ms")
        fileDeleteDelayMs = values.integer("file.delete.delay.ms")
        flushMessages = values.integer("flush.messages")
        flushMs = values.integer("flush.ms")
        indexIntervalBytes = Int(values.integer("index.interval.bytes"))
        maxMessageBytes = Int(values.integer("max.message.bytes"))
        messageTimestampType = TimestampType(rawValue: values.text("message.timestamp.type")) ?? .createTime
        let difference = values.integer("message.timestamp.difference.max.ms")
        messageTimestampBeforeMaxMs = min(difference, values.integer("message.timestamp.before.max.ms"))
        messageTimestampAfterMaxMs = min(difference, values.integer("message.timestamp.after.max.ms"))
        minCleanableDirtyRatio = values.double("min.cleanable.dirty.ratio")
        minCompactionLagMs = values.integer("min.compaction.lag.ms")
        maxCompactionLagMs = values.integer("max.compaction.lag.ms")
        minInsyncReplicas = Int32(clamping: values.integer("min.insync.replicas"))
        preallocate = values.boolean("preallocate")
        retentionBytes = values.integer("retention.bytes")
        retentionMs = values.integer("retention.ms")
        segmentBytes = Int(values.integer("segment.bytes"))
        segmentIndexBytes = Int(values.integer("segment.index.bytes"))
        segmentJitterMs = values.integer("segment.jitter.ms")
        segmentMs = values.integer("segment.ms")
    }
}
