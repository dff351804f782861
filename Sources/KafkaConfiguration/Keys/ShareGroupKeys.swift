/// Share groups and streams groups.
enum ShareGroupKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "group.share.enable", .boolean, "false", .any, .medium, .readOnly, .noEffect(.shareGroups),
            "Serve share groups."),
        ConfigDefinition(
            "group.share.assignors", .list, "simple", .any, .medium, .readOnly, .noEffect(.shareGroups),
            "Assignors of share groups."),
        ConfigDefinition(
            "group.share.heartbeat.interval.ms", .int, "5000", .atLeast(1), .medium, .readOnly, .noEffect(.shareGroups),
            "Heartbeat interval given to members of share groups."),
        ConfigDefinition(
            "group.share.min.heartbeat.interval.ms", .int,
            "5000",
            .atLeast(1), .medium, .readOnly, .noEffect(.shareGroups),
            "Least heartbeat interval of a share group."),
        ConfigDefinition(
            "group.share.max.heartbeat.interval.ms", .int,
            "15000",
            .atLeast(1), .medium, .readOnly, .noEffect(.shareGroups),
            "Greatest heartbeat interval of a share group."),
        ConfigDefinition(
            "group.share.session.timeout.ms", .int, "45000", .atLeast(1), .medium, .readOnly, .noEffect(.shareGroups),
            "Session timeout of members of share groups."),
        ConfigDefinition(
            "group.share.min.session.timeout.ms", .int,
            "45000",
            .atLeast(1), .medium, .readOnly, .noEffect(.shareGroups),
            "Least session timeout of a share group."),
        ConfigDefinition(
            "group.share.max.session.timeout.ms", .int,
            "60000",
            .atLeast(1), .medium, .readOnly, .noEffect(.shareGroups),
            "Greatest session timeout of a share group."),
        ConfigDefinition(
            "group.share.record.lock.duration.ms", .int,
            "30000",
            .between(1000, 3600000), .medium, .readOnly, .noEffect(.shareGroups),
            "How long a record stays with a member that acquired it."),
        ConfigDefinition(
            "group.share.min.record.lock.duration.ms", .int,
            "15000",
            .between(1000, 30000), .medium, .readOnly, .noEffect(.shareGroups),
            "Least such time of a share group."),
        ConfigDefinition(
            "group.share.max.record.lock.duration.ms", .int,
            "60000",
            .between(30000, 3600000), .medium, .readOnly, .noEffect(.shareGroups),
            "Greatest such time of a share group."),
        ConfigDefinition(
            "group.share.partition.max.record.locks", .int,
            "200",
            .between(100, 10000), .medium, .readOnly, .noEffect(.shareGroups),
            "Records of a partition that may be acquired at once."),
        ConfigDefinition(
            "group.share.min.partition.max.record.locks", .int,
            "100",
            .atLeast(1), .medium, .readOnly, .noEffect(.shareGroups),
            "Least value of that bound for a group."),
        ConfigDefinition(
            "group.share.max.partition.max.record.locks", .int,
            "10000",
            .atLeast(1), .medium, .readOnly, .noEffect(.shareGroups),
            "Greatest value of that bound for a group."),
        ConfigDefinition(
            "group.share.delivery.count.limit", .int, "5", .between(2, 10), .medium, .readOnly, .noEffect(.shareGroups),
            "Times a record is delivered before it is given up."),
        ConfigDefinition(
            "group.share.min.delivery.count.limit", .int, "2", .atLeast(2), .medium, .readOnly, .noEffect(.shareGroups),
            "Least value of that limit for a group."),
        ConfigDefinition(
            "group.share.max.delivery.count.limit", .int,
            "10",
            .atLeast(2), .medium, .readOnly, .noEffect(.shareGroups),
            "Greatest value of that limit for a group."),
        ConfigDefinition(
            "group.share.max.groups", .short, "10", .between(1, 100), .medium, .readOnly, .noEffect(.shareGroups),
            "Most share groups."),
        ConfigDefinition(
            "group.share.max.size", .short, "200", .between(10, 1000), .medium, .readOnly, .noEffect(.shareGroups),
            "Most members of a share group."),
        ConfigDefinition(
            "group.share.max.share.sessions", .int, "2000", .atLeast(1), .medium, .readOnly, .noEffect(.shareGroups),
            "Most share sessions."),
        ConfigDefinition(
            "group.share.initialize.retry.interval.ms", .int,
            "30000",
            .atLeast(1), .medium, .readOnly, .noEffect(.shareGroups),
            "Pause before the state of a share partition is set up again."),
        ConfigDefinition(
            "group.share.persister.class.name", .string,
            "org.apache.kafka.server.share.persister.DefaultStatePersister",
            .any, .medium, .readOnly, .noEffect(.javaClass),
            "Java class that stores the state of share groups."),
        ConfigDefinition(
            "share.coordinator.append.linger.ms", .int, "10", .atLeast(0), .medium, .readOnly, .noEffect(.shareGroups),
            "How long writes of the share coordinator gather."),
        ConfigDefinition(
            "share.coordinator.cold.partition.snapshot.interval.ms", .long,
            "300000",
            .atLeast(1), .medium, .readOnly, .noEffect(.shareGroups),
            "How often quiet share partitions are snapshotted."),
        ConfigDefinition(
            "share.coordinator.load.buffer.size", .int,
            "5242880",
            .atLeast(1), .high, .readOnly, .noEffect(.shareGroups),
            "Bytes read at once while share state is loaded."),
        ConfigDefinition(
            "share.coordinator.snapshot.update.records.per.snapshot", .int,
            "500",
            .atLeast(0), .medium, .readOnly, .noEffect(.shareGroups),
            "Updates between two snapshots of share state."),
        ConfigDefinition(
            "share.coordinator.state.topic.compression.codec", .int,
            "0",
            .any, .high, .readOnly, .noEffect(.shareGroups),
            "Codec of __share_group_state by its number."),
        ConfigDefinition(
            "share.coordinator.state.topic.min.isr", .short,
            "2",
            .atLeast(1), .high, .readOnly, .noEffect(.shareGroups),
            "Least in-sync replicas of __share_group_state."),
        ConfigDefinition(
            "share.coordinator.state.topic.num.partitions", .int,
            "50",
            .atLeast(1), .high, .readOnly, .noEffect(.shareGroups),
            "Partitions of __share_group_state."),
        ConfigDefinition(
            "share.coordinator.state.topic.prune.interval.ms", .int,
            "300000",
            .atLeast(1), .low, .readOnly, .noEffect(.shareGroups),
            "How often __share_group_state is shortened."),
        ConfigDefinition(
            "share.coordinator.state.topic.replication.factor", .short,
            "3",
            .atLeast(1), .high, .readOnly, .noEffect(.shareGroups),
            "Replicas of __share_group_state."),
        ConfigDefinition(
            "share.coordinator.state.topic.segment.bytes", .int,
            "104857600",
            .atLeast(1), .high, .readOnly, .noEffect(.shareGroups),
            "Segment size of __share_group_state."),
        ConfigDefinition(
            "share.coordinator.threads", .int, "1", .atLeast(1), .medium, .readOnly, .noEffect(.shareGroups),
            "Threads of the share coordinator."),
        ConfigDefinition(
            "share.coordinator.write.timeout.ms", .int, "5000", .atLeast(1), .high, .readOnly, .noEffect(.shareGroups),
            "How long a write of the share coordinator may take."),
        ConfigDefinition(
            "share.fetch.max.fetch.records", .int, "2147483647", .any, .high, .readOnly, .noEffect(.shareGroups),
            "Records of one share fetch."),
        ConfigDefinition(
            "share.fetch.purgatory.purge.interval.requests", .int,
            "1000",
            .any, .medium, .readOnly, .noEffect(.shareGroups),
            "Finished share fetches kept before they are swept."),
        ConfigDefinition(
            "group.streams.heartbeat.interval.ms", .int,
            "5000",
            .atLeast(1), .medium, .readOnly, .noEffect(.streamsGroups),
            "Heartbeat interval given to members of streams groups."),
        ConfigDefinition(
            "group.streams.min.heartbeat.interval.ms", .int,
            "5000",
            .atLeast(1), .medium, .readOnly, .noEffect(.streamsGroups),
            "Least heartbeat interval of a streams group."),
        ConfigDefinition(
            "group.streams.max.heartbeat.interval.ms", .int,
            "15000",
            .atLeast(1), .medium, .readOnly, .noEffect(.streamsGroups),
            "Greatest heartbeat interval of a streams group."),
        ConfigDefinition(
            "group.streams.session.timeout.ms", .int,
            "45000",
            .atLeast(1), .medium, .readOnly, .noEffect(.streamsGroups),
            "Session timeout of members of streams groups."),
        ConfigDefinition(
            "group.streams.min.session.timeout.ms", .int,
            "45000",
            .atLeast(1), .medium, .readOnly, .noEffect(.streamsGroups),
            "Least session timeout of a streams group."),
        ConfigDefinition(
            "group.streams.max.session.timeout.ms", .int,
            "60000",
            .atLeast(1), .medium, .readOnly, .noEffect(.streamsGroups),
            "Greatest session timeout of a streams group."),
        ConfigDefinition(
            "group.streams.max.size", .int, "2147483647", .atLeast(1), .medium, .readOnly, .noEffect(.streamsGroups),
            "Most members of a streams group."),
        ConfigDefinition(
            "group.streams.num.standby.replicas", .int, "0", .atLeast(0), .medium, .readOnly, .noEffect(.streamsGroups),
            "Standby tasks of a streams group."),
        ConfigDefinition(
            "group.streams.max.standby.replicas", .int, "2", .atLeast(0), .medium, .readOnly, .noEffect(.streamsGroups),
            "Most standby tasks of a streams group."),
        ConfigDefinition(
            "group.streams.initial.rebalance.delay.ms", .int,
            "3000",
            .atLeast(0), .medium, .readOnly, .noEffect(.streamsGroups),
            "How long the first rebalance of a streams group waits for more members."),
    ]
}
