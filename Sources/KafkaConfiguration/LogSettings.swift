/// Where logs lie and how often they are looked after; what a topic can set for itself is in `TopicConfiguration`.
/// Each property is named after its key.
public struct LogSettings: Sendable, Equatable {
    /// At least one.
    public var logDirs: [String]
    /// One of `logDirs` unless `metadata.log.dir` says otherwise.
    public var metadataLogDir: String
    public var logRetentionCheckIntervalMs: Int64
    public var logInitialTaskDelayMs: Int64
    public var logFlushSchedulerIntervalMs: Int64
    public var logFlushOffsetCheckpointIntervalMs: Int64
    /// Records are durable before they are acknowledged and shown.
    public var martletGroupCommitEnable: Bool
    public var producerIdExpirationMs: Int64
    public var producerIdExpirationCheckIntervalMs: Int64

    init(_ layers: ConfigLayers) {
        func long(_ name: String) -> Int64 { layers.integer(name) ?? 0 }
        let directories = Self.directories(layers)
        logDirs = directories
        metadataLogDir = layers.text("metadata.log.dir") ?? directories.first ?? ""
        logRetentionCheckIntervalMs = long("log.retention.check.interval.ms")
        logInitialTaskDelayMs = long("log.initial.task.delay.ms")
        logFlushSchedulerIntervalMs = long("log.flush.scheduler.interval.ms")
        logFlushOffsetCheckpointIntervalMs = long("log.flush.offset.checkpoint.interval.ms")
        martletGroupCommitEnable = layers.boolean("martlet.group.commit.enable")
        producerIdExpirationMs = long("producer.id.expiration.ms")
        producerIdExpirationCheckIntervalMs = long("producer.id.expiration.check.interval.ms")
    }

    /// `log.dirs`, or `log.dir` when it is not set.
    static func directories(_ layers: ConfigLayers) -> [String] {
        let text = layers.text("log.dirs") ?? layers.text("log.dir") ?? ""
        return text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}
