import KafkaMessageJSON
import KafkaWire

/// Holds an answer against what a scenario expects.
///
/// Objects may have members that are not expected, as long as they tell no error; arrays have to agree element by
/// element. Matchers are objects with a name that begins with `$`.
struct AnswerMatch {
    /// What is not as expected.
    private(set) var differences: [Difference] = []

    mutating func match(_ expected: JSONValue, _ got: JSONValue?, _ place: String = "") {
        if let matcher = expected.members?.first(where: { $0.name.hasPrefix("$") }) {
            return match(matcher, expected, got, place)
        }
        switch (expected, got) {
        case (.object(let members), .object(let gotMembers)?):
            for member in members { match(member.value, got?[member.name], Self.join(place, member.name)) }
            for member in gotMembers where expected[member.name] == nil {
                noteErrors(member.value, member.name, Self.join(place, member.name))
            }
        case (.array(let elements), .array(let gotElements)?):
            guard elements.count == gotElements.count else { return differ(expected, got, place) }
            for (index, element) in elements.enumerated() { match(element, gotElements[index], "\(place)[\(index)]") }
        default:
            if expected != got { differ(expected, got, place) }
        }
    }

    private static func join(_ place: String, _ name: String) -> String {
        place.isEmpty ? name : "\(place).\(name)"
    }

    private mutating func differ(_ expected: JSONValue, _ got: JSONValue?, _ place: String) {
        let isError = place.hasSuffix("rrorCode")
        differences.append(
            Difference(place, expected: Self.text(expected, isError), got: Self.text(got, isError)))
    }

    private static func text(_ value: JSONValue?, _ isError: Bool) -> String {
        guard let value else { return "absent" }
        if isError, let code = value.integerValue { return ErrorCode(rawValue: Int16(clamping: code)).description }
        let text = value.text
        return text.count > 300 ? text.prefix(300) + "…" : text
    }

    /// An error that no one expected is not overlooked because its field was not named.
    private mutating func noteErrors(_ value: JSONValue, _ name: String, _ place: String) {
        switch value {
        case .integer(let code):
            if name.hasSuffix("rrorCode"), code != 0 { differ(0, value, place) }
        case .array(let elements):
            for (index, element) in elements.enumerated() { noteErrors(element, name, "\(place)[\(index)]") }
        case .object(let members):
            for member in members { noteErrors(member.value, member.name, Self.join(place, member.name)) }
        default: break
        }
    }

    private func matches(_ expected: JSONValue, _ got: JSONValue?) -> Bool {
        var trial = AnswerMatch()
        trial.match(expected, got)
        return trial.differences.isEmpty
    }

    private mutating func match(
        _ matcher: JSONValue.Member, _ expected: JSONValue, _ got: JSONValue?, _ place: String
    ) {
        let holds: Bool
        switch matcher.name {
        case "$any": holds = got != nil
        case "$absent": holds = got == nil
        case "$not": holds = !matches(matcher.value, got)
        case "$nonEmpty": holds = Self.count(got) > 0
        case "$length": holds = Self.count(got) == matcher.value.integerValue ?? -1
        case "$atLeast": holds = (got?.integerValue).map { $0 >= matcher.value.integerValue ?? .max } ?? false
        case "$range":
            let (low, high) = (matcher.value[0]?.integerValue ?? .max, matcher.value[1]?.integerValue ?? .min)
            holds = (got?.integerValue).map { low <= $0 && $0 <= high } ?? false
        case "$oneOf": holds = (matcher.value.elements ?? []).contains { matches($0, got) }
        case "$text": holds = got?.stringValue?.contains(matcher.value.stringValue ?? "\0") ?? false
        case "$contains": return matchAny(matcher.value.elements ?? [], got, place, isWhole: false)
        case "$unordered": return matchAny(matcher.value.elements ?? [], got, place, isWhole: true)
        case "$better": return matchTolerantly(expected, got, place)
        default: holds = false
        }
        if !holds { differ(expected, got, place) }
    }

    private static func count(_ value: JSONValue?) -> Int64 {
        switch value {
        case .string(let text)?: Int64(text.utf8.count)
        case .array(let elements)?: Int64(elements.count)
        default: -1
        }
    }

    private mutating func matchAny(_ expected: [JSONValue], _ got: JSONValue?, _ place: String, isWhole: Bool) {
        guard var left = got?.elements else { return differ(.array(expected), got, place) }
        for element in expected {
            guard let index = left.firstIndex(where: { matches(element, $0) }) else {
                return differ(element, .array(left), place)
            }
            left.remove(at: index)
        }
        if isWhole, !left.isEmpty { differ(.array([]), .array(left), place) }
    }

    /// `{"$better": X, "tolerated": [Y], "reason": "…"}`: X is right, Y is allowed and told.
    private mutating func matchTolerantly(_ expected: JSONValue, _ got: JSONValue?, _ place: String) {
        let best = expected["$better"] ?? .null
        if matches(best, got) { return }
        let isTolerated = (expected["tolerated"]?.elements ?? []).contains { matches($0, got) }
        differences.append(
            Difference(
                place, expected: Self.text(best, place.hasSuffix("rrorCode")),
                got: Self.text(got, place.hasSuffix("rrorCode")),
                toleratedBecause: isTolerated ? expected["reason"]?.stringValue ?? "allowed by the scenario" : nil))
    }
}
