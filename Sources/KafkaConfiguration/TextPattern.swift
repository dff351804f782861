/// A regular expression over a whole text, in the part of Java's syntax that reads the same everywhere: characters,
/// `.`, classes, groups, `|` and the quantifiers. Matching takes time in proportion to text and pattern, whatever they
/// are, because patterns come from clients.
///
/// Look-around, back references and possessive quantifiers are refused.
public struct TextPattern: Equatable, Sendable {
    /// Longer texts match nothing.
    public static let longestText = 1024
    private static let longestPattern = 1024

    private let pattern: String
    private let program: [PatternProgram.Step]

    /// Nil for what is no such pattern.
    public init?(_ pattern: String) {
        guard pattern.utf8.count <= Self.longestPattern else { return nil }
        var parser = PatternParser(pattern)
        guard let tree = parser.parse(), let program = PatternProgram.steps(of: tree) else { return nil }
        self.pattern = pattern
        self.program = program
    }

    public static func == (lhs: TextPattern, rhs: TextPattern) -> Bool { lhs.pattern == rhs.pattern }

    /// Whether the pattern describes the text from its first to its last character.
    public func matches(_ text: String) -> Bool {
        guard text.utf8.count <= Self.longestText else { return false }
        return PatternProgram.matches(program, Array(text.unicodeScalars))
    }
}

/// A pattern as a tree.
indirect enum PatternTree {
    case character(PatternSet)
    case start
    case end
    case sequence([PatternTree])
    case choice([PatternTree])
    case repetition(PatternTree, least: Int, most: Int?)
}

/// A set of characters.
struct PatternSet: Sendable {
    var ranges: [ClosedRange<UInt32>] = []
    var isInverted = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        ranges.contains { $0.contains(scalar.value) } != isInverted
    }

    /// Every character that is in neither of the ranges, so that inverted sets can be parts of others.
    var positive: [ClosedRange<UInt32>] {
        guard isInverted else { return ranges }
        var result: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
            next = max(next, range.upperBound + 1)
        }
        if next <= 0x10FFFF { result.append(next...0x10FFFF) }
        return result
    }
}
