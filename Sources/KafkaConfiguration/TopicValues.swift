/// Looks up a topic's values: its overrides first, then what the broker's configs say.
struct TopicValues {
    let overrides: [String: String]
    let inherited: [String: ConfigValue]

    /// The effective value; nil only for names that are no topic config.
    func value(_ name: String) -> ConfigValue? {
        if let text = overrides[name], let value = try? ConfigCatalog.topicDefinition(name)?.parse(text) {
            return value
        }
        return inherited[name]
    }

    func integer(_ name: String) -> Int64 {
        if case .integer(let number)? = value(name) { return number }
        return 0
    }

    func double(_ name: String) -> Double {
        if case .double(let number)? = value(name) { return number }
        return 0
    }

    func boolean(_ name: String) -> Bool { value(name) == .boolean(true) }

    func text(_ name: String) -> String { value(name)?.text ?? "" }

    func list(_ name: String) -> [String] {
        if case .list(let elements)? = value(name) { return elements }
        return []
    }
}
