/// What a partition log obeys; the effective values of the topic's configs. May be replaced while the log is open.
///
/// Times are milliseconds, sizes bytes, names and defaults Kafka's.
public struct LogConfiguration: Sendable, Equatable {
    /// `message.timestamp.type`
    public enum TimestampType: Sendable, Equatable {
        case createTime
        case logAppendTime
    }

    /// `segment.bytes`
    public var segmentBytes = 1 << 30
    /// `segment.ms`
    public var segmentMs: Int64 = 7 * 24 * 3600 * 1000
    /// `segment.jitter.ms`
    public var segmentJitterMs: Int64 = 0
    /// `segment.index.bytes`
    public var segmentIndexBytes = 10 << 20
    /// `index.interval.bytes`
    public var indexIntervalBytes = 4096
    /// `max.message.bytes`
    public var maxMessageBytes = 1_048_588
    /// `message.timestamp.type`
    public var timestampType = TimestampType.createTime
    /// `message.timestamp.before.max.ms`
    public var timestampBeforeMaxMs = Int64.max
    /// `message.timestamp.after.max.ms`
    public var timestampAfterMaxMs = Int64.max
    /// `cleanup.policy` holds delete
    public var deletes = true
    /// `cleanup.policy` holds compact
    public var compacts = false
    /// `retention.ms`, -1 = for ever
    public var retentionMs: Int64 = 7 * 24 * 3600 * 1000
    /// `retention.bytes`, -1 = without bound
    public var retentionBytes = -1
    /// `file.delete.delay.ms`
    public var fileDeleteDelayMs: Int64 = 60_000
    /// `flush.messages`: unflushed records after which a flush is asked for
    public var flushMessages = Int64.max
    /// `flush.ms`: age of the oldest unflushed record after which a flush is asked for
    public var flushMs = Int64.max
    /// Records become visible only once they are on the device (group commit).
    public var showsOnlyDurable = false
    /// `preallocate`
    public var preallocate = false
    /// `min.cleanable.dirty.ratio`
    public var minCleanableDirtyRatio = 0.5
    /// `delete.retention.ms`
    public var deleteRetentionMs: Int64 = 24 * 3600 * 1000
    /// `min.compaction.lag.ms`
    public var minCompactionLagMs: Int64 = 0
    /// `max.compaction.lag.ms`
    public var maxCompactionLagMs = Int64.max
    /// `producer.id.expiration.ms` of the broker
    public var producerIdExpirationMs: Int64 = 24 * 3600 * 1000

    public init() {}

    /// Age at which a segment is closed: on compacted topics soon enough for `max.compaction.lag.ms`, as the active
    /// segment is never cleaned (KIP-354).
    var effectiveSegmentMs: Int64 {
        compacts && maxCompactionLagMs > 0 ? min(maxCompactionLagMs, segmentMs) : segmentMs
    }
}
