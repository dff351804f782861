/// How much a config matters, in Kafka's three steps.
public enum ConfigImportance: String, Sendable {
    case high, medium, low
}

/// Whether a broker config can change while the broker runs, and for whom.
public enum ConfigUpdateMode: String, Sendable {
    case readOnly = "read-only"
    case perBroker = "per-broker"
    case clusterWide = "cluster-wide"
}

/// One known config: everything about it that does not depend on a file.
public struct ConfigDefinition: Sendable {
    public var name: String
    public var type: ConfigType
    /// As Kafka shows it; nil where there is none.
    public var defaultValue: String?
    public var rule: ConfigRule
    public var importance: ConfigImportance
    public var updateMode: ConfigUpdateMode
    public var treatment: ConfigTreatment
    public var documentation: String

    /// Passwords are never shown.
    public var isSensitive: Bool { type == .password }

    init(
        _ name: String, _ type: ConfigType, _ defaultValue: String?, _ rule: ConfigRule,
        _ importance: ConfigImportance, _ updateMode: ConfigUpdateMode, _ treatment: ConfigTreatment,
        _ documentation: String
    ) {
        self.name = name
        self.type = type
        self.defaultValue = defaultValue
        self.rule = rule
        self.importance = importance
        self.updateMode = updateMode
        self.treatment = treatment
        self.documentation = documentation
    }

    /// Parses and checks a value of this config.
    public func parse(_ text: String) throws(ConfigValueError) -> ConfigValue {
        let value = try ConfigValue.parse(text, as: type)
        if let reason = rule.violation(by: value) { throw ConfigValueError(reason: reason) }
        return value
    }

    /// Kafka's sentence about a value that `parse` refused; nil when the value is fine.
    func complaint(about text: String, name shown: String? = nil) -> String? {
        do throws(ConfigValueError) {
            _ = try parse(text)
            return nil
        } catch {
            let value = try? ConfigValue.parse(text, as: type)
            let culprit = isSensitive ? "[hidden]" : value.flatMap(rule.culprit(in:)) ?? text
            return "Invalid value \(culprit) for configuration \(shown ?? name): \(error.reason)"
        }
    }
}
