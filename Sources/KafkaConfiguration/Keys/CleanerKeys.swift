/// Compaction of logs.
enum CleanerKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "log.cleaner.enable", .boolean, "true", .any, .medium, .readOnly, .honoured,
            "Run the cleaner that compacts logs."),
        ConfigDefinition(
            "log.cleaner.threads", .int, "1", .atLeast(0), .medium, .clusterWide, .honoured,
            "Threads of the cleaner."),
        ConfigDefinition(
            "log.cleaner.backoff.ms", .long, "15000", .atLeast(0), .medium, .clusterWide, .honoured,
            "Pause of the cleaner when nothing needs cleaning."),
        ConfigDefinition(
            "log.cleaner.dedupe.buffer.size", .long, "134217728", .any, .medium, .clusterWide, .honoured,
            "Memory for the cleaner's table of keys, over all its threads."),
        ConfigDefinition(
            "log.cleaner.io.buffer.size", .int, "524288", .atLeast(0), .medium, .clusterWide, .honoured,
            "Memory for the cleaner's reads and writes, over all its threads."),
        ConfigDefinition(
            "log.cleaner.io.buffer.load.factor", .double, "0.9", .any, .medium, .clusterWide, .honoured,
            "How full the cleaner's table of keys may get."),
        ConfigDefinition(
            "log.cleaner.io.max.bytes.per.second", .double,
            "1.7976931348623157E308",
            .any, .medium, .clusterWide, .honoured,
            "Most bytes the cleaner reads and writes each second."),
        ConfigDefinition(
            "log.cleaner.min.cleanable.ratio", .double, "0.5", .between(0, 1), .medium, .clusterWide,
            .honoured,
            "Share of a log that must be uncompacted before it is cleaned."),
        ConfigDefinition(
            "log.cleaner.delete.retention.ms", .long, "86400000", .atLeast(0), .medium, .clusterWide,
            .honoured,
            "How long a tombstone stays in a compacted log."),
        ConfigDefinition(
            "log.cleaner.min.compaction.lag.ms", .long, "0", .atLeast(0), .medium, .clusterWide, .honoured,
            "How long a record stays uncompacted at least."),
        ConfigDefinition(
            "log.cleaner.max.compaction.lag.ms", .long,
            "9223372036854775807",
            .atLeast(1), .medium, .clusterWide, .honoured,
            "How long a record may stay uncompacted."),
    ]
}
