// What CreateTopics, AlterConfigs and IncrementalAlterConfigs check, and what they leave.

extension TopicConfiguration {
    /// Checks the configs that a topic is created with, or that AlterConfigs puts in place of all it had.
    /// - Returns: the overrides to store.
    /// - Throws: the first thing that is wrong, in the words clients know from Kafka.
    public static func validated(
        _ configs: [(name: String, value: String?)]
    ) throws(ConfigChangeError) -> [String: String] {
        var overrides: [String: String] = [:]
        let nulls = configs.filter { $0.value == nil }.map(\.name)
        for (name, value) in configs { overrides[name] = value ?? "" }
        for (name, _) in configs where ConfigCatalog.topicDefinition(name) == nil {
            throw .invalidConfig("Unknown topic config name: \(name)")
        }
        guard nulls.isEmpty else {
            throw .invalidConfig("Null value not supported for topic configs: \(nulls.joined(separator: ","))")
        }
        try check(overrides)
        return overrides
    }

    /// The overrides of a topic after IncrementalAlterConfigs.
    public static func altering(
        _ overrides: [String: String], by changes: [ConfigChange]
    ) throws(ConfigChangeError) -> [String: String] {
        try ConfigAlteration.checkShape(changes)
        let altered = try ConfigAlteration.result(
            of: changes, on: overrides, definition: ConfigCatalog.topicDefinition)
        try check(altered)
        return altered
    }

    private static let kafkaDefaults = InheritedTopicValues(broker: ConfigLayers()).all()

    private static func check(_ overrides: [String: String]) throws(ConfigChangeError) {
        for (name, text) in overrides.sorted(by: { $0.key < $1.key }) {
            guard let definition = ConfigCatalog.topicDefinition(name) else {
                throw .invalidConfig("Unknown topic config name: \(name)")
            }
            if let complaint = definition.complaint(about: text) { throw .invalidConfig(complaint) }
        }
        let values = TopicValues(overrides: overrides, inherited: kafkaDefaults)
        let least = values.integer("min.compaction.lag.ms")
        let most = values.integer("max.compaction.lag.ms")
        if least > most {
            throw .invalidConfig(
                "conflict topic config setting min.compaction.lag.ms (\(least)) > max.compaction.lag.ms (\(most))")
        }
        if values.boolean("remote.storage.enable") {
            throw .invalidConfig(
                "Tiered Storage functionality is disabled in the broker. "
                    + "Topic cannot be configured with remote log storage.")
        }
    }
}

extension BrokerConfiguration {
    /// Whose run-time configs are altered: the resource named after this broker, or the one with an empty name.
    public enum DynamicScope: Sendable {
        case broker, clusterDefault
    }

    /// Checks the run-time configs that AlterConfigs puts in place of all there were.
    /// - Returns: the values to store.
    public static func validated(
        _ configs: [(name: String, value: String?)], scope: DynamicScope
    ) throws(ConfigChangeError) -> [String: String] {
        let changes = configs.map { ConfigChange(name: $0.name, operation: .set, value: $0.value) }
        return try altering([:], by: changes, scope: scope)
    }

    /// The run-time configs of a broker resource after IncrementalAlterConfigs.
    public static func altering(
        _ values: [String: String], by changes: [ConfigChange], scope: DynamicScope
    ) throws(ConfigChangeError) -> [String: String] {
        try ConfigAlteration.checkShape(changes)
        let altered = try ConfigAlteration.result(
            of: changes, on: values, definition: ConfigCatalog.brokerDefinition)
        let touched = changes.filter { $0.operation != .delete }.map(\.name)
        let fixed = touched.filter(isFixed)
        guard fixed.isEmpty else {
            throw .invalidRequest("Cannot update these configs dynamically: Set(\(fixed.joined(separator: ", ")))")
        }
        let shared = touched.filter(securityConfigs.contains)
        guard shared.isEmpty else {
            throw .invalidRequest(
                "These security configs can be dynamically updated only per-listener using the listener prefix: "
                    + "Set(\(shared.joined(separator: ", ")))")
        }
        if scope == .clusterDefault {
            let own = touched.filter { ConfigCatalog.brokerDefinition($0)?.updateMode == .perBroker }
            guard own.isEmpty else {
                throw .invalidRequest(
                    "Cannot update these configs at default cluster level, broker id must be specified: "
                        + "Set(\(own.joined(separator: ", ")))")
            }
        }
        for name in touched.sorted() {
            let definition = ConfigCatalog.brokerDefinition(name)
            if let complaint = altered[name].flatMap({ definition?.complaint(about: $0, name: name) }) {
                throw .invalidRequest(complaint)
            }
        }
        return altered
    }

    /// Stores and keys of TLS change for one listener at a time, as in Kafka.
    private static let securityConfigs: Set<String> = [
        "ssl.keystore.type", "ssl.keystore.location", "ssl.keystore.password", "ssl.key.password",
        "ssl.truststore.type", "ssl.truststore.location", "ssl.truststore.password",
        "ssl.keystore.certificate.chain", "ssl.keystore.key", "ssl.truststore.certificates",
    ]

    /// True for configs that cannot change while the broker runs; the addresses of listeners are among them here, as
    /// they are for a KRaft broker of Kafka's.
    private static func isFixed(_ name: String) -> Bool {
        guard let definition = ConfigCatalog.brokerDefinition(name) else { return false }
        return definition.updateMode == .readOnly
            || ["listeners", "advertised.listeners", "listener.security.protocol.map"].contains(name)
    }
}
