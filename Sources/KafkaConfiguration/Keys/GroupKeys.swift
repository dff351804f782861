/// Consumer groups and their offsets.
enum GroupKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "group.initial.rebalance.delay.ms", .int, "3000", .any, .medium, .readOnly, .honoured,
            "How long the first rebalance of an empty group waits for more members."),
        ConfigDefinition(
            "group.min.session.timeout.ms", .int, "6000", .any, .medium, .readOnly, .honoured,
            "Least session timeout a member may ask for."),
        ConfigDefinition(
            "group.max.session.timeout.ms", .int, "1800000", .any, .medium, .readOnly, .honoured,
            "Greatest session timeout a member may ask for."),
        ConfigDefinition(
            "group.max.size", .int, "2147483647", .atLeast(1), .medium, .readOnly, .honoured,
            "Most members of a group."),
        ConfigDefinition(
            "group.coordinator.threads", .int, "1", .atLeast(1), .medium, .readOnly, .noEffect(.threads),
            "Threads that serve group coordinators."),
        ConfigDefinition(
            "group.coordinator.append.linger.ms", .int, "10", .atLeast(0), .medium, .readOnly, .noEffect(.internals),
            "How long writes of a group coordinator gather before they are appended."),
        ConfigDefinition(
            "group.coordinator.rebalance.protocols", .list,
            "classic",
            .listOf(["consumer", "classic", "share", "streams"]), .medium, .readOnly, .noEffect(.consumerProtocol),
            "Rebalance protocols that groups may use."),
        ConfigDefinition(
            "group.coordinator.new.enable", .boolean, "false", .any, .medium, .readOnly, .noEffect(.retired),
            "Chose the newer group coordinator before it was the only one."),
        ConfigDefinition(
            "group.consumer.assignors", .list,
            "org.apache.kafka.coordinator.group.assignor.UniformAssignor,"
                + "org.apache.kafka.coordinator.group.assignor.RangeAssignor",
            .any, .medium, .readOnly, .noEffect(.consumerProtocol),
            "Server-side assignors, the first being the default."),
        ConfigDefinition(
            "group.consumer.heartbeat.interval.ms", .int,
            "5000",
            .atLeast(1), .medium, .readOnly, .noEffect(.consumerProtocol),
            "Heartbeat interval given to members of consumer groups."),
        ConfigDefinition(
            "group.consumer.min.heartbeat.interval.ms", .int,
            "5000",
            .atLeast(1), .medium, .readOnly, .noEffect(.consumerProtocol),
            "Least heartbeat interval of a consumer group."),
        ConfigDefinition(
            "group.consumer.max.heartbeat.interval.ms", .int,
            "15000",
            .atLeast(1), .medium, .readOnly, .noEffect(.consumerProtocol),
            "Greatest heartbeat interval of a consumer group."),
        ConfigDefinition(
            "group.consumer.session.timeout.ms", .int,
            "45000",
            .atLeast(1), .medium, .readOnly, .noEffect(.consumerProtocol),
            "Session timeout of members of consumer groups."),
        ConfigDefinition(
            "group.consumer.min.session.timeout.ms", .int,
            "45000",
            .atLeast(1), .medium, .readOnly, .noEffect(.consumerProtocol),
            "Least session timeout of a consumer group."),
        ConfigDefinition(
            "group.consumer.max.session.timeout.ms", .int,
            "60000",
            .atLeast(1), .medium, .readOnly, .noEffect(.consumerProtocol),
            "Greatest session timeout of a consumer group."),
        ConfigDefinition(
            "group.consumer.max.size", .int,
            "2147483647",
            .atLeast(1), .medium, .readOnly, .noEffect(.consumerProtocol),
            "Most members of a consumer group."),
        ConfigDefinition(
            "group.consumer.migration.policy", .string,
            "bidirectional",
            .oneOfIgnoringCase(["DISABLED", "DOWNGRADE", "UPGRADE", "BIDIRECTIONAL"]), .medium, .readOnly,
            .noEffect(.consumerProtocol),
            "Whether groups may move between the classic and the consumer protocol."),
        ConfigDefinition(
            "offsets.topic.num.partitions", .int, "50", .atLeast(1), .high, .readOnly, .honoured,
            "Partitions of __consumer_offsets; it must not change once the topic exists."),
        ConfigDefinition(
            "offsets.topic.replication.factor", .short, "3", .atLeast(1), .high, .readOnly, .noEffect(.replication),
            "Replicas of __consumer_offsets, which has one here."),
        ConfigDefinition(
            "offsets.topic.segment.bytes", .int, "104857600", .atLeast(1), .high, .readOnly, .honoured,
            "Segment size of __consumer_offsets."),
        ConfigDefinition(
            "offsets.topic.compression.codec", .int, "0", .any, .high, .readOnly, .noEffect(.internals),
            "Codec of batches written to __consumer_offsets, by its number; 0 is none."),
        ConfigDefinition(
            "offsets.retention.minutes", .int, "10080", .atLeast(1), .high, .readOnly, .honoured,
            "How long the offsets of an empty group are kept."),
        ConfigDefinition(
            "offsets.retention.check.interval.ms", .long, "600000", .atLeast(1), .high, .readOnly, .honoured,
            "How often the broker looks for offsets to forget."),
        ConfigDefinition(
            "offset.metadata.max.bytes", .int, "4096", .any, .high, .readOnly, .honoured,
            "Most bytes of the text that a client commits beside an offset."),
        ConfigDefinition(
            "offsets.commit.timeout.ms", .int, "5000", .atLeast(1), .high, .readOnly, .noEffect(.replication),
            "How long a commit waits for replicas."),
        ConfigDefinition(
            "offsets.commit.required.acks", .short, "-1", .any, .high, .readOnly, .noEffect(.replication),
            "Acknowledgements that a commit needs."),
        ConfigDefinition(
            "offsets.load.buffer.size", .int, "5242880", .atLeast(1), .high, .readOnly, .noEffect(.internals),
            "Bytes read at once while offsets are loaded."),
    ]
}
