/// Everything that was set, in layers; the first layer that has a name decides.
struct ConfigLayers: Sendable {
    struct StaticValue: Sendable {
        var text: String
        var origin: ConfigOrigin
    }

    /// Set at run time for this broker, for every broker, and with the start.
    var dynamicBroker: [String: String] = [:]
    var dynamicDefault: [String: String] = [:]
    var fixed: [String: StaticValue] = [:]

    /// The text that decides, trimmed as Kafka does before parsing, and where it comes from.
    func effective(_ name: String) -> (text: String?, source: ConfigSource) {
        if let text = dynamicBroker[name] { return (text, .dynamicBroker) }
        if let text = dynamicDefault[name] { return (text, .dynamicDefaultBroker) }
        if let value = fixed[name] { return (value.text, .staticBroker) }
        return (ConfigCatalog.brokerDefinition(name)?.defaultValue, .default)
    }

    /// The parsed value; nil where there is neither a value nor a default. What is stored was checked when it came in.
    func value(_ name: String) -> ConfigValue? {
        guard let definition = ConfigCatalog.brokerDefinition(name), let text = effective(name).text else { return nil }
        return try? definition.parse(text)
    }

    func integer(_ name: String) -> Int64? {
        if case .integer(let number)? = value(name) { return number }
        return nil
    }

    func boolean(_ name: String) -> Bool { value(name) == .boolean(true) }

    func text(_ name: String) -> String? { value(name)?.text }

    func list(_ name: String) -> [String] {
        if case .list(let elements)? = value(name) { return elements }
        return []
    }

    /// Every layer's value under the name or one that stands for the same config, in the order of precedence. What
    /// comes before the first value of the name itself is left out, as Kafka does: the same config in another unit
    /// is no source by itself.
    func synonyms(of name: String, isSensitive: Bool) -> [ConfigSynonym] {
        let names = BrokerConfiguration.names(sharing: name)
        var found: [ConfigSynonym] = []
        func add(_ source: ConfigSource, _ text: (String) -> String?) {
            for name in names {
                if let value = text(name) {
                    found.append(ConfigSynonym(name: name, value: isSensitive ? nil : value, source: source))
                }
            }
        }
        add(.dynamicBroker) { dynamicBroker[$0] }
        add(.dynamicDefaultBroker) { dynamicDefault[$0] }
        add(.staticBroker) { fixed[$0]?.text }
        add(.default) { ConfigCatalog.broker(named: $0)?.defaultValue }
        return Array(found.drop { $0.name != name })
    }
}
