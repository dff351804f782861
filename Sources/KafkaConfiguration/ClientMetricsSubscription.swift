/// Which metrics clients are to push, how often, and which clients (KIP-714): the resource `client-metrics`.
public struct ClientMetricsSubscription: Equatable, Sendable {
    /// Stands for every metric.
    public static let everything = "*"
    /// How often a client asks or pushes that no subscription concerns, in milliseconds.
    public static let defaultIntervalMs: Int32 = 300_000

    public let name: String
    /// Prefixes of metric names.
    public let metrics: [String]
    public let intervalMs: Int32
    /// What must hold of a client, all of it; the last pattern of an attribute counts.
    public let match: [ClientAttribute: TextPattern]

    /// - Parameter configs: checked ones; what is not valid, which only a log of another release can hold, is left out.
    public init(name: String, configs: [String: String]) {
        self.name = name
        metrics = Self.list("metrics", configs)
        if case .integer(let interval)? = configs[Self.interval.name].flatMap({ try? Self.interval.parse($0) }) {
            intervalMs = Int32(clamping: interval)
        } else {
            intervalMs = Self.defaultIntervalMs
        }
        match = (try? Self.patterns(Self.list("match", configs))) ?? [:]
    }

    /// True when every pattern matches. An attribute that is not known matches nothing.
    public func matches(_ attribute: (ClientAttribute) -> String?) -> Bool {
        match.allSatisfy { name, pattern in attribute(name).map(pattern.matches) ?? false }
    }

    /// Checks the configs that AlterConfigs puts in place of all that a subscription had.
    public static func validated(
        _ configs: [(name: String, value: String?)], subscription: String
    ) throws(ConfigChangeError) -> [String: String] {
        try altering(
            [:], by: configs.map { ConfigChange(name: $0.name, operation: .set, value: $0.value) },
            subscription: subscription)
    }

    /// The configs of a subscription after IncrementalAlterConfigs; with none it is gone.
    public static func altering(
        _ configs: [String: String], by changes: [ConfigChange], subscription: String
    ) throws(ConfigChangeError) -> [String: String] {
        try ConfigAlteration.checkShape(changes)
        let altered = try ConfigAlteration.result(of: changes, on: configs, definition: definition)
        guard !subscription.isEmpty else { throw .invalidRequest("Subscription name can't be empty") }
        for name in altered.keys.sorted() where definition(name) == nil {
            throw .invalidRequest("Unknown client metrics configuration: \(name)")
        }
        for (name, text) in altered.sorted(by: { $0.key < $1.key }) {
            if let complaint = definition(name)?.complaint(about: text) { throw .invalidConfig(complaint) }
        }
        if let text = altered[interval.name], case .integer(let number)? = try? interval.parse(text),
            !(100...3_600_000).contains(number)
        {
            throw .invalidRequest(
                "Invalid value \(number) for interval.ms, interval must be between 100 and 3600000 (1 hour)")
        }
        _ = try patterns(list("match", altered))
        return altered
    }

    /// The configs of a subscription as DescribeConfigs answers them, sorted by name.
    /// - Parameter names: only these; nil for all.
    public static func entries(configs: [String: String], names: Set<String>? = nil) -> [ConfigEntry] {
        definitions.compactMap { definition in
            guard names?.contains(definition.name) ?? true else { return nil }
            let own = configs[definition.name]
            return ConfigEntry(
                name: definition.name, value: own ?? definition.defaultValue,
                source: own == nil ? .default : .clientMetrics, isReadOnly: false, isSensitive: false,
                type: definition.type,
                synonyms: own.map { [ConfigSynonym(name: definition.name, value: $0, source: .clientMetrics)] } ?? [],
                documentation: definition.documentation)
        }
    }

    private static let interval = ConfigDefinition(
        "interval.ms", .int, String(defaultIntervalMs), .any, .medium, .clusterWide, .honoured,
        "How often clients push, in milliseconds: 100 to 3600000.")

    /// Sorted by name.
    static let definitions: [ConfigDefinition] = [
        interval,
        ConfigDefinition(
            "match", .list, "", .any, .medium, .clusterWide, .honoured,
            "Which clients: a list of attribute=pattern, all of which must match the whole attribute."),
        ConfigDefinition(
            "metrics", .list, "", .any, .medium, .clusterWide, .honoured,
            "Prefixes of the names of the metrics to push; * stands for all."),
    ]

    private static func definition(_ name: String) -> ConfigDefinition? {
        definitions.first { $0.name == name }
    }

    private static func list(_ name: String, _ configs: [String: String]) -> [String] {
        guard let text = configs[name], case .list(let elements)? = try? definition(name)?.parse(text) else {
            return []
        }
        return elements
    }

    private static func patterns(
        _ elements: [String]
    ) throws(ConfigChangeError) -> [ClientAttribute: TextPattern] {
        var patterns: [ClientAttribute: TextPattern] = [:]
        for element in elements {
            let parts = element.split(separator: "=", omittingEmptySubsequences: false).map { String($0).trimmed }
            guard parts.count == 2, let attribute = ClientAttribute(rawValue: parts[0]), !parts[1].isEmpty,
                let pattern = TextPattern(parts[1])
            else { throw .invalidConfig("Illegal client matching pattern: \(element)") }
            patterns[attribute] = pattern
        }
        return patterns
    }
}

/// What a subscription can ask of a client.
public enum ClientAttribute: String, Sendable {
    case instanceId = "client_instance_id"
    case clientId = "client_id"
    case softwareName = "client_software_name"
    case softwareVersion = "client_software_version"
    case sourceAddress = "client_source_address"
    case sourcePort = "client_source_port"
}
