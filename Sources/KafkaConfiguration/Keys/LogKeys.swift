/// Where data lies, and when it is rolled, flushed and deleted.
enum LogKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "log.dir", .string, "/tmp/kafka-logs", .any, .high, .readOnly, .honoured,
            "Directory of the data when log.dirs is not set."),
        ConfigDefinition(
            "log.dirs", .string, nil, .any, .high, .readOnly, .honoured,
            "Directories of the data, separated by commas; new partitions go to the emptiest."),
        ConfigDefinition(
            "log.segment.bytes", .int, "1073741824", .atLeast(14), .high, .clusterWide, .honoured,
            "Size at which a segment is closed and a new one begun."),
        ConfigDefinition(
            "log.roll.ms", .long, nil, .any, .high, .clusterWide, .honoured,
            "Age at which a segment is closed even if it is not full; by default log.roll.hours decides."),
        ConfigDefinition(
            "log.roll.hours", .int, "168", .atLeast(1), .high, .readOnly, .honoured,
            "The same in hours; log.roll.ms goes before it."),
        ConfigDefinition(
            "log.roll.jitter.ms", .long, nil, .any, .high, .clusterWide, .honoured,
            "Spread taken off the age at random, so that segments of many partitions do not roll at once."),
        ConfigDefinition(
            "log.roll.jitter.hours", .int, "0", .atLeast(0), .high, .readOnly, .honoured,
            "The same in hours; log.roll.jitter.ms goes before it."),
        ConfigDefinition(
            "log.retention.ms", .long, nil, .any, .high, .clusterWide, .honoured,
            "Age at which a closed segment is deleted; -1 keeps it for ever. By default log.retention.minutes, "
                + "then log.retention.hours decide."),
        ConfigDefinition(
            "log.retention.minutes", .int, nil, .any, .high, .readOnly, .honoured,
            "The same in minutes; log.retention.ms goes before it."),
        ConfigDefinition(
            "log.retention.hours", .int, "168", .any, .high, .readOnly, .honoured,
            "The same in hours; log.retention.ms and log.retention.minutes go before it."),
        ConfigDefinition(
            "log.retention.bytes", .long, "-1", .any, .high, .clusterWide, .honoured,
            "Size of a partition above which its oldest segments are deleted; -1 sets no bound."),
        ConfigDefinition(
            "log.retention.check.interval.ms", .long, "300000", .atLeast(1), .medium, .readOnly, .honoured,
            "How often the broker looks for segments to delete."),
        ConfigDefinition(
            "log.cleanup.policy", .list, "delete", .listOf(["compact", "delete"]), .medium, .clusterWide, .honoured,
            "What becomes of old records: delete, compact, or both."),
        ConfigDefinition(
            "log.segment.delete.delay.ms", .long, "60000", .atLeast(0), .high, .clusterWide, .honoured,
            "How long a segment's files stay on disk, renamed, after its deletion."),
        ConfigDefinition(
            "log.index.size.max.bytes", .int, "10485760", .atLeast(4), .medium, .clusterWide, .honoured,
            "Most bytes of an index file; a full index rolls the segment."),
        ConfigDefinition(
            "log.index.interval.bytes", .int, "4096", .atLeast(0), .medium, .clusterWide, .honoured,
            "Bytes of log between two index entries."),
        ConfigDefinition(
            "log.preallocate", .boolean, "false", .any, .medium, .clusterWide, .honoured,
            "Reserve a segment's full size when it is created."),
        ConfigDefinition(
            "log.flush.interval.messages", .long, "9223372036854775807", .atLeast(1), .high, .clusterWide, .honoured,
            "Records appended to a partition before it is flushed to disk."),
        ConfigDefinition(
            "log.flush.interval.ms", .long, nil, .any, .high, .clusterWide, .honoured,
            "How long a record may stay unflushed; by default log.flush.scheduler.interval.ms."),
        ConfigDefinition(
            "log.flush.scheduler.interval.ms", .long, "9223372036854775807", .any, .high, .readOnly, .honoured,
            "How often the broker looks for partitions to flush."),
        ConfigDefinition(
            "log.flush.offset.checkpoint.interval.ms", .int, "60000", .atLeast(0), .high, .readOnly, .honoured,
            "How often the recovery points are written down."),
        ConfigDefinition(
            "log.flush.start.offset.checkpoint.interval.ms", .int, "60000", .atLeast(0), .high, .readOnly,
            .noEffect(.internals),
            "How often the log start offsets are written down."),
        ConfigDefinition(
            "num.recovery.threads.per.data.dir", .int, "1", .atLeast(1), .high, .clusterWide, .honoured,
            "Threads for each data directory that load logs at start; as many as there are cores when not set."),
        ConfigDefinition(
            "log.dir.failure.timeout.ms", .long, "30000", .atLeast(1), .low, .readOnly, .noEffect(.replication),
            "How long to wait for the controller to hear of a failed directory before stopping."),
        ConfigDefinition(
            "log.message.timestamp.type", .string,
            "CreateTime",
            .oneOf(["CreateTime", "LogAppendTime"]), .medium, .clusterWide, .honoured,
            "Whether a record carries the producer's time (CreateTime) or that of its append (LogAppendTime)."),
        ConfigDefinition(
            "log.message.timestamp.before.max.ms", .long,
            "9223372036854775807",
            .atLeast(0), .medium, .clusterWide, .honoured,
            "How far a record's CreateTime may lie behind the broker's clock."),
        ConfigDefinition(
            "log.message.timestamp.after.max.ms", .long,
            "9223372036854775807",
            .atLeast(0), .medium, .clusterWide, .honoured,
            "How far a record's CreateTime may lie ahead of the broker's clock."),
        ConfigDefinition(
            "log.message.timestamp.difference.max.ms", .long,
            "9223372036854775807",
            .atLeast(0), .medium, .clusterWide, .honoured,
            "Older bound for both directions; the before and after bounds replace it."),
        ConfigDefinition(
            "log.message.format.version", .string, "3.0-IV1", .any, .medium, .readOnly, .noEffect(.messageFormat),
            "Message format of an older release in which batches were to be stored."),
        ConfigDefinition(
            "log.message.downconversion.enable", .boolean, "true", .any, .low, .clusterWide, .noEffect(.messageFormat),
            "Convert batches down for consumers too old for message format 2."),
        ConfigDefinition(
            "log.initial.task.delay.ms", .long, "30000", .atLeast(0), .low, .readOnly, .honoured,
            "Pause after the start before retention looks for segments to delete."),
        ConfigDefinition(
            "producer.id.expiration.ms", .int, "86400000", .atLeast(1), .low, .clusterWide, .honoured,
            "How long an idempotent producer's last sequence is remembered after its last write."),
        ConfigDefinition(
            "producer.id.expiration.check.interval.ms", .int, "600000", .atLeast(1), .low, .readOnly, .honoured,
            "How often the broker looks for idempotent producers to forget."),
        ConfigDefinition(
            "delete.records.purgatory.purge.interval.requests", .int,
            "1",
            .any, .medium, .readOnly, .noEffect(.internals),
            "Finished delete-records requests kept before they are swept."),
        ConfigDefinition(
            "fetch.purgatory.purge.interval.requests", .int, "1000", .any, .medium, .readOnly, .noEffect(.internals),
            "Finished fetches kept before they are swept."),
        ConfigDefinition(
            "producer.purgatory.purge.interval.requests", .int, "1000", .any, .medium, .readOnly, .noEffect(.internals),
            "Finished produces kept before they are swept."),
    ]
}
