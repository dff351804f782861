/// Where logs lie and how often they are looked after; what a topic can set for itself is in `TopicConfiguration`.
/// Each property is named after its key.
public struct LogSettings: Sendable, Equatable {
    /// At least one.
    public var logDirs: [String]
    /// One of `logDirs` unless `metadata.log.dir` says otherwise.
    public var metadataLogDir: String
    /// What the metadata log and its snapshots obey.
    public var metadata: MetadataLogValues
    public var logRetentionCheckIntervalMs: Int64
    public var logInitialTaskDelayMs: Int64
    public var logFlushSchedulerIntervalMs: Int64
    public var logFlushOffsetCheckpointIntervalMs: Int64
    /// Records are durable before they are acknowledged and shown.
    public var martletGroupCommitEnable: Bool
    /// `num.recovery.threads.per.data.dir`; nil, as many as there are cores, unless it is set.
    public var recoveryThreadsPerDirectory: Int?
    public var producerIdExpirationMs: Int64
    public var producerIdExpirationCheckIntervalMs: Int64

    init(_ layers: ConfigLayers) {
        func long(_ name: String) -> Int64 { layers.integer(name) ?? 0 }
        let directories = Self.directories(layers)
        logDirs = directories
        metadataLogDir = layers.text("metadata.log.dir") ?? directories.first ?? ""
        metadata = MetadataLogValues(layers)
        logRetentionCheckIntervalMs = long("log.retention.check.interval.ms")
        logInitialTaskDelayMs = long("log.initial.task.delay.ms")
        logFlushSchedulerIntervalMs = long("log.flush.scheduler.interval.ms")
        logFlushOffsetCheckpointIntervalMs = long("log.flush.offset.checkpoint.interval.ms")
        martletGroupCommitEnable = layers.boolean("martlet.group.commit.enable")
        let isSet = layers.effective("num.recovery.threads.per.data.dir").source != .default
        recoveryThreadsPerDirectory = isSet ? Int(long("num.recovery.threads.per.data.dir")) : nil
        producerIdExpirationMs = long("producer.id.expiration.ms")
        producerIdExpirationCheckIntervalMs = long("producer.id.expiration.check.interval.ms")
    }

    /// `log.dirs`, or `log.dir` when it is not set.
    static func directories(_ layers: ConfigLayers) -> [String] {
        let text = layers.text("log.dirs") ?? layers.text("log.dir") ?? ""
        return text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}

/// The values of the `metadata.` keys of the metadata log; each property is named after its key.
public struct MetadataLogValues: Sendable, Equatable {
    /// Bytes.
    public var metadataLogSegmentBytes: Int64
    public var metadataLogSegmentMs: Int64
    /// Bytes.
    public var metadataLogMaxRecordBytesBetweenSnapshots: Int64
    /// 0 = only by bytes.
    public var metadataLogMaxSnapshotIntervalMs: Int64
    /// Bytes; -1 = without bound.
    public var metadataMaxRetentionBytes: Int64
    /// -1 = for ever.
    public var metadataMaxRetentionMs: Int64

    init(_ layers: ConfigLayers) {
        func long(_ name: String) -> Int64 { layers.integer(name) ?? 0 }
        metadataLogSegmentBytes = long("metadata.log.segment.bytes")
        metadataLogSegmentMs = long("metadata.log.segment.ms")
        metadataLogMaxRecordBytesBetweenSnapshots = long("metadata.log.max.record.bytes.between.snapshots")
        metadataLogMaxSnapshotIntervalMs = long("metadata.log.max.snapshot.interval.ms")
        metadataMaxRetentionBytes = long("metadata.max.retention.bytes")
        metadataMaxRetentionMs = long("metadata.max.retention.ms")
    }
}
