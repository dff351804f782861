/// Makes messages of a version from a seed.
struct TreeMaker {
    /// How a message is filled.
    enum Style: CaseIterable {
        /// Whatever comes.
        case mixed
        /// Every field is set to something, and every struct has an unknown tagged field.
        case full
        /// Every field has its default.
        case standard
        /// Null wherever it is allowed, empty where it is not.
        case sparse
    }

    let message: SlowMessage
    let version: Int
    let style: Style
    var dice: Dice
    /// How many values the message may still get; then lists stay empty.
    private var room = 600

    init(_ message: SlowMessage, version: Int, style: Style, seed: UInt64) {
        self.message = message
        self.version = version
        self.style = style
        dice = Dice(state: seed)
    }

    mutating func make() -> Tree {
        group(message.fields)
    }

    private mutating func group(_ fields: [SlowField]) -> Tree {
        var values = message.standards(fields)
        for field in fields where field.versions.contains(version) { values[field.name] = value(of: field) }
        let known = Set(fields.filter { $0.versions.contains(version) }.compactMap { $0.tag.map(UInt32.init) })
        return .group(values, unknownFields(besides: known))
    }

    private mutating func unknownFields(besides known: Set<UInt32>) -> [UInt32: [UInt8]] {
        guard message.isFlexible(version), style == .full || style == .mixed && dice.below(4) == 0 else { return [:] }
        var unknown: [UInt32: [UInt8]] = [:]
        for _ in 0...dice.below(3) {
            let tag = UInt32(
                truncatingIfNeeded: dice.pick([0, 1, 2, 3, 4, 5, 126, 127, 128, 16384, 0xFFFF_FFFF, dice.below(1000)]))
            if !known.contains(tag) { unknown[tag] = blob() }
        }
        return unknown
    }

    private mutating func value(of field: SlowField) -> Tree {
        let mayBeNull = field.nullable?.contains(version) == true
        switch style {
        case .standard:
            let standard = message.standard(field)
            // A default of null may not be allowed at this version.
            return standard == .null && !mayBeNull ? value(of: field.type) : standard
        case .sparse: return mayBeNull ? .null : value(of: field.type)
        case .full: return value(of: field.type)
        case .mixed:
            if mayBeNull, dice.below(4) == 0 { return .null }
            let standard = message.standard(field)
            if dice.below(4) == 0, standard != .null { return standard }
            return value(of: field.type)
        }
    }

    private mutating func value(of type: SlowType) -> Tree {
        room -= 1
        switch type {
        case .group(let name): return group(message.structs[name] ?? [])
        case .list(let element): return .list((0..<count(of: element)).map { _ in value(of: element) })
        case .plain("string"): return .text(text())
        case .plain("bytes"), .plain("records"): return .data(blob())
        case .plain("bool"): return .flag(style == .full || dice.below(2) == 0)
        case .plain("uuid"): return .uuid((0..<16).map { _ in UInt8(dice.below(256)) })
        case .plain("float64"):
            return .real(dice.pick([0, 1, Double.infinity.bitPattern, Double.nan.bitPattern, 1 << 63, dice.next()]))
        case .plain(let name): return .number(integer(name))
        }
    }

    private mutating func count(of element: SlowType) -> Int {
        if style == .sparse || style == .standard || room <= 0 { return 0 }
        if style == .full { return 1 + dice.below(2) }
        // A compact count of 127 and more takes two bytes.
        let isLong = dice.below(30) == 0
        if element.structure == nil { return isLong ? 120 + dice.below(20) : dice.below(5) }
        return isLong ? min(140, room / 4) : dice.below(4)
    }

    private mutating func integer(_ name: String) -> Int64 {
        let bits = 8 * SlowType.size(of: name)
        let isUnsigned = name.hasPrefix("u")
        let upper: Int64 = isUnsigned ? 1 << bits - 1 : Int64.max >> (64 - bits)
        let lower: Int64 = isUnsigned ? 0 : -upper - 1
        if style == .sparse { return 0 }
        let random = Int64(truncatingIfNeeded: dice.next())
        return dice.pick([
            lower, upper, min(max(-1, lower), upper), 1, upper / 2, isUnsigned ? random & upper : random >> (64 - bits),
        ])
    }

    private mutating func text() -> [UInt8] {
        if style == .sparse { return [] }
        let alphabet = ["a", "b", "-", "0", "é", "ß", "日", "本", "🦫", "\u{0}"]
        let length = style == .full ? 1 + dice.below(8) : length(upTo: 32767)
        var text: [UInt8] = []
        while text.count < length {
            let next = Array(dice.pick(alphabet).utf8)
            text += text.count + next.count <= length ? next : [UInt8(ascii: "x")]
        }
        return text
    }

    private mutating func blob() -> [UInt8] {
        if style == .sparse { return [] }
        let first = dice.below(256)
        let count = style == .full ? 1 + dice.below(8) : length(upTo: 20_000)
        return (0..<count).map { UInt8(truncatingIfNeeded: first &+ $0 &* 7) }
    }

    /// Mostly short, at times where a length takes one byte more, or the longest.
    private mutating func length(upTo most: Int) -> Int {
        switch dice.below(200) {
        case 0: return most
        case 1: return 16_380 + dice.below(8)
        case 2..<20: return 124 + dice.below(8)
        case 20..<50: return 0
        default: return dice.below(12)
        }
    }
}

/// Numbers from a seed (SplitMix64).
struct Dice {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ count: Int) -> Int {
        Int(next() % UInt64(count))
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }
}
