/// Who this node is, and what it does on its own for topics.
enum GeneralKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "node.id", .int, "1", .any, .high, .readOnly, .honoured,
            "Number of this node, the same in every file and answer that names it. It stays what it was when "
                + "the data was first written."),
        ConfigDefinition(
            "broker.id", .int, "-1", .any, .high, .readOnly, .honoured,
            "Older name of node.id; when both are set they must agree."),
        ConfigDefinition(
            "broker.id.generation.enable", .boolean, "true", .any, .medium, .readOnly, .noEffect(.quorum),
            "Lets ZooKeeper hand out an id when broker.id is not set."),
        ConfigDefinition(
            "reserved.broker.max.id", .int, "1000", .atLeast(0), .medium, .readOnly, .noEffect(.quorum),
            "Highest id that may be set by hand while ids are also handed out."),
        ConfigDefinition(
            "broker.rack", .string, nil, .any, .medium, .readOnly, .honoured,
            "Name of the rack or zone of this broker, told to clients that ask where brokers stand."),
        ConfigDefinition(
            "auto.create.topics.enable", .boolean, "true", .any, .high, .readOnly, .honoured,
            "Create a topic when a client asks for the metadata of one that does not exist."),
        ConfigDefinition(
            "delete.topic.enable", .boolean, "true", .any, .high, .readOnly, .honoured,
            "Allow topics to be deleted; when false the request is refused."),
        ConfigDefinition(
            "num.partitions", .int, "1", .atLeast(1), .medium, .readOnly, .honoured,
            "Partitions of a topic whose creation does not say how many."),
        ConfigDefinition(
            "default.replication.factor", .int, "1", .any, .medium, .readOnly, .honoured,
            "Replicas of a topic whose creation does not say how many. Above the number of brokers, such a "
                + "creation fails."),
        ConfigDefinition(
            "min.insync.replicas", .int, "1", .atLeast(1), .high, .clusterWide, .honoured,
            "Replicas that must have a record before a produce with acks=all counts as done; never more "
                + "than the partition has."),
        ConfigDefinition(
            "unclean.leader.election.enable", .boolean, "false", .any, .high, .clusterWide, .noEffect(.replication),
            "Let a replica that lags behind become leader when no other is left, at the price of lost records."),
        ConfigDefinition(
            "message.max.bytes", .int, "1048588", .atLeast(0), .high, .clusterWide, .honoured,
            "Largest record batch taken, in bytes as it arrives, so after compression."),
        ConfigDefinition(
            "compression.type", .string,
            "producer",
            .oneOf(ConfigRule.compressionTypes), .high, .clusterWide, .honoured,
            "How batches are stored: producer keeps what the producer chose, any other value compresses anew."),
        ConfigDefinition(
            "compression.gzip.level", .int, "-1", .betweenOr(1, 9, other: -1), .medium, .clusterWide,
            .honoured,
            "Level of gzip when the broker compresses; -1 is zlib's own choice."),
        ConfigDefinition(
            "compression.lz4.level", .int, "9", .between(1, 17), .medium, .clusterWide, .honoured,
            "Level of lz4 when the broker compresses."),
        ConfigDefinition(
            "compression.zstd.level", .int, "3", .between(-131_072, 22), .medium, .clusterWide, .honoured,
            "Level of zstd when the broker compresses."),
        ConfigDefinition(
            "create.topic.policy.class.name", .class, nil, .any, .low, .readOnly, .noEffect(.javaClass),
            "Java class that may refuse the creation of a topic."),
        ConfigDefinition(
            "alter.config.policy.class.name", .class, nil, .any, .low, .readOnly, .noEffect(.javaClass),
            "Java class that may refuse a change of configs."),
        ConfigDefinition(
            "controlled.shutdown.enable", .boolean, "true", .any, .medium, .readOnly, .noEffect(.replication),
            "Hand leaderships to other brokers before stopping."),
        ConfigDefinition(
            "controlled.shutdown.max.retries", .int, "3", .any, .medium, .readOnly, .noEffect(.replication),
            "Times a stop with handing over is tried."),
        ConfigDefinition(
            "controlled.shutdown.retry.backoff.ms", .long, "5000", .any, .medium, .readOnly, .noEffect(.replication),
            "Pause between two tries of a stop with handing over."),
        ConfigDefinition(
            "max.request.partition.size.limit", .int, "2000", .atLeast(1), .medium, .readOnly, .honoured,
            "Most partitions that one answer of DescribeTopicPartitions holds."),
        ConfigDefinition(
            "fetch.max.bytes", .int, "57671680", .atLeast(1024), .medium, .readOnly, .honoured,
            "Most bytes of records in one fetch answer, whatever the client allows; the first batch is sent "
                + "even if it is bigger."),
        ConfigDefinition(
            "max.incremental.fetch.session.cache.slots", .int, "1000", .atLeast(0), .medium, .readOnly, .honoured,
            "Incremental fetch sessions kept at once; a client that gets none fetches in full."),
        ConfigDefinition(
            "request.timeout.ms", .int, "30000", .any, .high, .readOnly, .noEffect(.replication),
            "How long this broker, as a client of others, waits for an answer."),
        ConfigDefinition(
            "early.start.listeners", .string, nil, .any, .high, .readOnly, .noEffect(.internals),
            "Listeners that open before the authorizer is ready."),
    ]
}
