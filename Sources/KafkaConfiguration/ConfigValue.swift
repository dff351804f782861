/// A config's value after parsing by its type.
public enum ConfigValue: Equatable, Sendable {
    case boolean(Bool)
    case integer(Int64)
    case double(Double)
    case text(String)
    case list([String])

    /// Parses as Kafka does; the error is the end of Kafka's sentence "Invalid value … for configuration …".
    static func parse(_ text: String, as type: ConfigType) throws(ConfigValueError) -> ConfigValue {
        let trimmed = text.trimmed
        switch type {
        case .boolean:
            switch trimmed.lowercased() {
            case "true": return .boolean(true)
            case "false": return .boolean(false)
            default: throw ConfigValueError(reason: "Expected value to be either true or false")
            }
        case .int: return try integer(trimmed, as: type, within: Int64(Int32.min)...Int64(Int32.max))
        case .short: return try integer(trimmed, as: type, within: Int64(Int16.min)...Int64(Int16.max))
        case .long: return try integer(trimmed, as: type, within: Int64.min...Int64.max)
        case .double:
            guard let number = Double(trimmed) else { throw ConfigValueError(reason: "Not a number of type DOUBLE") }
            return .double(number)
        case .list:
            if trimmed.isEmpty { return .list([]) }
            return .list(trimmed.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed })
        case .string, .class, .password: return .text(trimmed)
        }
    }

    private static func integer(
        _ text: String, as type: ConfigType, within range: ClosedRange<Int64>
    ) throws(ConfigValueError) -> ConfigValue {
        guard let number = Int64(text), range.contains(number) else {
            throw ConfigValueError(reason: "Not a number of type \(type.name)")
        }
        return .integer(number)
    }

    /// The text that Kafka shows for the value.
    public var text: String {
        switch self {
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .double(let value): Self.javaText(of: value)
        case .text(let value): value
        case .list(let values): values.joined(separator: ",")
        }
    }

    /// Java writes an exponent as `E`, without plus sign or leading zero: `1.7976931348623157E308`.
    private static func javaText(of value: Double) -> String {
        let text = value.description
        guard let mark = text.firstIndex(of: "e") else { return text }
        let mantissa = text[..<mark]
        let exponent = Int(text[text.index(after: mark)...]) ?? 0
        return mantissa.contains(".") ? "\(mantissa)E\(exponent)" : "\(mantissa).0E\(exponent)"
    }
}

/// Why a text is no value of its config; `reason` follows "Invalid value … for configuration …: ".
public struct ConfigValueError: Error, Equatable, Sendable {
    public var reason: String
}

extension StringProtocol {
    /// Without blanks and control characters at either end, as Java trims.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let start = scalars.firstIndex(where: { $0.value > 0x20 }),
            let end = scalars.lastIndex(where: { $0.value > 0x20 })
        else { return "" }
        return String(self[start...end])
    }
}
