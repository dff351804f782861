/// The configs of a single group. They steer group protocols that are not served here; they are checked, kept and shown.
public enum GroupConfiguration {
    /// Checks the configs that AlterConfigs puts in place of all that a group had.
    /// - Returns: the overrides to store.
    public static func validated(
        _ configs: [(name: String, value: String?)], broker: BrokerConfiguration
    ) throws(ConfigChangeError) -> [String: String] {
        try altering(
            [:], by: configs.map { ConfigChange(name: $0.name, operation: .set, value: $0.value) }, broker: broker)
    }

    /// The overrides of a group after IncrementalAlterConfigs.
    public static func altering(
        _ overrides: [String: String], by changes: [ConfigChange], broker: BrokerConfiguration
    ) throws(ConfigChangeError) -> [String: String] {
        try ConfigAlteration.checkShape(changes)
        let altered = try ConfigAlteration.result(
            of: changes, on: overrides, definition: { GroupResourceKeys.key($0)?.definition })
        try check(altered, broker: broker)
        return altered
    }

    /// The configs of a group as DescribeConfigs answers them, sorted by name.
    /// - Parameter names: only these; nil for all.
    public static func entries(
        overrides: [String: String], names: Set<String>? = nil, broker: BrokerConfiguration
    ) -> [ConfigEntry] {
        GroupResourceKeys.all.compactMap { key in
            let definition = key.definition
            guard names?.contains(definition.name) ?? true else { return nil }
            var synonyms: [ConfigSynonym] = []
            if let own = overrides[definition.name] {
                synonyms.append(ConfigSynonym(name: definition.name, value: own, source: .group))
            }
            if let brokerKey = key.brokerKey {
                synonyms += broker.layers.synonyms(of: brokerKey, isSensitive: false)
            }
            return ConfigEntry(
                name: definition.name, value: value(key, overrides, broker)?.text,
                source: synonyms.first?.source ?? .default, isReadOnly: false, isSensitive: false,
                type: definition.type, synonyms: synonyms, documentation: definition.documentation)
        }
    }

    private static func value(
        _ key: GroupResourceKeys.Key, _ overrides: [String: String], _ broker: BrokerConfiguration
    ) -> ConfigValue? {
        if let text = overrides[key.definition.name], let own = try? key.definition.parse(text) { return own }
        if let inherited = key.brokerKey.flatMap(broker.layers.value) { return inherited }
        return key.definition.defaultValue.flatMap { try? key.definition.parse($0) }
    }

    private static func check(_ overrides: [String: String], broker: BrokerConfiguration) throws(ConfigChangeError) {
        for (name, text) in overrides.sorted(by: { $0.key < $1.key }) {
            guard let key = GroupResourceKeys.key(name) else {
                throw .invalidConfig("Unknown group config name: \(name)")
            }
            if let complaint = key.definition.complaint(about: text) { throw .invalidConfig(complaint) }
            guard case .integer(let number)? = try? key.definition.parse(text) else { continue }
            if let leastKey = key.leastKey, let least = broker.layers.integer(leastKey), number < least {
                throw .invalidConfig("\(name) must be greater than or equal to \(leastKey)")
            }
            if let mostKey = key.mostKey, let most = broker.layers.integer(mostKey), number > most {
                throw .invalidConfig("\(name) must be less than or equal to \(mostKey)")
            }
        }
        func integer(_ name: String) -> Int64 {
            guard let key = GroupResourceKeys.key(name), case .integer(let number)? = value(key, overrides, broker)
            else { return 0 }
            return number
        }
        for (session, heartbeat) in GroupResourceKeys.sessionsOverHeartbeats
        where integer(session) <= integer(heartbeat) {
            throw .invalidConfig("\(session) must be greater than \(heartbeat)")
        }
    }
}
