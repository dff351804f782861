/// What a topic can set for itself. A default that the broker's configs decide is the one Kafka has without them.
enum TopicKeys {
    /// The broker config that decides where a topic does not.
    static let brokerKeys: [String: String] = [
        "cleanup.policy": "log.cleanup.policy",
        "compression.gzip.level": "compression.gzip.level",
        "compression.lz4.level": "compression.lz4.level",
        "compression.type": "compression.type",
        "compression.zstd.level": "compression.zstd.level",
        "delete.retention.ms": "log.cleaner.delete.retention.ms",
        "file.delete.delay.ms": "log.segment.delete.delay.ms",
        "flush.messages": "log.flush.interval.messages",
        "flush.ms": "log.flush.interval.ms",
        "index.interval.bytes": "log.index.interval.bytes",
        "local.retention.bytes": "log.local.retention.bytes",
        "local.retention.ms": "log.local.retention.ms",
        "max.compaction.lag.ms": "log.cleaner.max.compaction.lag.ms",
        "max.message.bytes": "message.max.bytes",
        "message.downconversion.enable": "log.message.downconversion.enable",
        "message.format.version": "log.message.format.version",
        "message.timestamp.after.max.ms": "log.message.timestamp.after.max.ms",
        "message.timestamp.before.max.ms": "log.message.timestamp.before.max.ms",
        "message.timestamp.difference.max.ms": "log.message.timestamp.difference.max.ms",
        "message.timestamp.type": "log.message.timestamp.type",
        "min.cleanable.dirty.ratio": "log.cleaner.min.cleanable.ratio",
        "min.compaction.lag.ms": "log.cleaner.min.compaction.lag.ms",
        "min.insync.replicas": "min.insync.replicas",
        "preallocate": "log.preallocate",
        "retention.bytes": "log.retention.bytes",
        "retention.ms": "log.retention.ms",
        "segment.bytes": "log.segment.bytes",
        "segment.index.bytes": "log.index.size.max.bytes",
        "segment.jitter.ms": "log.roll.jitter.ms",
        "segment.ms": "log.roll.ms",
        "unclean.leader.election.enable": "unclean.leader.election.enable",
    ]

    static let definitions: [ConfigDefinition] = [
        topic(
            "cleanup.policy", .list, "delete", .listOf(["compact", "delete"]),
            "What becomes of old records: delete, compact, or both."),
        topic(
            "compression.gzip.level", .int, "-1", .betweenOr(1, 9, other: -1),
            "Level of gzip when the broker compresses; -1 is zlib's own choice."),
        topic(
            "compression.lz4.level", .int, "9", .between(1, 17), "Level of lz4 when the broker compresses."),
        topic(
            "compression.type", .string, "producer", .oneOf(ConfigRule.compressionTypes),
            "How batches are stored: producer keeps what the producer chose, any other value compresses anew."),
        topic(
            "compression.zstd.level", .int, "3", .between(-131_072, 22), "Level of zstd when the broker compresses."),
        topic(
            "delete.retention.ms", .long, "86400000", .atLeast(0), "How long a tombstone stays in a compacted log."),
        topic(
            "file.delete.delay.ms", .long, "60000", .atLeast(0),
            "How long a segment's files stay on disk, renamed, after its deletion."),
        topic(
            "flush.messages", .long, "9223372036854775807", .atLeast(1),
            "Records appended to a partition before it is flushed to disk."),
        topic("flush.ms", .long, "9223372036854775807", .atLeast(0), "How long a record may stay unflushed."),
        topic(
            "follower.replication.throttled.replicas", .list, "", .throttledReplicas,
            "Replicas whose fetching is throttled at the follower.", .noEffect(.replication)),
        topic("index.interval.bytes", .int, "4096", .atLeast(0), "Bytes of log between two index entries."),
        topic(
            "leader.replication.throttled.replicas", .list, "", .throttledReplicas,
            "Replicas whose fetching is throttled at the leader.", .noEffect(.replication)),
        topic(
            "local.retention.bytes", .long, "-2", .atLeast(-2),
            "Local size of a partition above which copied segments are deleted; -2 takes retention.bytes.",
            .noEffect(.tieredStorage)),
        topic(
            "local.retention.ms", .long, "-2", .atLeast(-2),
            "Age at which a copied segment is deleted locally; -2 takes retention.ms.", .noEffect(.tieredStorage)),
        topic(
            "max.compaction.lag.ms", .long, "9223372036854775807", .atLeast(1),
            "How long a record may stay uncompacted."),
        topic(
            "max.message.bytes", .int, "1048588", .atLeast(0),
            "Largest record batch taken, in bytes as it arrives, so after compression."),
        topic(
            "message.downconversion.enable", .boolean, "true", .any,
            "Convert batches down for consumers too old for message format 2.", .noEffect(.messageFormat)),
        topic(
            "message.format.version", .string, "3.0-IV1", .any,
            "Message format of an older release in which batches were to be stored.", .noEffect(.messageFormat)),
        topic(
            "message.timestamp.after.max.ms", .long, "9223372036854775807", .atLeast(0),
            "How far a record's CreateTime may lie ahead of the broker's clock."),
        topic(
            "message.timestamp.before.max.ms", .long, "9223372036854775807", .atLeast(0),
            "How far a record's CreateTime may lie behind the broker's clock."),
        topic(
            "message.timestamp.difference.max.ms", .long, "9223372036854775807", .atLeast(0),
            "Older bound for both directions; the before and after bounds replace it."),
        topic(
            "message.timestamp.type", .string, "CreateTime", .oneOf(["CreateTime", "LogAppendTime"]),
            "Whether a record carries the producer's time (CreateTime) or that of its append (LogAppendTime)."),
        topic(
            "min.cleanable.dirty.ratio", .double, "0.5", .between(0, 1),
            "Share of a log that must be uncompacted before it is cleaned."),
        topic(
            "min.compaction.lag.ms", .long, "0", .atLeast(0), "How long a record stays uncompacted at least."),
        topic(
            "min.insync.replicas", .int, "1", .atLeast(1),
            "Replicas that must have a record before a produce with acks=all counts as done."),
        topic(
            "preallocate", .boolean, "false", .any,
            "Reserve a segment's full size when it is created."),
        topic(
            "remote.log.copy.disable", .boolean, "false", .any,
            "Stop copying segments of the topic to remote storage.", .noEffect(.tieredStorage)),
        topic(
            "remote.log.delete.on.disable", .boolean, "false", .any,
            "Delete remote segments when remote storage is switched off for the topic.", .noEffect(.tieredStorage)),
        topic(
            "remote.storage.enable", .boolean, "false", .any,
            "Copy closed segments of the topic to remote storage.", .noEffect(.tieredStorage)),
        topic(
            "retention.bytes", .long, "-1", .any,
            "Size of a partition above which its oldest segments are deleted; -1 sets no bound."),
        topic(
            "retention.ms", .long, "604800000", .atLeast(-1),
            "Age at which a closed segment is deleted; -1 keeps it for ever."),
        topic(
            "segment.bytes", .int, "1073741824", .atLeast(14),
            "Size at which a segment is closed and a new one begun."),
        topic(
            "segment.index.bytes", .int, "10485760", .atLeast(4),
            "Most bytes of an index file; a full index rolls the segment."),
        topic(
            "segment.jitter.ms", .long, "0", .atLeast(0),
            "Spread taken off segment.ms at random, so that segments of many partitions do not roll at once."),
        topic(
            "segment.ms", .long, "604800000", .atLeast(1),
            "Age at which a segment is closed even if it is not full."),
        topic(
            "unclean.leader.election.enable", .boolean, "false", .any,
            "Let a replica that lags behind become leader when no other is left, at the price of lost records.",
            .noEffect(.replication)),
    ]

    private static func topic(
        _ name: String, _ type: ConfigType, _ defaultValue: String, _ rule: ConfigRule,
        _ documentation: String, _ treatment: ConfigTreatment = .honoured
    ) -> ConfigDefinition {
        ConfigDefinition(name, type, defaultValue, rule, .medium, .clusterWide, treatment, documentation)
    }
}
