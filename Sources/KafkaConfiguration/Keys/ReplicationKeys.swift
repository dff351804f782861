/// Replication between brokers.
enum ReplicationKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "auto.leader.rebalance.enable", .boolean, "true", .any, .high, .readOnly, .noEffect(.replication),
            "Give leaderships back to preferred replicas from time to time."),
        ConfigDefinition(
            "leader.imbalance.check.interval.seconds", .long,
            "300",
            .atLeast(1), .high, .readOnly, .noEffect(.replication),
            "How often the balance of leaderships is looked at."),
        ConfigDefinition(
            "leader.imbalance.per.broker.percentage", .int, "10", .any, .high, .readOnly, .noEffect(.replication),
            "Imbalance of a broker above which leaderships move."),
        ConfigDefinition(
            "num.replica.fetchers", .int, "1", .any, .high, .clusterWide, .noEffect(.replication),
            "Threads that fetch from each other broker."),
        ConfigDefinition(
            "num.replica.alter.log.dirs.threads", .int, nil, .any, .high, .readOnly, .noEffect(.replication),
            "Threads that move partitions between directories."),
        ConfigDefinition(
            "replica.fetch.min.bytes", .int, "1", .any, .high, .readOnly, .noEffect(.replication),
            "Least bytes of an answer to a follower's fetch."),
        ConfigDefinition(
            "replica.fetch.max.bytes", .int, "1048576", .atLeast(0), .medium, .readOnly, .noEffect(.replication),
            "Bytes a follower asks for in each partition."),
        ConfigDefinition(
            "replica.fetch.response.max.bytes", .int,
            "10485760",
            .atLeast(0), .medium, .readOnly, .noEffect(.replication),
            "Bytes a follower asks for in a whole answer."),
        ConfigDefinition(
            "replica.fetch.wait.max.ms", .int, "500", .any, .high, .readOnly, .noEffect(.replication),
            "How long a follower's fetch may wait for data."),
        ConfigDefinition(
            "replica.fetch.backoff.ms", .int, "1000", .atLeast(0), .medium, .readOnly, .noEffect(.replication),
            "Pause of a follower after an error."),
        ConfigDefinition(
            "replica.lag.time.max.ms", .long, "30000", .any, .high, .readOnly, .noEffect(.replication),
            "How long a follower may lag before it leaves the in-sync set."),
        ConfigDefinition(
            "replica.high.watermark.checkpoint.interval.ms", .long, "5000", .any, .high, .readOnly,
            .noEffect(.internals),
            "How often high watermarks are written down."),
        ConfigDefinition(
            "replica.socket.timeout.ms", .int, "30000", .any, .high, .readOnly, .noEffect(.replication),
            "How long a follower waits for an answer."),
        ConfigDefinition(
            "replica.socket.receive.buffer.bytes", .int, "65536", .any, .high, .readOnly, .noEffect(.replication),
            "Receive buffer of a follower's socket."),
        ConfigDefinition(
            "replica.selector.class", .string, nil, .any, .medium, .readOnly, .noEffect(.javaClass),
            "Java class that chooses the replica a consumer reads from."),
        ConfigDefinition(
            "replication.quota.window.num", .int, "11", .atLeast(1), .low, .readOnly, .noEffect(.quotas),
            "Samples of replication quotas that are kept."),
        ConfigDefinition(
            "replication.quota.window.size.seconds", .int, "1", .atLeast(1), .low, .readOnly, .noEffect(.quotas),
            "Length of a sample of replication quotas."),
        ConfigDefinition(
            "alter.log.dirs.replication.quota.window.num", .int, "11", .atLeast(1), .low, .readOnly, .noEffect(.quotas),
            "Samples of quotas on moves between directories that are kept."),
        ConfigDefinition(
            "alter.log.dirs.replication.quota.window.size.seconds", .int,
            "1",
            .atLeast(1), .low, .readOnly, .noEffect(.quotas),
            "Length of a sample of quotas on moves between directories."),
        ConfigDefinition(
            "leader.replication.throttled.rate", .long,
            "9223372036854775807",
            .atLeast(0), .medium, .clusterWide, .noEffect(.quotas),
            "Most bytes a second that leaders send for throttled replicas."),
        ConfigDefinition(
            "follower.replication.throttled.rate", .long,
            "9223372036854775807",
            .atLeast(0), .medium, .clusterWide, .noEffect(.quotas),
            "Most bytes a second that followers take for throttled replicas."),
        ConfigDefinition(
            "replica.alter.log.dirs.io.max.bytes.per.second", .long,
            "9223372036854775807",
            .atLeast(0), .medium, .clusterWide, .noEffect(.quotas),
            "Most bytes a second moved between directories."),
        ConfigDefinition(
            "unclean.leader.election.interval.ms", .long,
            "300000",
            .atLeast(1), .medium, .readOnly, .noEffect(.replication),
            "How often partitions without a leader are looked at for an unclean election."),
    ]
}
