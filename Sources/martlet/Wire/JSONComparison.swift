import KafkaMessageJSON

/// Compares the JSON form of a decoded message with one that somebody else gave.
struct JSONComparison {
    /// A sentence for each field that differs, beginning with its path.
    private(set) var differences: [String] = []
    /// How many unknown tagged fields the decoded message has.
    private(set) var unknownTaggedFields = 0

    private static let unknownName = "_taggedFields"

    /// Compares whole messages; `fields` says which of them are records.
    mutating func compare(found: JSONValue, expected: JSONValue, fields: [FieldDescription]) {
        compare(found, expected, path: "", fields: fields, type: nil)
    }

    private mutating func compare(
        _ found: JSONValue, _ expected: JSONValue, path: String, fields: [FieldDescription], type: String?
    ) {
        switch (found, expected) {
        case (.object(let found), .object(let expected)):
            compare(found, expected, path: path, fields: fields)
        case (.array(let found), .array(let expected)):
            if found.count != expected.count {
                differences.append("\(path): \(found.count) elements, expected \(expected.count)")
            }
            for (index, pair) in zip(found, expected).enumerated() {
                compare(pair.0, pair.1, path: "\(path)[\(index)]", fields: fields, type: type)
            }
        default:
            guard found != expected, !Self.isLeftOut(expected, of: found, type: type) else { return }
            differences.append("\(path): found \(Self.shortened(found)), expected \(Self.shortened(expected))")
        }
    }

    private mutating func compare(
        _ found: [JSONValue.Member], _ expected: [JSONValue.Member], path: String, fields: [FieldDescription]
    ) {
        for member in found {
            let inner = path.isEmpty ? member.name : "\(path).\(member.name)"
            let counterpart = expected.first { $0.name == member.name }
            if member.name == Self.unknownName, case .array(let unknown) = member.value {
                unknownTaggedFields += unknown.count
                if counterpart == nil { continue }
            }
            guard let counterpart else {
                differences.append("\(inner): found \(Self.shortened(member.value)), expected no such field")
                continue
            }
            let field = fields.first { $0.name == member.name }
            compare(
                member.value, counterpart.value, path: inner, fields: field?.fields ?? [],
                type: field?.type)
        }
        for member in expected where !found.contains(where: { $0.name == member.name }) {
            let inner = path.isEmpty ? member.name : "\(path).\(member.name)"
            differences.append("\(inner): not found, expected \(Self.shortened(member.value))")
        }
    }

    /// Whether Kafka's JSON form says less than there is: an empty string in place of records that it cannot look into,
    /// "NaN" for every kind of it.
    private static func isLeftOut(_ given: JSONValue, of decoded: JSONValue, type: String?) -> Bool {
        switch type {
        case "records": given == .string("")
        case "float64": given == .string("NaN") && decoded.stringValue?.hasPrefix("NaN:") == true
        default: false
        }
    }

    private static func shortened(_ value: JSONValue) -> String {
        let text = value.text
        return text.utf8.count > 80 ? text.prefix(70) + "… (\(text.utf8.count) bytes)" : text
    }
}

extension JSONComparison {
    /// What somebody gave, with what their form leaves out, unknown tagged fields and some values, taken from the decoded
    /// message, which it equals otherwise.
    static func completed(_ given: JSONValue, from decoded: JSONValue, fields: [FieldDescription]) -> JSONValue {
        switch (given, decoded) {
        case (.object(let given), .object(let decoded)):
            var members = given.map { member in
                let counterpart = decoded.first { $0.name == member.name }?.value ?? .null
                let field = fields.first { $0.name == member.name }
                if isLeftOut(member.value, of: counterpart, type: field?.type) {
                    return JSONValue.Member(member.name, counterpart)
                }
                return .init(member.name, completed(member.value, from: counterpart, fields: field?.fields ?? []))
            }
            if let unknown = decoded.first(where: { $0.name == unknownName }),
                !given.contains(where: { $0.name == unknownName })
            {
                members.append(unknown)
            }
            return .object(members)
        case (.array(let given), .array(let decoded)) where given.count == decoded.count:
            return .array(zip(given, decoded).map { completed($0, from: $1, fields: fields) })
        default:
            return given
        }
    }
}
