/// What a config's value must obey beyond its type.
public enum ConfigRule: Equatable, Sendable {
    case any
    case atLeast(Int64)
    case between(Int64, Int64)
    case betweenOr(Int64, Int64, other: Int64)
    case oneOf([String])
    case oneOfIgnoringCase([String])
    /// Every element of the list is one of these.
    case listOf([String])
    case notEmpty
    /// A list of `partition:broker` pairs, or `*`.
    case throttledReplicas
    /// `earliest`, `latest`, or `by_duration:` and an ISO 8601 duration.
    case offsetReset

    /// What `compression.type` may be, in Kafka's order.
    static let compressionTypes = ["uncompressed", "zstd", "lz4", "snappy", "gzip", "producer"]

    /// The reason why the value breaks the rule, in the words clients know from Kafka; nil when it obeys.
    func violation(by value: ConfigValue) -> String? {
        switch self {
        case .any: nil
        case .atLeast(let least): Self.range(value, least: least, most: nil)
        case .between(let least, let most): Self.range(value, least: least, most: most)
        case .betweenOr(let least, let most, let other):
            value == .integer(other) || Self.range(value, least: least, most: most) == nil
                ? nil : "Value must be between \(least) and \(most) or equal to \(other)"
        case .oneOf(let allowed):
            allowed.contains(value.text) ? nil : "String must be one of: \(allowed.joined(separator: ", "))"
        case .oneOfIgnoringCase(let allowed):
            allowed.contains { $0.lowercased() == value.text.lowercased() }
                ? nil : "String must be one of (case insensitive): \(allowed.joined(separator: ", "))"
        case .listOf(let allowed):
            Self.elements(of: value).allSatisfy(allowed.contains)
                ? nil : "String must be one of: \(allowed.joined(separator: ", "))"
        case .notEmpty: value.text.isEmpty ? "String must be non-empty" : nil
        case .throttledReplicas:
            Self.elements(of: value) == ["*"] || Self.elements(of: value).allSatisfy(Self.isPair)
                ? nil
                : "must be the literal '*' or a list of replicas in the following format: "
                    + "[partitionId]:[brokerId],[partitionId]:[brokerId],..."
        case .offsetReset:
            Self.isOffsetReset(value.text)
                ? nil : "The value must be earliest, latest or by_duration: followed by an ISO 8601 duration"
        }
    }

    /// The element of a list that the reason is about, or the whole value.
    func culprit(in value: ConfigValue) -> String? {
        guard case .listOf(let allowed) = self else { return nil }
        return Self.elements(of: value).first { !allowed.contains($0) }
    }

    /// What is allowed, for error messages and the reference page; nil when everything of the type is.
    public var allowed: String? {
        switch self {
        case .any: nil
        case .atLeast(let least): "at least \(least)"
        case .between(let least, let most): "\(least) to \(most)"
        case .betweenOr(let least, let most, let other): "\(least) to \(most), or \(other)"
        case .oneOf(let values), .oneOfIgnoringCase(let values): "one of \(values.joined(separator: ", "))"
        case .listOf(let values): "a list of \(values.joined(separator: ", "))"
        case .notEmpty: "not empty"
        case .throttledReplicas: "* or a list of partition:broker"
        case .offsetReset: "earliest, latest, or by_duration:PnDTnHnMn.nS"
        }
    }

    private static func range(_ value: ConfigValue, least: Int64, most: Int64?) -> String? {
        let tooSmall: Bool
        let tooBig: Bool
        switch value {
        case .integer(let number):
            tooSmall = number < least
            tooBig = most.map { number > $0 } ?? false
        case .double(let number):
            tooSmall = number < Double(least)
            tooBig = most.map { number > Double($0) } ?? false
        case .boolean, .text, .list: return nil
        }
        if tooSmall { return "Value must be at least \(least)" }
        if tooBig, let most { return "Value must be no more than \(most)" }
        return nil
    }

    private static func elements(of value: ConfigValue) -> [String] {
        if case .list(let elements) = value { return elements }
        return [value.text]
    }

    private static let duration = TextPattern(
        #"P(\d{1,9}D)?(T(\d{1,9}H)?(\d{1,9}M)?(\d{1,9}(\.\d{1,9})?S)?)?"#)

    private static func isOffsetReset(_ text: String) -> Bool {
        if text == "earliest" || text == "latest" { return true }
        let prefix = "by_duration:"
        guard text.hasPrefix(prefix), text.last != "P", text.last != "T" else { return false }
        return duration?.matches(String(text.dropFirst(prefix.utf8.count))) ?? false
    }

    private static func isPair(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }
    }
}
