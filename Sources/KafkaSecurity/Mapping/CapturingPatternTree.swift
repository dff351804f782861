/// A pattern as it was read.
indirect enum CapturingPatternTree {
    case one(CharacterTest)
    case start
    case end
    case sequence([CapturingPatternTree])
    case choice([CapturingPatternTree])
    case group(Int, CapturingPatternTree)
    case repetition(CapturingPatternTree, least: Int, most: Int?, isReluctant: Bool)
}

/// A set of characters.
struct CharacterTest: Sendable, Equatable {
    var ranges: [ClosedRange<UInt32>]
    var isInverted = false

    func accepts(_ scalar: Unicode.Scalar) -> Bool {
        ranges.contains { $0.contains(scalar.value) } != isInverted
    }

    static func scalar(_ scalar: Unicode.Scalar) -> CharacterTest {
        CharacterTest(ranges: [scalar.value...scalar.value])
    }

    /// Everything but ends of lines.
    static let dot = CharacterTest(ranges: [0xA...0xA, 0xD...0xD, 0x85...0x85, 0x2028...0x2029], isInverted: true)

    /// The class that stands behind a backslash; nil for other letters.
    static func named(_ scalar: Unicode.Scalar) -> CharacterTest? {
        let digits: [ClosedRange<UInt32>] = [0x30...0x39]
        let words: [ClosedRange<UInt32>] = [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
        let blanks: [ClosedRange<UInt32>] = [0x9...0xD, 0x20...0x20]
        return switch scalar {
        case "d": CharacterTest(ranges: digits)
        case "D": CharacterTest(ranges: digits, isInverted: true)
        case "w": CharacterTest(ranges: words)
        case "W": CharacterTest(ranges: words, isInverted: true)
        case "s": CharacterTest(ranges: blanks)
        case "S": CharacterTest(ranges: blanks, isInverted: true)
        default: nil
        }
    }
}
