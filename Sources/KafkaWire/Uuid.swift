/// A 128-bit identifier, written as Kafka writes it: URL-safe base64 without padding.
public struct Uuid: Hashable, Sendable {
    /// The first eight bytes, most significant first.
    public var high: UInt64
    /// The last eight bytes.
    public var low: UInt64

    /// The identifier with these halves.
    @inlinable
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// All zeros: "none", wherever an id is optional.
    @inlinable
    public static var zero: Uuid { Uuid(high: 0, low: 0) }

    /// A random (version 4) identifier. As in Kafka its text never begins with a dash,
    /// so that it can follow an option on a command line.
    public static func random(using generator: inout some RandomNumberGenerator) -> Uuid {
        while true {
            let high = generator.next() & ~0xF000 | 0x4000
            let low = generator.next() & ~(0b11 << 62) | (0b10 << 62)
            // The first character stands for the six highest bits; 62 is the dash.
            if high >> 58 != 62 {
                return Uuid(high: high, low: low)
            }
        }
    }
}

extension Uuid: Comparable {
    /// Orders by the bytes, most significant first.
    @inlinable
    public static func < (lhs: Uuid, rhs: Uuid) -> Bool {
        (lhs.high, lhs.low) < (rhs.high, rhs.low)
    }
}

extension Uuid: LosslessStringConvertible {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// 22 characters, as `Uuid.toString` of Kafka gives them.
    public var description: String {
        String(unsafeUninitializedCapacity: 22) { text in
            for index in 0..<22 {
                text.initializeElement(at: index, to: Self.alphabet[Int(sextet(index))])
            }
            return 22
        }
    }

    /// The six bits that character `index` stands for; the last character holds only two bits, with four zeros below.
    private func sextet(_ index: Int) -> UInt64 {
        let shift = 122 - 6 * index
        let bits =
            switch shift {
            case 64...: high >> UInt64(shift - 64)
            case 58..<64: high << UInt64(64 - shift) | low >> UInt64(shift)
            case 0..<58: low >> UInt64(shift)
            default: low << UInt64(-shift)
            }
        return bits & 0x3F
    }

    /// The identifier that a text of 22 characters (or 24 with its padding) stands for; nil for anything else.
    public init?(_ description: String) {
        var text = Array(description.utf8)
        if text.count == 24, text.suffix(2) == Array("==".utf8) {
            text.removeLast(2)
        }
        guard text.count == 22 else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        for (index, character) in text.enumerated() {
            guard let value = Self.value(of: character) else { return nil }
            let width: UInt64 = index == 21 ? 2 : 6
            high = high << width | low >> (64 - width)
            low = low << width | value >> (6 - width)
        }
        self.init(high: high, low: low)
    }

    private static func value(of character: UInt8) -> UInt64? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt64(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt64(character - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(character - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
