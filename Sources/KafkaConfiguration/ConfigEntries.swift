// What DescribeConfigs answers for topics and brokers.

extension TopicConfiguration {
    /// The configs of the topic as DescribeConfigs answers them, sorted by name.
    /// - Parameter names: only these; nil for all.
    public func entries(names: Set<String>? = nil, broker: BrokerConfiguration) -> [ConfigEntry] {
        let values = TopicValues(overrides: overrides, inherited: broker.inheritedTopicValues)
        return ConfigCatalog.topic.compactMap { definition in
            guard names?.contains(definition.name) ?? true else { return nil }
            let value = values.text(definition.name)
            var synonyms: [ConfigSynonym] = []
            if overrides[definition.name] != nil {
                synonyms.append(ConfigSynonym(name: definition.name, value: value, source: .dynamicTopic))
            }
            if let key = TopicKeys.brokerKeys[definition.name] {
                synonyms += broker.layers.synonyms(of: key, isSensitive: false)
            }
            return ConfigEntry(
                name: definition.name, value: value, source: synonyms.first?.source ?? .default, isReadOnly: false,
                isSensitive: false, type: definition.type, synonyms: synonyms, documentation: definition.documentation)
        }
    }
}

extension BrokerConfiguration {
    /// The configs of this broker as DescribeConfigs answers them, sorted by name.
    /// - Parameter names: only these; nil for all.
    public func entries(names: Set<String>? = nil) -> [ConfigEntry] {
        let set =
            layers.fixed.keys.filter { ConfigCatalog.broker(named: $0) == nil }
            + layers.dynamicBroker.keys + layers.dynamicDefault.keys
        let listed = ConfigCatalog.broker.filter { ConfigCatalog.isListed($0) || layers.fixed[$0.name] != nil }
        return Set(listed.map(\.name) + set)
            .filter { names?.contains($0) ?? true }.sorted()
            .map { entry($0, layers.synonyms(of: $0, isSensitive: isSensitive($0))) }
    }

    /// The configs set at run time for every broker, which is what the resource with an empty name holds.
    public func clusterDefaultEntries(names: Set<String>? = nil) -> [ConfigEntry] {
        layers.dynamicDefault.keys.filter { names?.contains($0) ?? true }.sorted().map { name in
            let synonyms = layers.synonyms(of: name, isSensitive: isSensitive(name))
            var entry = entry(name, synonyms.filter { $0.source == .dynamicDefaultBroker })
            entry.value = entry.synonyms.first?.value
            return entry
        }
    }

    /// Names that stand for the same config, as Kafka orders them: units of a duration, a listener's own and the
    /// common one.
    static func names(sharing name: String) -> [String] {
        switch name {
        case "log.roll.ms", "log.roll.hours": ["log.roll.ms", "log.roll.hours"]
        case "log.roll.jitter.ms", "log.roll.jitter.hours": ["log.roll.jitter.ms", "log.roll.jitter.hours"]
        case "log.flush.interval.ms": ["log.flush.interval.ms", "log.flush.scheduler.interval.ms"]
        case "log.retention.ms", "log.retention.minutes", "log.retention.hours":
            ["log.retention.ms", "log.retention.minutes", "log.retention.hours"]
        default: [name] + (ConfigCatalog.listenerBase(of: name).map { [$0] } ?? [])
        }
    }

    private func isSensitive(_ name: String) -> Bool {
        // A name nobody knows may be a plug-in's password.
        ConfigCatalog.brokerDefinition(name)?.isSensitive ?? true
    }

    private func entry(_ name: String, _ synonyms: [ConfigSynonym]) -> ConfigEntry {
        let definition = ConfigCatalog.brokerDefinition(name)
        return ConfigEntry(
            name: name, value: value(of: name).text, source: synonyms.first?.source ?? .default,
            isReadOnly: (definition?.updateMode ?? .readOnly) == .readOnly, isSensitive: isSensitive(name),
            type: definition?.type ?? .string, synonyms: synonyms, documentation: definition?.documentation ?? "")
    }
}
