public import NIOCore

/// Base64 with padding (RFC 4648), as Kafka's JSON form has it for bytes.
public enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Four characters for three bytes, the last group padded.
    public static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var characters: [UInt8] = []
        characters.reserveCapacity((bytes.underestimatedCount + 2) / 3 * 4)
        var group: UInt32 = 0
        var filled = 0
        func append(_ count: Int) {
            for index in 0..<count {
                characters.append(alphabet[Int(group >> UInt32(18 - 6 * index) & 63)])
            }
        }
        for byte in bytes {
            group |= UInt32(byte) << UInt32(16 - 8 * filled)
            filled += 1
            guard filled == 3 else { continue }
            append(4)
            (group, filled) = (0, 0)
        }
        if filled > 0 {
            append(filled + 1)
            characters += Array("==".utf8.prefix(3 - filled))
        }
        return String(decoding: characters, as: UTF8.self)
    }

    /// The bytes that a text stands for; nil if it is not whole groups with padding where it belongs.
    public static func decode(_ text: String) -> ByteBuffer? {
        let characters = Array(text.utf8)
        guard characters.count.isMultiple(of: 4) else { return nil }
        let padding = characters.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        var bytes: [UInt8] = []
        bytes.reserveCapacity(characters.count / 4 * 3)
        var group: UInt32 = 0
        for (index, character) in characters.dropLast(padding).enumerated() {
            guard let value = value(of: character) else { return nil }
            group = group << 6 | UInt32(value)
            guard index & 3 == 3 else { continue }
            bytes += [UInt8(group >> 16 & 255), UInt8(group >> 8 & 255), UInt8(group & 255)]
            group = 0
        }
        // Bits below the last byte must be zero, or the text would not come back the same.
        switch padding {
        case 1:
            guard group & 3 == 0 else { return nil }
            bytes += [UInt8(group >> 10 & 255), UInt8(group >> 2 & 255)]
        case 2:
            guard group & 15 == 0 else { return nil }
            bytes.append(UInt8(group >> 4 & 255))
        default: break
        }
        return ByteBuffer(bytes: bytes)
    }

    private static func value(of character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
