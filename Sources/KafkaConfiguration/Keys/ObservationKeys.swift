/// Metrics, telemetry and quotas.
enum ObservationKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "metric.reporters", .list, "", .any, .low, .clusterWide, .noEffect(.javaClass),
            "Java classes that report metrics."),
        ConfigDefinition(
            "kafka.metrics.reporters", .list, "", .any, .low, .readOnly, .noEffect(.javaClass),
            "Java classes that report the older metrics."),
        ConfigDefinition(
            "kafka.metrics.polling.interval.secs", .int, "10", .atLeast(1), .low, .readOnly, .noEffect(.metrics),
            "How often those classes are called."),
        ConfigDefinition(
            "config.providers", .list, "", .any, .low, .readOnly, .noEffect(.javaClass),
            "Java classes that fetch values kept outside the file."),
        ConfigDefinition(
            "auto.include.jmx.reporter", .boolean, "true", .any, .low, .readOnly, .noEffect(.metrics),
            "Report metrics over JMX without naming the reporter."),
        ConfigDefinition(
            "metrics.num.samples", .int, "2", .atLeast(1), .low, .readOnly, .noEffect(.metrics),
            "Samples that a metric keeps."),
        ConfigDefinition(
            "metrics.sample.window.ms", .long, "30000", .atLeast(1), .low, .readOnly, .noEffect(.metrics),
            "Length of a sample of a metric."),
        ConfigDefinition(
            "metrics.recording.level", .string, "INFO", .any, .low, .readOnly, .noEffect(.metrics),
            "Which metrics are recorded."),
        ConfigDefinition(
            "telemetry.max.bytes", .int, "1048576", .atLeast(1), .low, .readOnly, .honoured,
            "Most bytes of one push of a client's metrics, compressed as well as unpacked."),
        ConfigDefinition(
            "client.quota.callback.class", .class, nil, .any, .low, .readOnly, .noEffect(.javaClass),
            "Java class that decides quotas."),
        ConfigDefinition(
            "quota.window.num", .int, "11", .atLeast(1), .low, .readOnly, .honoured,
            "Samples of client quotas that are kept."),
        ConfigDefinition(
            "quota.window.size.seconds", .int, "1", .atLeast(1), .low, .readOnly, .honoured,
            "Length of a sample of client quotas."),
        ConfigDefinition(
            "controller.quota.window.num", .int, "11", .atLeast(1), .low, .readOnly, .honoured,
            "Samples of quotas on topic changes that are kept."),
        ConfigDefinition(
            "controller.quota.window.size.seconds", .int, "1", .atLeast(1), .low, .readOnly, .honoured,
            "Length of a sample of quotas on topic changes."),
        ConfigDefinition(
            "quota.producer.default", .long, "9223372036854775807", .atLeast(1), .high, .readOnly, .noEffect(.quotas),
            "Bytes a second of each producer, in older releases."),
        ConfigDefinition(
            "quota.consumer.default", .long, "9223372036854775807", .atLeast(1), .high, .readOnly, .noEffect(.quotas),
            "Bytes a second of each consumer, in older releases."),
    ]
}
