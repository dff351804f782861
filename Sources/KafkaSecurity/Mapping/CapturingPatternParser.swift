/// Reads the patterns of ``CapturingPattern``.
struct CapturingPatternParser {
    private static let deepestNesting = 32
    private static let greatestCount = 1000

    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0
    private(set) var groups = 0

    init(_ pattern: String) {
        scalars = Array(pattern.unicodeScalars)
    }

    mutating func parse() -> CapturingPatternTree? {
        guard let tree = choice(), position == scalars.count else { return nil }
        return tree
    }

    private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func take(_ wanted: Unicode.Scalar) -> Bool {
        guard current == wanted else { return false }
        position &+= 1
        return true
    }

    private mutating func next() -> Unicode.Scalar? {
        guard let current else { return nil }
        position &+= 1
        return current
    }

    private mutating func choice() -> CapturingPatternTree? {
        var branches: [CapturingPatternTree] = []
        repeat {
            guard let branch = sequence() else { return nil }
            branches.append(branch)
        } while take("|")
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() -> CapturingPatternTree? {
        var parts: [CapturingPatternTree] = []
        while let scalar = current, scalar != "|", scalar != ")" {
            guard let atom = atom(), let part = counted(atom) else { return nil }
            parts.append(part)
        }
        return .sequence(parts)
    }

    private mutating func atom() -> CapturingPatternTree? {
        switch next() {
        case "(": group()
        case "[": set().map { .one($0) }
        case ".": .one(.dot)
        case "^": .start
        case "$": .end
        case "\\": escape().map { .one($0) }
        case "*", "+", "?", "{", nil: nil
        case let scalar?: .one(.scalar(scalar))
        }
    }

    private mutating func group() -> CapturingPatternTree? {
        depth &+= 1
        defer { depth &-= 1 }
        guard depth <= Self.deepestNesting else { return nil }
        var number: Int?
        if take("?") {
            guard take(":") else { return nil }
        } else {
            groups &+= 1
            number = groups
        }
        guard let inner = choice(), take(")") else { return nil }
        return number.map { .group($0, inner) } ?? inner
    }

    private mutating func counted(_ atom: CapturingPatternTree) -> CapturingPatternTree? {
        let bounds: (least: Int, most: Int?)
        switch current {
        case "*": bounds = (0, nil)
        case "+": bounds = (1, nil)
        case "?": bounds = (0, 1)
        case "{":
            position &+= 1
            guard let counts = counts() else { return nil }
            return .repetition(atom, least: counts.least, most: counts.most, isReluctant: take("?"))
        default: return atom
        }
        position &+= 1
        return .repetition(atom, least: bounds.least, most: bounds.most, isReluctant: take("?"))
    }

    /// Behind an opening brace: `3}`, `3,}`, `3,5}`.
    private mutating func counts() -> (least: Int, most: Int?)? {
        guard let least = number() else { return nil }
        if take("}") { return (least, least) }
        guard take(",") else { return nil }
        if take("}") { return (least, nil) }
        guard let most = number(), most >= least, take("}") else { return nil }
        return (least, most)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let scalar = current, let digit = Int(String(scalar)) {
            position &+= 1
            let next = (value ?? 0) &* 10 &+ digit
            guard next <= Self.greatestCount else { return nil }
            value = next
        }
        return value
    }

    private mutating func escape() -> CharacterTest? {
        guard let scalar = next() else { return nil }
        if let named = CharacterTest.named(scalar) { return named }
        switch scalar {
        case "t": return .scalar("\t")
        case "n": return .scalar("\n")
        case "r": return .scalar("\r")
        default:
            // Other letters mean things that are not known here.
            return scalar.properties.isAlphabetic || Int(String(scalar)) != nil ? nil : .scalar(scalar)
        }
    }

    private mutating func set() -> CharacterTest? {
        var test = CharacterTest(ranges: [])
        let isInverted = take("^")
        var isFirst = true
        while let scalar = next() {
            if scalar == "]", !isFirst {
                test.isInverted = isInverted
                return test
            }
            isFirst = false
            var start = scalar
            if scalar == "\\" {
                guard let escaped = escape(), !escaped.isInverted else { return nil }
                guard let single = escaped.ranges.first, escaped.ranges.count == 1, single.count == 1,
                    let value = Unicode.Scalar(single.lowerBound)
                else {
                    test.ranges += escaped.ranges
                    continue
                }
                start = value
            }
            guard current == "-", position &+ 1 < scalars.count, scalars[position &+ 1] != "]" else {
                test.ranges.append(start.value...start.value)
                continue
            }
            position &+= 1
            guard var end = next() else { return nil }
            if end == "\\" {
                guard let escaped = next() else { return nil }
                end = escaped
            }
            guard end.value >= start.value else { return nil }
            test.ranges.append(start.value...end.value)
        }
        return nil
    }
}
