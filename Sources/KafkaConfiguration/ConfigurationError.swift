/// Why a broker cannot start with what it was given: everything that is wrong, not only the first.
public struct ConfigurationError: Error, Equatable, Sendable, CustomStringConvertible {
    public var problems: [ConfigurationProblem]

    /// One line for each problem.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// One thing that is wrong with a configuration.
public enum ConfigurationProblem: Equatable, Sendable, CustomStringConvertible {
    /// A line that is no properties syntax.
    case syntax(line: Int, file: String, reason: String)
    /// An override that is not `key=value`.
    case malformedOverride(String)
    case unknownKey(String, origin: ConfigOrigin, suggestion: String?)
    /// `complaint` is Kafka's sentence about the value, `allowed` what would be fine.
    case badValue(key: String, origin: ConfigOrigin, complaint: String, allowed: String?)
    /// Values that are fine by themselves, but not with others or not on this broker.
    case refused(key: String, origin: ConfigOrigin?, reason: String)

    public var description: String {
        switch self {
        case .syntax(let line, let file, let reason):
            return "\(file) line \(line): \(reason)"
        case .malformedOverride(let text):
            return "--override \(text): must be key=value"
        case .unknownKey(let key, let origin, let suggestion):
            let hint = suggestion.map { "; did you mean \($0)?" } ?? ""
            return
                "\(origin): unknown key \(key)\(hint) (allowed: Kafka's broker configs, and martlet. keys)"
        case .badValue(_, let origin, let complaint, let allowed):
            return "\(origin): \(complaint)" + (allowed.map { " (allowed: \($0))" } ?? "")
        case .refused(let key, let origin, let reason):
            return "\(origin.map { "\($0): " } ?? "")\(key): \(reason)"
        }
    }
}
