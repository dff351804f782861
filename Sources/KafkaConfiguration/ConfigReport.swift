// What `martlet config` prints.

extension BrokerConfiguration {
    /// The effective values with their sources, one a line in columns: every key that is obeyed here or was set.
    /// - Parameter all: also the keys that have no effect and were not set.
    public func report(all: Bool = false) -> String {
        let rows = entries().compactMap { entry -> (key: String, value: String, source: String)? in
            let honoured = ConfigCatalog.brokerDefinition(entry.name)?.treatment == .honoured
            guard all || honoured || entry.source != .default else { return nil }
            let value = entry.isSensitive ? (entry.source == .default ? "" : "[hidden]") : entry.value ?? ""
            return (entry.name, value, source(of: entry))
        }
        let keyWidth = rows.map(\.key.count).max() ?? 0
        // A long value pushes its own source aside, not everyone's.
        let valueWidth = min(40, rows.map(\.value.count).max() ?? 0)
        return rows.map { row in
            "\(row.key.padded(to: keyWidth))  \(row.value.padded(to: valueWidth))  \(row.source)\n"
        }.joined()
    }

    private func source(of entry: ConfigEntry) -> String {
        switch entry.source {
        case .default:
            entry.value == nil ? "not set" : "default"
        case .staticBroker: origin(of: entry.name)?.description ?? "set at start"
        case .dynamicBroker: "set at run time for this broker"
        case .dynamicDefaultBroker: "set at run time for all brokers"
        case .dynamicTopic, .brokerLogger, .clientMetrics, .group: "set for a part of the broker"
        }
    }
}

extension ConfigCatalog {
    /// The reference page of all keys, in Markdown.
    public static func reference() -> String {
        """
        # Configuration reference

        Generated from the tables of keys by `martlet config --reference`; [configuration.md](configuration.md) says how a
        file is read.

        ## Broker configs that are obeyed

        \(table(broker.filter { $0.treatment == .honoured }, mode: true))

        ## Topic configs that are obeyed

        \(table(topic.filter { $0.treatment == .honoured }, mode: false))

        ## Configs of client-metrics subscriptions

        \(table(ClientMetricsSubscription.definitions, mode: false))

        ## Broker configs that are accepted and have no effect

        Setting one gives a warning that says why.

        \(ineffective(broker))

        ## Topic configs that are accepted and have no effect

        \(ineffective(topic))

        ## Group configs that are accepted and have no effect

        \(ineffective(GroupResourceKeys.all.map(\.definition)))

        """
    }

    private static func table(_ definitions: [ConfigDefinition], mode: Bool) -> String {
        let head =
            mode
            ? "| Key | Type | Default | Allowed | Changes | What it does |"
            : "| Key | Type | Default | Allowed | What it does |"
        let rule = mode ? "|---|---|---|---|---|---|" : "|---|---|---|---|---|"
        let rows = definitions.map { definition in
            let cells =
                [
                    "`\(definition.name)`", definition.type.name.lowercased(),
                    definition.defaultValue.map { $0.isEmpty ? "empty" : "`\($0)`" } ?? "",
                    definition.rule.allowed ?? "",
                ] + (mode ? [definition.updateMode.rawValue] : []) + [definition.documentation]
            return "| \(cells.joined(separator: " | ")) |"
        }
        return ([head, rule] + rows).joined(separator: "\n")
    }

    private static func ineffective(_ definitions: [ConfigDefinition]) -> String {
        let rows = definitions.compactMap { definition -> String? in
            guard case .noEffect(let reason) = definition.treatment else { return nil }
            return "| `\(definition.name)` | \(reason.rawValue) |"
        }
        return (["| Key | Why |", "|---|---|"] + rows).joined(separator: "\n")
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
