import KafkaMessageJSON

/// How one kind of field is compared, and why so.
public struct ComparisonRule: Sendable {
    /// What is asked of the values.
    enum Kind: String, Sendable {
        /// They are equal.
        case exact
        /// Nothing.
        case ignored
        /// Both say something, or both nothing: null, empty, 0, negative or a UUID of zeros.
        case presence
        /// One always stands for the same other one; requests get the one that the target knows.
        case mapped
        /// They are equal; requests get the one that the target knows all the same, so that a replay goes on.
        case carried
        /// They are the same text, whatever times in milliseconds are in it.
        case times
        /// The target's is not smaller.
        case atLeast
        /// The elements of an array are the same in whatever order.
        case unordered
        /// They may differ; it is told, and counted as tolerated.
        case tolerated
    }

    let api: String?
    let versions: ClosedRange<Int16>
    let field: FieldPattern
    let kind: Kind
    /// The kind of id of mapped and carried fields.
    let id: String?
    /// The field, nearby or in the request, within whose value an id has its meaning.
    let scope: String?
    /// The fields that tell the elements of an unordered array apart.
    let keys: [String]
    /// Values that stand for no id.
    let neutral: [JSONValue]
    /// The rule is about recorded values of this kind alone: of an object, what is named here; null for absence.
    let recorded: JSONValue?
    /// The same for the target's value.
    let got: JSONValue?
    /// The same for the recorded request.
    let request: JSONValue?
    let reason: String

    func concerns(_ api: String, _ version: Int16) -> Bool {
        (self.api == nil || self.api == api) && versions.contains(version)
    }
}

extension ComparisonRule {
    init(_ json: JSONValue) throws {
        func text(_ name: String) throws -> String {
            guard let text = json[name]?.stringValue else {
                throw ConformanceError.badDocument("rules", "\(json.text) lacks \(name)")
            }
            return text
        }
        let api = try text("api")
        self.api = api == "*" ? nil : api
        versions = try Self.versions(json["versions"]?.stringValue ?? "0+")
        field = FieldPattern(try text("field"))
        guard let kind = Kind(rawValue: try text("compare")) else {
            throw ConformanceError.badDocument("rules", "\(json.text) compares in no known way")
        }
        self.kind = kind
        id = json["id"]?.stringValue
        scope = json["scope"]?.stringValue
        keys = json["keys"]?.elements?.compactMap(\.stringValue) ?? []
        neutral = json["neutral"]?.elements ?? []
        recorded = json["recorded"]
        got = json["got"]
        request = json["request"]
        reason = try text("reason")
        guard id != nil || (kind != .mapped && kind != .carried) else {
            throw ConformanceError.badDocument("rules", "\(json.text) lacks id")
        }
    }

    /// Reads `3`, `3-5` or `3+`.
    static func versions(_ text: String) throws -> ClosedRange<Int16> {
        let parts = text.split(separator: "-").map { Int16($0) }
        if text.hasSuffix("+"), let low = Int16(text.dropLast()) { return low...Int16.max }
        if parts.count == 1, let only = parts[0] { return only...only }
        if parts.count == 2, let low = parts[0], let high = parts[1], low <= high { return low...high }
        throw ConformanceError.badDocument("rules", "'\(text)' is no range of versions")
    }
}
