/// A regular expression with groups, matched against whole texts: what people write into
/// `ssl.principal.mapping.rules`.
///
/// It knows characters, classes, `.`, groups (capturing or not), choice, greedy and reluctant counts, anchors, and
/// `\d \w \s` with their opposites. Matching goes back and forth within a bound; a text that would need more does not
/// match.
struct CapturingPattern: Sendable {
    enum Step: Sendable {
        case one(CharacterTest)
        case split(first: Int, second: Int)
        case jump(Int)
        case save(Int)
        case atStart
        case atEnd
    }

    /// How much work one match may be.
    static let mostSteps = 200_000
    /// How large a compiled pattern may get: counts are written out.
    static let mostInstructions = 20_000

    let steps: [Step]
    let groups: Int

    /// Nil when the text is no pattern that is known.
    init?(_ pattern: String) {
        var parser = CapturingPatternParser(pattern)
        guard let tree = parser.parse() else { return nil }
        groups = parser.groups
        var steps: [Step] = []
        guard Self.write(tree, &steps) else { return nil }
        self.steps = steps
    }

    /// The groups of a match of the whole text, the text itself first; nil when it does not match.
    func match(_ text: String) -> [String?]? {
        let scalars = Array(text.unicodeScalars)
        var places = [Int](repeating: -1, count: 2 &* (groups &+ 1))
        var open: [(step: Int, position: Int, places: [Int])] = []
        var step = 0
        var position = 0
        var budget = Self.mostSteps
        while true {
            budget &-= 1
            guard budget > 0 else { return nil }
            var isAlive = true
            if step == steps.count {
                if position == scalars.count { return results(places, scalars) }
                isAlive = false
            } else {
                switch steps[step] {
                case .one(let test):
                    isAlive = position < scalars.count && test.accepts(scalars[position])
                    position &+= 1
                    step &+= 1
                case .split(let first, let second):
                    open.append((second, position, places))
                    step = first
                case .jump(let target): step = target
                case .save(let place):
                    places[place] = position
                    step &+= 1
                case .atStart:
                    isAlive = position == 0
                    step &+= 1
                case .atEnd:
                    isAlive = position == scalars.count
                    step &+= 1
                }
            }
            if !isAlive {
                guard let back = open.popLast() else { return nil }
                (step, position, places) = back
            }
        }
    }

    private func results(_ places: [Int], _ scalars: [Unicode.Scalar]) -> [String?] {
        var results: [String?] = [Self.text(scalars[...])]
        for group in 0..<groups {
            let (start, end) = (places[2 &* group &+ 2], places[2 &* group &+ 3])
            results.append(start >= 0 && end >= start ? Self.text(scalars[start..<end]) : nil)
        }
        return results
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    private static func write(_ tree: CapturingPatternTree, _ steps: inout [Step]) -> Bool {
        guard steps.count < mostInstructions else { return false }
        switch tree {
        case .one(let test): steps.append(.one(test))
        case .start: steps.append(.atStart)
        case .end: steps.append(.atEnd)
        case .sequence(let parts):
            for part in parts { guard write(part, &steps) else { return false } }
        case .group(let number, let inner):
            steps.append(.save(2 &* number))
            guard write(inner, &steps) else { return false }
            steps.append(.save(2 &* number &+ 1))
        case .choice(let branches): return write(choice: branches, &steps)
        case .repetition(let inner, let least, let most, let isReluctant):
            for _ in 0..<least { guard write(inner, &steps) else { return false } }
            guard let most else { return write(endless: inner, isReluctant, &steps) }
            for _ in least..<max(least, most) {
                guard write(optional: inner, isReluctant, &steps) else { return false }
            }
        }
        return true
    }

    private static func write(choice branches: [CapturingPatternTree], _ steps: inout [Step]) -> Bool {
        var ends: [Int] = []
        for (index, branch) in branches.enumerated() {
            let isLast = index == branches.count &- 1
            let split = steps.count
            if !isLast { steps.append(.jump(0)) }
            guard write(branch, &steps) else { return false }
            guard !isLast else { break }
            ends.append(steps.count)
            steps.append(.jump(0))
            steps[split] = .split(first: split &+ 1, second: steps.count)
        }
        for end in ends { steps[end] = .jump(steps.count) }
        return true
    }

    private static func write(endless inner: CapturingPatternTree, _ isReluctant: Bool, _ steps: inout [Step]) -> Bool {
        let split = steps.count
        steps.append(.jump(0))
        guard write(inner, &steps) else { return false }
        // A body that takes nothing could go round for ever; the bound on steps ends that.
        steps.append(.jump(split))
        steps[split] = Self.split(split, steps.count, isReluctant)
        return true
    }

    private static func write(optional inner: CapturingPatternTree, _ isReluctant: Bool, _ steps: inout [Step]) -> Bool
    {
        let split = steps.count
        steps.append(.jump(0))
        guard write(inner, &steps) else { return false }
        steps[split] = Self.split(split, steps.count, isReluctant)
        return true
    }

    private static func split(_ place: Int, _ end: Int, _ isReluctant: Bool) -> Step {
        isReluctant ? .split(first: end, second: place &+ 1) : .split(first: place &+ 1, second: end)
    }
}
