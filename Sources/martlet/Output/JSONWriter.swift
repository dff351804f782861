import NIOCore

/// Writes the few forms of JSON that the commands print.
struct JSONWriter {
    private(set) var buffer = ByteBuffer()

    /// Text that is JSON already.
    mutating func raw(_ text: String) {
        buffer.writeString(text)
    }

    /// A string with what must be escaped escaped.
    mutating func string(_ text: String) {
        buffer.writeInteger(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): buffer.writeString("\\\"")
            case UInt8(ascii: "\\"): buffer.writeString("\\\\")
            case 0x0a: buffer.writeString("\\n")
            case 0x0d: buffer.writeString("\\r")
            case 0x09: buffer.writeString("\\t")
            case 0..<0x20: buffer.writeString("\\u00" + Self.hex(byte))
            default: buffer.writeInteger(byte)
            }
        }
        buffer.writeInteger(UInt8(ascii: "\""))
    }

    /// Bytes as a string if they are UTF-8, else as an object with base64; nil is null.
    mutating func bytes(_ bytes: ByteBuffer?) {
        guard let bytes else {
            raw("null")
            return
        }
        if let text = String(validating: bytes.readableBytesView, as: UTF8.self) {
            string(text)
        } else {
            raw("{\"base64\":\"\(Self.base64(bytes.readableBytesView))\"}")
        }
    }

    private static func hex(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16)
        return text.count == 1 ? "0" + text : text
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func base64(_ bytes: some Sequence<UInt8>) -> String {
        var characters: [UInt8] = []
        var group: UInt32 = 0
        var filled = 0
        func character(_ shift: UInt32) -> UInt8 { alphabet[Int((group >> shift) & 63)] }
        for byte in bytes {
            group = group << 8 | UInt32(byte)
            filled += 1
            guard filled == 3 else { continue }
            characters += [character(18), character(12), character(6), character(0)]
            (group, filled) = (0, 0)
        }
        if filled == 1 {
            group <<= 16
            characters += [character(18), character(12)] + Array("==".utf8)
        } else if filled == 2 {
            group <<= 8
            characters += [character(18), character(12), character(6)] + Array("=".utf8)
        }
        return String(decoding: characters, as: UTF8.self)
    }
}
