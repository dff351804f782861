import KafkaMessageJSON
import KafkaWire
import NIOCore

/// Turns what a scenario says into values: variables, versions, things that are made.
struct ScenarioValues: Sendable {
    /// What makes the names of this run and scenario differ from all others.
    let prefix: String
    private(set) var variables: [String: JSONValue] = [:]

    /// Names that need no capture: each stands for a name of its own.
    private static let named = ["topic", "group", "client", "name", "user"]
    /// Longer texts and arrays are not made.
    private static let longest: Int64 = 8 << 20

    init(prefix: String) {
        self.prefix = prefix
    }

    mutating func set(_ name: String, _ value: JSONValue) {
        variables[name] = value
    }

    /// The value of a variable.
    func value(of name: String) throws(ScenarioError) -> JSONValue {
        if let value = variables[name] { return value }
        guard Self.named.contains(where: { name.hasPrefix($0) }) else { throw .unknownVariable(name) }
        return .string("\(prefix)-\(name)")
    }

    /// A value of a message's body in one version. Members that the version lacks are left out.
    func resolve(
        _ value: JSONValue, version: Int16, fields: [FieldDescription]
    ) throws(ScenarioError) -> JSONValue {
        switch value {
        case .string(let text): return try resolve(text)
        case .array(let elements):
            var resolved: [JSONValue] = []
            for element in elements {
                if Self.isElsewhere(element, version) { continue }
                resolved.append(try resolve(element, version: version, fields: fields))
            }
            return .array(resolved)
        case .object(let members):
            if members.contains(where: { $0.name.hasPrefix("$") }) {
                return try make(value, version: version, fields: fields)
            }
            var resolved: [JSONValue.Member] = []
            for member in members {
                let field = fields.first { $0.name == member.name }
                if field?.versions.contains(version) == false || Self.isElsewhere(member.value, version) { continue }
                let part = try resolve(member.value, version: version, fields: field?.fields ?? [])
                resolved.append(.init(member.name, part))
            }
            return .object(resolved)
        default: return value
        }
    }

    /// Whether a value is for other versions only: `{"$in": "4+", "value": …}` without `else`.
    private static func isElsewhere(_ value: JSONValue, _ version: Int16) -> Bool {
        guard let text = value["$in"]?.stringValue, value["else"] == nil else { return false }
        return (try? ComparisonRule.versions(text))?.contains(version) == false
    }

    /// `$name` alone is the variable's value; `${name}` within a text is its text.
    private func resolve(_ text: String) throws(ScenarioError) -> JSONValue {
        guard text.contains("$") else { return .string(text) }
        let name = text.dropFirst()
        if text.hasPrefix("$"), !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber }) {
            return try value(of: String(name))
        }
        var result = ""
        var rest = Substring(text)
        while let start = rest.firstIndex(of: "$") {
            result += rest[..<start]
            rest = rest[start...].dropFirst()
            guard rest.first == "{", let end = rest.firstIndex(of: "}") else {
                result += "$"
                continue
            }
            let value = try value(of: String(rest[..<end].dropFirst()))
            result += value.stringValue ?? value.text
            rest = rest[end...].dropFirst()
        }
        return .string(result + rest)
    }

    private func make(
        _ value: JSONValue, version: Int16, fields: [FieldDescription]
    ) throws(ScenarioError) -> JSONValue {
        if let text = value["$in"]?.stringValue {
            guard let range = try? ComparisonRule.versions(text) else { throw .malformed("\(text) is no range") }
            let chosen = range.contains(version) ? value["value"] : value["else"]
            return try resolve(chosen ?? .null, version: version, fields: fields)
        }
        if let text = value["$repeat"]?.stringValue {
            let times = try times(value)
            guard Int64(text.utf8.count) * times <= Self.longest else { throw .malformed("too long a text") }
            return .string(String(repeating: text, count: Int(times)))
        }
        if let element = value["$list"] {
            let times = try times(value)
            guard times <= Self.longest else { throw .malformed("too long an array") }
            let one = try resolve(element, version: version, fields: fields)
            return .array(Array(repeating: one, count: Int(times)))
        }
        if let terms = value["$sum"]?.elements {
            var sum: Int64 = 0
            for term in terms {
                sum &+= try resolve(term, version: version, fields: fields).integerValue ?? 0
            }
            return .integer(sum)
        }
        if let topics = value["$subscription"] {
            let names = try resolve(topics, version: version, fields: []).elements ?? []
            return .string(Self.subscription(names.compactMap(\.stringValue)))
        }
        if value["$batch"] != nil || value["$batches"] != nil {
            var parts: [JSONValue] = []
            for part in value["$batches"]?.elements ?? [value] {
                parts.append(try resolveMembers(part, version: version, fields: []))
            }
            return .string(try RecordsTemplate.base64(of: parts))
        }
        return try resolveMembers(value, version: version, fields: fields)
    }

    /// Resolves what is inside of an object with a meaning of its own: values that stand for the field itself.
    private func resolveMembers(
        _ value: JSONValue, version: Int16, fields: [FieldDescription]
    ) throws(ScenarioError) -> JSONValue {
        var resolved: [JSONValue.Member] = []
        for member in value.members ?? [] {
            resolved.append(.init(member.name, try resolve(member.value, version: version, fields: fields)))
        }
        return .object(resolved)
    }

    /// What a consumer joins a group with: version 0 of its subscription, as base64.
    private static func subscription(_ topics: [String]) -> String {
        var bytes = ByteBuffer()
        bytes.writeInteger(Int16(0))
        bytes.writeInteger(Int32(clamping: topics.count))
        for topic in topics {
            bytes.writeInteger(Int16(clamping: topic.utf8.count))
            bytes.writeString(topic)
        }
        bytes.writeInteger(Int32(-1))
        return Base64.encode(bytes.readableBytesView)
    }

    private func times(_ value: JSONValue) throws(ScenarioError) -> Int64 {
        guard let times = value["times"]?.integerValue, times >= 0 else { throw .malformed("'times' is missing") }
        return times
    }
}
