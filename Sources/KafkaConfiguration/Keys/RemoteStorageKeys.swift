/// Tiered storage.
enum RemoteStorageKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "remote.log.storage.system.enable", .boolean, "false", .any, .medium, .readOnly, .noEffect(.tieredStorage),
            "Switch tiered storage on."),
        ConfigDefinition(
            "remote.log.storage.manager.class.name", .string,
            nil,
            .notEmpty, .medium, .readOnly, .noEffect(.tieredStorage),
            "Java class that stores segments elsewhere."),
        ConfigDefinition(
            "remote.log.storage.manager.class.path", .string, nil, .any, .medium, .readOnly, .noEffect(.tieredStorage),
            "Where that class is found."),
        ConfigDefinition(
            "remote.log.storage.manager.impl.prefix", .string,
            "rsm.config.",
            .notEmpty, .medium, .readOnly, .noEffect(.tieredStorage),
            "Prefix of the configs handed to that class."),
        ConfigDefinition(
            "remote.log.metadata.manager.class.name", .string,
            "org.apache.kafka.server.log.remote.metadata.storage.TopicBasedRemoteLogMetadataManager",
            .notEmpty, .medium, .readOnly, .noEffect(.tieredStorage),
            "Java class that keeps the list of remote segments."),
        ConfigDefinition(
            "remote.log.metadata.manager.class.path", .string, nil, .any, .medium, .readOnly, .noEffect(.tieredStorage),
            "Where that class is found."),
        ConfigDefinition(
            "remote.log.metadata.manager.impl.prefix", .string,
            "rlmm.config.",
            .notEmpty, .medium, .readOnly, .noEffect(.tieredStorage),
            "Prefix of the configs handed to that class."),
        ConfigDefinition(
            "remote.log.metadata.manager.listener.name", .string,
            nil,
            .notEmpty, .medium, .readOnly, .noEffect(.tieredStorage),
            "Listener that class connects to."),
        ConfigDefinition(
            "remote.log.metadata.custom.metadata.max.bytes", .int,
            "128",
            .atLeast(0), .low, .readOnly, .noEffect(.tieredStorage),
            "Most bytes of custom metadata of a remote segment."),
        ConfigDefinition(
            "remote.log.index.file.cache.total.size.bytes", .long,
            "1073741824",
            .atLeast(1), .low, .clusterWide, .noEffect(.tieredStorage),
            "Memory for indexes of remote segments."),
        ConfigDefinition(
            "remote.log.manager.thread.pool.size", .int,
            "10",
            .atLeast(1), .medium, .readOnly, .noEffect(.tieredStorage),
            "Threads of tiered storage."),
        ConfigDefinition(
            "remote.log.manager.copier.thread.pool.size", .int,
            "-1",
            .atLeast(-1), .medium, .readOnly, .noEffect(.tieredStorage),
            "Threads that copy segments."),
        ConfigDefinition(
            "remote.log.manager.expiration.thread.pool.size", .int,
            "-1",
            .atLeast(-1), .medium, .readOnly, .noEffect(.tieredStorage),
            "Threads that delete remote segments."),
        ConfigDefinition(
            "remote.log.manager.follower.thread.pool.size", .int,
            "2",
            .atLeast(1), .medium, .readOnly, .noEffect(.tieredStorage),
            "Threads that follow remote segments of other leaders."),
        ConfigDefinition(
            "remote.log.manager.copy.max.bytes.per.second", .long,
            "9223372036854775807",
            .atLeast(1), .medium, .clusterWide, .noEffect(.tieredStorage),
            "Most bytes copied each second."),
        ConfigDefinition(
            "remote.log.manager.copy.quota.window.num", .int,
            "11",
            .atLeast(1), .medium, .readOnly, .noEffect(.tieredStorage),
            "Samples of the copy quota that are kept."),
        ConfigDefinition(
            "remote.log.manager.copy.quota.window.size.seconds", .int,
            "1",
            .atLeast(1), .medium, .readOnly, .noEffect(.tieredStorage),
            "Length of a sample of the copy quota."),
        ConfigDefinition(
            "remote.log.manager.fetch.max.bytes.per.second", .long,
            "9223372036854775807",
            .atLeast(1), .medium, .clusterWide, .noEffect(.tieredStorage),
            "Most bytes fetched back each second."),
        ConfigDefinition(
            "remote.log.manager.fetch.quota.window.num", .int,
            "11",
            .atLeast(1), .medium, .readOnly, .noEffect(.tieredStorage),
            "Samples of the fetch quota that are kept."),
        ConfigDefinition(
            "remote.log.manager.fetch.quota.window.size.seconds", .int,
            "1",
            .atLeast(1), .medium, .readOnly, .noEffect(.tieredStorage),
            "Length of a sample of the fetch quota."),
        ConfigDefinition(
            "remote.log.manager.task.interval.ms", .long,
            "30000",
            .atLeast(1), .low, .readOnly, .noEffect(.tieredStorage),
            "How often remote segments are looked after."),
        ConfigDefinition(
            "remote.log.manager.task.retry.backoff.ms", .long,
            "500",
            .atLeast(1), .low, .readOnly, .noEffect(.tieredStorage),
            "First pause before another try."),
        ConfigDefinition(
            "remote.log.manager.task.retry.backoff.max.ms", .long,
            "30000",
            .atLeast(1), .low, .readOnly, .noEffect(.tieredStorage),
            "Longest pause before another try."),
        ConfigDefinition(
            "remote.log.manager.task.retry.jitter", .double, "0.2", .any, .low, .readOnly, .noEffect(.tieredStorage),
            "Random part of that pause."),
        ConfigDefinition(
            "remote.log.reader.max.pending.tasks", .int,
            "100",
            .atLeast(1), .medium, .readOnly, .noEffect(.tieredStorage),
            "Reads of remote segments that may wait."),
        ConfigDefinition(
            "remote.log.reader.threads", .int, "10", .atLeast(1), .medium, .readOnly, .noEffect(.tieredStorage),
            "Threads that read remote segments."),
        ConfigDefinition(
            "remote.fetch.max.wait.ms", .int, "500", .atLeast(1), .medium, .clusterWide, .noEffect(.tieredStorage),
            "How long a fetch may wait for remote data."),
        ConfigDefinition(
            "remote.list.offsets.request.timeout.ms", .long,
            "30000",
            .atLeast(1), .low, .clusterWide, .noEffect(.tieredStorage),
            "How long a lookup of remote offsets may take."),
        ConfigDefinition(
            "log.local.retention.ms", .long, "-2", .atLeast(-2), .medium, .clusterWide, .noEffect(.tieredStorage),
            "Age at which a copied segment is deleted locally; -2 takes the retention of the whole log."),
        ConfigDefinition(
            "log.local.retention.bytes", .long, "-2", .atLeast(-2), .medium, .clusterWide, .noEffect(.tieredStorage),
            "Local size of a partition above which copied segments are deleted; -2 takes the retention of the "
                + "whole log."),
    ]
}
