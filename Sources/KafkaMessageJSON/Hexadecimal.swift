public import NIOCore

/// Bytes as pairs of hexadecimal digits.
public enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    /// Two lowercase digits for each byte.
    public static func encode(_ bytes: ByteBuffer) -> String {
        let view = bytes.readableBytesView
        return String(unsafeUninitializedCapacity: view.count * 2) { text in
            for (index, byte) in view.enumerated() {
                text.initializeElement(at: 2 * index, to: digits[Int(byte >> 4)])
                text.initializeElement(at: 2 * index + 1, to: digits[Int(byte & 15)])
            }
            return view.count * 2
        }
    }

    /// The bytes that digits of either case stand for, blanks and line breaks between them aside; nil for anything else.
    public static func decode(_ text: some Sequence<UInt8>) -> ByteBuffer? {
        var bytes: [UInt8] = []
        var high: UInt8?
        for character in text {
            switch character {
            case 0x20, 0x09, 0x0A, 0x0D: continue
            default: break
            }
            guard let digit = value(of: character) else { return nil }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        return high == nil ? ByteBuffer(bytes: bytes) : nil
    }

    static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
