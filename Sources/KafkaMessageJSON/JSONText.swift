public import NIOCore

/// Writes JSON as text.
public enum JSONText {
    /// A string in quotes, with what must be escaped escaped.
    public static func writeString(_ text: String, into buffer: inout ByteBuffer) {
        buffer.writeInteger(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): buffer.writeStaticString("\\\"")
            case UInt8(ascii: "\\"): buffer.writeStaticString("\\\\")
            case 0x0A: buffer.writeStaticString("\\n")
            case 0x0D: buffer.writeStaticString("\\r")
            case 0x09: buffer.writeStaticString("\\t")
            case 0..<0x20:
                buffer.writeStaticString("\\u00")
                buffer.writeString(Hexadecimal.encode(ByteBuffer(bytes: [byte])))
            default: buffer.writeInteger(byte)
            }
        }
        buffer.writeInteger(UInt8(ascii: "\""))
    }
}

extension JSONValue {
    /// The value as text on one line, without blanks.
    public var text: String {
        var buffer = ByteBuffer()
        write(into: &buffer, indentation: nil)
        return String(buffer: buffer)
    }

    /// The value as text over several lines, two blanks to a level; arrays of plain values stay on one line.
    public var prettyText: String {
        var buffer = ByteBuffer()
        write(into: &buffer, indentation: 0)
        return String(buffer: buffer)
    }

    private func write(into buffer: inout ByteBuffer, indentation: Int?) {
        switch self {
        case .null: buffer.writeStaticString("null")
        case .bool(let value): buffer.writeString(value ? "true" : "false")
        case .integer(let value): buffer.writeString(String(value))
        case .double(let value): buffer.writeString(value.isFinite ? value.description : "null")
        case .string(let text): JSONText.writeString(text, into: &buffer)
        case .array(let elements):
            let depth = elements.contains(where: \.hasMembers) ? indentation : nil
            let blank = indentation != nil && depth == nil
            Self.write(elements, "[", "]", into: &buffer, indentation: depth, blank: blank) { element, buffer, depth in
                element.write(into: &buffer, indentation: depth)
            }
        case .object(let members):
            Self.write(members, "{", "}", into: &buffer, indentation: indentation) { member, buffer, depth in
                JSONText.writeString(member.name, into: &buffer)
                buffer.writeString(depth == nil ? ":" : ": ")
                member.value.write(into: &buffer, indentation: depth)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], _ open: StaticString, _ close: StaticString, into buffer: inout ByteBuffer, indentation: Int?,
        blank: Bool = false, _ write: (Item, inout ByteBuffer, Int?) -> Void
    ) {
        buffer.writeStaticString(open)
        let inner = indentation.map { $0 + 1 }
        for (index, item) in items.enumerated() {
            if index > 0 { buffer.writeString(blank ? ", " : ",") }
            breakLine(inner, into: &buffer)
            write(item, &buffer, inner)
        }
        if !items.isEmpty { breakLine(indentation, into: &buffer) }
        buffer.writeStaticString(close)
    }

    private static func breakLine(_ depth: Int?, into buffer: inout ByteBuffer) {
        guard let depth else { return }
        buffer.writeInteger(UInt8(ascii: "\n"))
        buffer.writeRepeatingByte(UInt8(ascii: " "), count: 2 * depth)
    }

    private var hasMembers: Bool {
        switch self {
        case .array, .object: true
        default: false
        }
    }
}
