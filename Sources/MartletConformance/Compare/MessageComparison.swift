import KafkaMessageJSON

/// Compares answers field by field, as rules say, and learns which ids stand for which.
struct MessageComparison {
    /// More differences in one answer are not told.
    private static let mostDifferences = 40
    /// Arrays up to this length are matched element by element where their keys do not help.
    private static let longestSearched = 64

    private let rules: [ComparisonRule]
    private let request: JSONValue?
    private(set) var state: TranslationState
    private(set) var differences: [Difference] = []

    /// - Parameter request: the recorded request, in which ids find their scope.
    init(rules: [ComparisonRule], state: TranslationState, request: JSONValue?) {
        self.rules = rules
        self.state = state
        self.request = request
    }

    mutating func compare(recorded: JSONValue, got: JSONValue) {
        compare(recorded, got, FieldPlace())
    }

    private mutating func compare(_ recorded: JSONValue?, _ got: JSONValue?, _ place: FieldPlace) {
        guard differences.count < Self.mostDifferences else { return }
        guard let rule = rules.first(where: { $0.applies(to: place, recorded, got, request) }) else {
            return compareParts(recorded, got, place, nil)
        }
        switch rule.kind {
        case .ignored: break
        case .presence:
            if Presence.isSet(recorded) != Presence.isSet(got) { differ(recorded, got, place) }
        case .mapped: compareIds(recorded, got, place, rule)
        case .carried:
            if let recorded, let got, let id = rule.id {
                state.set(recorded, to: got, id: id, scope: place.scope(rule.scope, request: request))
            }
            if recorded != got { differ(recorded, got, place) }
        case .atLeast:
            if let low = recorded?.integerValue, let value = got?.integerValue, value >= low { break }
            if recorded != got { differ(recorded, got, place) }
        case .times:
            if Self.withoutTimes(recorded) != Self.withoutTimes(got) { differ(recorded, got, place) }
        case .tolerated:
            if recorded != got {
                differences.append(Difference(place, recorded, got, toleratedBecause: rule.reason))
            }
        case .unordered, .exact: compareParts(recorded, got, place, rule)
        }
    }

    /// A text with every number that could be a time in milliseconds taken out of it.
    private static func withoutTimes(_ value: JSONValue?) -> JSONValue? {
        guard case .string(let text)? = value else { return value }
        var words: [String] = [""]
        for character in text {
            if let last = words.last?.last, last.isNumber != character.isNumber { words.append("") }
            words[words.count - 1].append(character)
        }
        return .string(words.map { $0.count == 13 && $0.allSatisfy(\.isNumber) ? "time" : $0 }.joined())
    }

    private mutating func differ(_ recorded: JSONValue?, _ got: JSONValue?, _ place: FieldPlace) {
        differences.append(Difference(place, recorded, got))
    }

    private mutating func compareIds(
        _ recorded: JSONValue?, _ got: JSONValue?, _ place: FieldPlace, _ rule: ComparisonRule
    ) {
        guard let recorded, let got, let id = rule.id, !rule.isNeutral(recorded), !rule.isNeutral(got) else {
            if recorded != got { differ(recorded, got, place) }
            return
        }
        let scope = place.scope(rule.scope, request: request)
        if !state.learn(recorded, is: got, id: id, scope: scope) {
            let known = state.target(of: recorded, id: id, scope: scope)
            let expected = known.map { "\($0.text), as \(recorded.text) is called here" }
            differences.append(
                Difference(
                    place.text, expected: expected ?? "an id not used before, for \(recorded.text)", got: got.text))
        }
    }

    private mutating func compareParts(
        _ recorded: JSONValue?, _ got: JSONValue?, _ place: FieldPlace, _ rule: ComparisonRule?
    ) {
        switch (recorded, got) {
        case (.object(let left)?, .object(let right)?):
            for member in left {
                compare(member.value, got?[member.name], place.field(member.name, of: recorded ?? .null))
            }
            for member in right where recorded?[member.name] == nil {
                compare(nil, member.value, place.field(member.name, of: recorded ?? .null))
            }
        case (.array(let left)?, .array(var right)?):
            if rule?.kind == .unordered { right = arranged(right, like: left, place, rule?.keys ?? []) }
            for index in 0..<max(left.count, right.count) {
                let one = left.indices.contains(index) ? left[index] : nil
                let other = right.indices.contains(index) ? right[index] : nil
                compare(one, other, place.element(index, label: Self.label(one ?? other, rule?.keys ?? [])))
            }
        default:
            if recorded != got { differ(recorded, got, place) }
        }
    }

    /// What an element is called: its keys, unless they are ids that say nothing to people.
    private static func label(_ element: JSONValue?, _ keys: [String]) -> String {
        let values = keys.filter { $0 != "topicId" && $0 != "memberId" }.compactMap { element?[$0] }
        return values.map { $0.stringValue ?? $0.text }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The target's elements in the order of the recorded ones: by their keys, and what then is left by likeness.
    private func arranged(
        _ got: [JSONValue], like recorded: [JSONValue], _ place: FieldPlace, _ keys: [String]
    ) -> [JSONValue] {
        var left = got
        var matches = [JSONValue?](repeating: nil, count: recorded.count)
        if !keys.isEmpty {
            var places: [String: Int] = [:]
            for (index, element) in recorded.enumerated() {
                places[key(element, keys, place, isRecorded: true)] = index
            }
            left = []
            for element in got {
                if let index = places.removeValue(forKey: key(element, keys, place, isRecorded: false)) {
                    matches[index] = element
                } else {
                    left.append(element)
                }
            }
        }
        // Equals first, so that an element with a difference takes none of them.
        for isFinal in [false, true] {
            for index in recorded.indices where matches[index] == nil && !left.isEmpty {
                let (candidate, differences) = likest(left, to: recorded[index], place.element(index))
                if isFinal || differences == 0 { matches[index] = left.remove(at: candidate) }
            }
        }
        return matches.compactMap(\.self) + left
    }

    private func key(_ element: JSONValue, _ keys: [String], _ place: FieldPlace, isRecorded: Bool) -> String {
        keys.map { name -> String in
            guard let value = element[name] else { return "" }
            let field = place.field(name, of: element)
            guard isRecorded, let rule = rules.first(where: { $0.id != nil && $0.field.matches(field.names) }),
                let id = rule.id
            else { return value.text }
            return (state.target(of: value, id: id, scope: field.scope(rule.scope, request: request)) ?? value).text
        }.joined(separator: "\u{0}")
    }

    /// The place of the most similar candidate, and in how many fields it differs.
    private func likest(
        _ candidates: [JSONValue], to recorded: JSONValue, _ place: FieldPlace
    ) -> (place: Int, differences: Int) {
        guard candidates.count <= Self.longestSearched else { return (0, Int.max) }
        let counts = candidates.map { candidate in
            var trial = self
            trial.differences = []
            trial.compare(recorded, candidate, place)
            return trial.differences.count
        }
        let best = counts.indices.min { counts[$0] < counts[$1] } ?? 0
        return (best, counts[best])
    }
}

extension ComparisonRule {
    fileprivate func applies(
        to place: FieldPlace, _ recorded: JSONValue?, _ got: JSONValue?, _ request: JSONValue?
    ) -> Bool {
        guard field.matches(place.names) else { return false }
        let conditions = [(self.recorded, recorded), (self.got, got), (self.request, request)]
        return conditions.allSatisfy { pattern, value in pattern.map { Self.matches($0, value) } ?? true }
    }

    /// Whether a value is as a pattern says: objects need what the pattern names, null stands for absence, too.
    private static func matches(_ pattern: JSONValue, _ value: JSONValue?) -> Bool {
        guard case .object(let members) = pattern else { return pattern == value ?? .null }
        guard case .object? = value else { return false }
        return members.allSatisfy { matches($0.value, value?[$0.name]) }
    }

    /// Whether a value stands for no id.
    func isNeutral(_ value: JSONValue) -> Bool {
        neutral.isEmpty ? !Presence.isSet(value) : neutral.contains(value)
    }
}
