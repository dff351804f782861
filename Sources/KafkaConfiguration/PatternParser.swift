/// Reads a regular expression; see ``TextPattern`` for what it knows.
struct PatternParser {
    private static let deepestNesting = 32
    private static let greatestCount = 1000
    private static let mostRanges = 64

    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0

    init(_ pattern: String) {
        scalars = Array(pattern.unicodeScalars)
    }

    mutating func parse() -> PatternTree? {
        guard let tree = choice(), position == scalars.count else { return nil }
        return tree
    }

    private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func take(_ wanted: Unicode.Scalar) -> Bool {
        guard current == wanted else { return false }
        position += 1
        return true
    }

    private mutating func next() -> Unicode.Scalar? {
        guard let current else { return nil }
        position += 1
        return current
    }

    private mutating func choice() -> PatternTree? {
        var branches: [PatternTree] = []
        repeat {
            guard let branch = sequence() else { return nil }
            branches.append(branch)
        } while take("|")
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() -> PatternTree? {
        var parts: [PatternTree] = []
        while let scalar = current, scalar != "|", scalar != ")" {
            guard let atom = atom(), let part = quantified(atom) else { return nil }
            parts.append(part)
        }
        return .sequence(parts)
    }

    private mutating func atom() -> PatternTree? {
        switch next() {
        case "(": group()
        case "[": set().map { .character($0) }
        case ".":
            .character(PatternSet(ranges: [0xA...0xA, 0xD...0xD, 0x85...0x85, 0x2028...0x2029], isInverted: true))
        case "^": .start
        case "$": .end
        case "\\": escape().map { .character($0) }
        case "*", "+", "?", "{", nil: nil
        case let scalar?: .character(Self.single(scalar))
        }
    }

    private mutating func group() -> PatternTree? {
        if take("?") { guard take(":") else { return nil } }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepestNesting, let inner = choice(), take(")") else { return nil }
        return inner
    }

    private mutating func quantified(_ atom: PatternTree) -> PatternTree? {
        let bounds: (least: Int, most: Int?)
        switch current {
        case "*": bounds = (0, nil)
        case "+": bounds = (1, nil)
        case "?": bounds = (0, 1)
        case "{":
            position += 1
            guard let counts = counts() else { return nil }
            return ending(.repetition(atom, least: counts.least, most: counts.most))
        default: return atom
        }
        position += 1
        return ending(.repetition(atom, least: bounds.least, most: bounds.most))
    }

    /// A reluctant quantifier finds the same whole texts; a possessive one does not.
    private mutating func ending(_ tree: PatternTree) -> PatternTree? {
        if take("?") { return tree }
        switch current {
        case "+", "*", "{": return nil
        default: return tree
        }
    }

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
        while let scalar = current, ("0"..."9").contains(scalar) {
            let next = (value ?? 0) * 10 + Int(scalar.value - 0x30)
            guard next <= Self.greatestCount else { return nil }
            value = next
            position += 1
        }
        return value
    }

    private mutating func set() -> PatternSet? {
        var result = PatternSet(isInverted: take("^"))
        var isFirst = true
        while let scalar = next() {
            if scalar == "]", !isFirst { return result.ranges.count <= Self.mostRanges ? result : nil }
            isFirst = false
            // Java nests and intersects sets; who writes such a pattern is told that it is not known.
            guard scalar != "[", scalar != "&" else { return nil }
            guard let low = scalar == "\\" ? escape() : Self.single(scalar) else { return nil }
            guard current == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
                result.ranges += low.positive
                continue
            }
            position += 1
            guard let first = Self.only(low), let upper = next(), upper != "[",
                let high = upper == "\\" ? escape() : Self.single(upper), let last = Self.only(high), first <= last
            else { return nil }
            result.ranges.append(first...last)
        }
        return nil
    }

    private mutating func escape() -> PatternSet? {
        guard let scalar = next() else { return nil }
        let digits: [ClosedRange<UInt32>] = [0x30...0x39]
        let word: [ClosedRange<UInt32>] = digits + [0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
        let space: [ClosedRange<UInt32>] = [0x09...0x0D, 0x20...0x20]
        switch scalar {
        case "d": return PatternSet(ranges: digits)
        case "D": return PatternSet(ranges: digits, isInverted: true)
        case "w": return PatternSet(ranges: word)
        case "W": return PatternSet(ranges: word, isInverted: true)
        case "s": return PatternSet(ranges: space)
        case "S": return PatternSet(ranges: space, isInverted: true)
        case "t": return Self.single("\t")
        case "n": return Self.single("\n")
        case "r": return Self.single("\r")
        default:
            // Letters and digits mean something else each; everything else stands for itself.
            guard scalar.value < 0x80, !word.contains(where: { $0.contains(scalar.value) }) else { return nil }
            return Self.single(scalar)
        }
    }

    private static func single(_ scalar: Unicode.Scalar) -> PatternSet {
        PatternSet(ranges: [scalar.value...scalar.value])
    }

    private static func only(_ set: PatternSet) -> UInt32? {
        guard !set.isInverted, set.ranges.count == 1, let range = set.ranges.first, range.count == 1 else { return nil }
        return range.lowerBound
    }
}
