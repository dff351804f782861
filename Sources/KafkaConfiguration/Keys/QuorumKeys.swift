/// The controller and the metadata log.
enum QuorumKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "process.roles", .list, "", .listOf(["broker", "controller"]), .high, .readOnly, .honoured,
            "Roles of this process: broker,controller. Both are played here, whether it is set or not."),
        ConfigDefinition(
            "controller.listener.names", .string, nil, .any, .high, .readOnly, .honoured,
            "Listeners of the controller. They are accepted, and not opened: nothing but this process needs its "
                + "controller."),
        ConfigDefinition(
            "controller.quorum.voters", .list, "", .any, .high, .readOnly, .honoured,
            "The controllers, as id@host:port. Only this node may be named."),
        ConfigDefinition(
            "controller.quorum.bootstrap.servers", .list, "", .any, .high, .readOnly, .honoured,
            "Addresses at which the controllers are found. Only this node's controller listener may be named."),
        ConfigDefinition(
            "controller.quorum.auto.join.enable", .boolean, "false", .any, .low, .readOnly, .noEffect(.quorum),
            "Let a new controller join the quorum by itself."),
        ConfigDefinition(
            "controller.quorum.election.timeout.ms", .int, "1000", .any, .high, .readOnly, .noEffect(.quorum),
            "How long to wait for a leader before standing for election."),
        ConfigDefinition(
            "controller.quorum.election.backoff.max.ms", .int, "1000", .any, .high, .readOnly, .noEffect(.quorum),
            "Longest pause before another election."),
        ConfigDefinition(
            "controller.quorum.fetch.timeout.ms", .int, "2000", .any, .high, .readOnly, .noEffect(.quorum),
            "How long without a fetch before a new election."),
        ConfigDefinition(
            "controller.quorum.fetch.snapshot.max.bytes", .int,
            "8388608",
            .atLeast(1), .low, .readOnly, .noEffect(.quorum),
            "Bytes of a snapshot fetched at once."),
        ConfigDefinition(
            "controller.quorum.fetch.max.bytes", .int, "8388608", .atLeast(1), .low, .readOnly, .noEffect(.quorum),
            "Bytes of the metadata log fetched at once."),
        ConfigDefinition(
            "controller.quorum.append.linger.ms", .int, "25", .any, .medium, .readOnly, .noEffect(.quorum),
            "How long metadata writes gather before they are flushed."),
        ConfigDefinition(
            "controller.quorum.request.timeout.ms", .int, "2000", .any, .medium, .readOnly, .noEffect(.quorum),
            "How long a request between controllers may take."),
        ConfigDefinition(
            "controller.quorum.retry.backoff.ms", .int, "20", .any, .low, .readOnly, .noEffect(.quorum),
            "Pause before a request between controllers is sent again."),
        ConfigDefinition(
            "controller.socket.timeout.ms", .int, "30000", .any, .medium, .readOnly, .noEffect(.quorum),
            "Socket timeout between controller and brokers."),
        ConfigDefinition(
            "controller.performance.sample.period.ms", .long,
            "60000",
            .atLeast(100), .medium, .readOnly, .noEffect(.quorum),
            "How often the controller reports how busy it is."),
        ConfigDefinition(
            "controller.performance.always.log.threshold.ms", .long,
            "2000",
            .atLeast(0), .medium, .readOnly, .noEffect(.quorum),
            "Length of a controller event that is always logged."),
        ConfigDefinition(
            "broker.heartbeat.interval.ms", .int, "2000", .any, .medium, .readOnly, .noEffect(.quorum),
            "How often a broker reports to the controller."),
        ConfigDefinition(
            "broker.session.timeout.ms", .int, "9000", .any, .medium, .readOnly, .noEffect(.quorum),
            "How long a broker counts as alive without reporting."),
        ConfigDefinition(
            "initial.broker.registration.timeout.ms", .int, "60000", .any, .medium, .readOnly, .noEffect(.quorum),
            "How long a starting broker waits to be registered."),
        ConfigDefinition(
            "server.max.startup.time.ms", .long,
            "9223372036854775807",
            .atLeast(0), .medium, .readOnly, .noEffect(.internals),
            "How long a start may take."),
        ConfigDefinition(
            "metadata.log.dir", .string, nil, .any, .high, .readOnly, .honoured,
            "Directory of the metadata log; by default the first of log.dirs."),
        ConfigDefinition(
            "metadata.log.segment.bytes", .int, "1073741824", .atLeast(12), .high, .readOnly, .honoured,
            "Segment size of the metadata log."),
        ConfigDefinition(
            "metadata.log.segment.min.bytes", .int, "8388608", .atLeast(12), .high, .readOnly, .noEffect(.metadataLog),
            "Least segment size of the metadata log, for tests."),
        ConfigDefinition(
            "metadata.log.segment.ms", .long, "604800000", .any, .high, .readOnly, .honoured,
            "Age at which a segment of the metadata log is closed."),
        ConfigDefinition(
            "metadata.log.max.record.bytes.between.snapshots", .long,
            "20971520",
            .atLeast(1), .high, .readOnly, .honoured,
            "Bytes of metadata records after which a snapshot is written."),
        ConfigDefinition(
            "metadata.log.max.snapshot.interval.ms", .long, "3600000", .atLeast(0), .high, .readOnly,
            .honoured,
            "Longest time between two snapshots of the metadata."),
        ConfigDefinition(
            "metadata.max.idle.interval.ms", .int, "500", .atLeast(0), .low, .readOnly, .noEffect(.quorum),
            "How often the controller writes a record when nothing happens."),
        ConfigDefinition(
            "metadata.max.retention.bytes", .long, "104857600", .any, .high, .readOnly, .honoured,
            "Bytes of metadata log and snapshots that are kept."),
        ConfigDefinition(
            "metadata.max.retention.ms", .long, "604800000", .any, .high, .readOnly, .honoured,
            "Age up to which metadata log and snapshots are kept."),
        ConfigDefinition(
            "eligible.leader.replicas.enable", .boolean, "false", .any, .high, .readOnly, .noEffect(.replication),
            "Keep a list of replicas that may lead although they are out of sync."),
        ConfigDefinition(
            "unstable.api.versions.enable", .boolean, "false", .any, .high, .readOnly, .noEffect(.internals),
            "Serve versions of APIs that are not final."),
        ConfigDefinition(
            "unstable.feature.versions.enable", .boolean, "false", .any, .high, .readOnly, .noEffect(.internals),
            "Allow feature levels that are not final."),
    ]
}
