/// What the broker's configs say for topics. Worked out once for each configuration of the broker.
struct InheritedTopicValues {
    let broker: ConfigLayers

    /// Every topic config with the value of a topic that sets nothing.
    func all() -> [String: ConfigValue] {
        var values: [String: ConfigValue] = [:]
        for definition in ConfigCatalog.topic {
            values[definition.name] =
                value(definition.name) ?? definition.defaultValue.flatMap { try? definition.parse($0) }
        }
        return values
    }

    /// Several units of one config go before each other.
    private func value(_ name: String) -> ConfigValue? {
        switch name {
        case "retention.ms":
            return duration("log.retention.ms", "log.retention.minutes", "log.retention.hours").map {
                .integer(max($0, -1))
            }
        case "segment.ms":
            return duration("log.roll.ms", nil, "log.roll.hours").map { .integer($0) }
        case "segment.jitter.ms":
            return duration("log.roll.jitter.ms", nil, "log.roll.jitter.hours").map { .integer($0) }
        case "flush.ms":
            return broker.value("log.flush.interval.ms") ?? broker.value("log.flush.scheduler.interval.ms")
        default:
            return TopicKeys.brokerKeys[name].flatMap(broker.value)
        }
    }

    /// Milliseconds, or else minutes, or else hours; 32-bit counts of them cannot overflow 64 bits.
    private func duration(_ milliseconds: String, _ minutes: String?, _ hours: String) -> Int64? {
        if let value = broker.integer(milliseconds) { return value }
        if let minutes, let value = broker.integer(minutes) { return value * 60_000 }
        return broker.integer(hours).map { $0 * 3_600_000 }
    }
}
