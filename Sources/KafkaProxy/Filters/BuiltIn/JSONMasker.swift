import KafkaMessageJSON

/// Replaces the values that JSON pointers lead to in a JSON text; every other byte of it stays as it was, numbers and
/// blanks included.
struct JSONMasker: Sendable {
    enum Result: Equatable {
        /// The text is no JSON, or nested deeper than ``mostDepth``.
        case notJSON
        /// No pointer leads to anything.
        case unchanged
        case masked([UInt8])
    }

    /// How deep arrays and objects may nest.
    static let mostDepth = 64

    fileprivate enum Step: Equatable {
        case name([UInt8])
        case every
    }

    private let pointers: [[Step]]
    private let replacement: [UInt8]

    /// - Parameters:
    ///   - pointers: by RFC 6901; a step of `*` stands for every member or element. Nil if one is none.
    ///   - replacement: the text that stands in the place of values, as a JSON string.
    init?(pointers: [String], replacement: String) {
        var parsed: [[Step]] = []
        for pointer in pointers {
            guard pointer.isEmpty || pointer.first == "/" else { return nil }
            parsed.append(
                pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { step in
                    step == "*" ? .every : .name(Self.unescaped(step))
                })
        }
        self.pointers = parsed
        self.replacement = Array(JSONValue.string(replacement).text.utf8)
    }

    private static func unescaped(_ step: Substring) -> [UInt8] {
        var result: [UInt8] = []
        var isEscaped = false
        for byte in step.utf8 {
            if isEscaped {
                result.append(byte == UInt8(ascii: "1") ? UInt8(ascii: "/") : UInt8(ascii: "~"))
                isEscaped = false
            } else if byte == UInt8(ascii: "~") {
                isEscaped = true
            } else {
                result.append(byte)
            }
        }
        return result
    }

    func mask(_ text: [UInt8]) -> Result {
        var scanner = Scanner(bytes: text)
        guard scanner.document(pointers.map { $0[...] }) else { return .notJSON }
        guard !scanner.found.isEmpty else { return .unchanged }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var position = 0
        for range in scanner.found {
            result += text[position..<range.lowerBound]
            result += replacement
            position = range.upperBound
        }
        result += text[position...]
        return .masked(result)
    }

    /// Goes through the text once, and notes where values lie that are to be replaced.
    private struct Scanner {
        let bytes: [UInt8]
        var index = 0
        var depth = 0
        var found: [Range<Int>] = []

        init(bytes: [UInt8]) {
            self.bytes = bytes
        }

        mutating func document(_ pointers: [ArraySlice<Step>]) -> Bool {
            guard value(pointers) else { return false }
            skipBlanks()
            return index == bytes.count
        }

        private mutating func value(_ pointers: [ArraySlice<Step>]) -> Bool {
            skipBlanks()
            guard index < bytes.count else { return false }
            let start = index
            let isFound = pointers.contains(where: \.isEmpty)
            // Within what is replaced, nothing more is looked for.
            let inner = isFound ? [] : pointers
            let isValue: Bool
            switch bytes[index] {
            case UInt8(ascii: "{"): isValue = object(inner)
            case UInt8(ascii: "["): isValue = array(inner)
            case UInt8(ascii: "\""): isValue = string() != nil
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): isValue = number()
            default: isValue = take("null") || take("true") || take("false")
            }
            if isValue, isFound { found.append(start..<index) }
            return isValue
        }

        private static func following(_ pointers: [ArraySlice<Step>], _ name: [UInt8]) -> [ArraySlice<Step>] {
            pointers.compactMap { pointer in
                switch pointer.first {
                case .every: pointer.dropFirst()
                case .name(let wanted) where wanted == name: pointer.dropFirst()
                default: nil
                }
            }
        }

        private mutating func object(_ pointers: [ArraySlice<Step>]) -> Bool {
            guard depth < JSONMasker.mostDepth else { return false }
            depth += 1
            defer { depth -= 1 }
            index += 1
            skipBlanks()
            if take("}") { return true }
            repeat {
                skipBlanks()
                guard index < bytes.count, bytes[index] == UInt8(ascii: "\""), let name = string() else { return false }
                skipBlanks()
                guard take(":"), value(pointers.isEmpty ? [] : Self.following(pointers, name)) else { return false }
                skipBlanks()
            } while take(",")
            return take("}")
        }

        private mutating func array(_ pointers: [ArraySlice<Step>]) -> Bool {
            guard depth < JSONMasker.mostDepth else { return false }
            depth += 1
            defer { depth -= 1 }
            index += 1
            skipBlanks()
            if take("]") { return true }
            var position = 0
            repeat {
                let inner = pointers.isEmpty ? [] : Self.following(pointers, Array(String(position).utf8))
                guard value(inner) else { return false }
                position += 1
                skipBlanks()
            } while take(",")
            return take("]")
        }

        /// The bytes that a string stands for; nil if it is none.
        private mutating func string() -> [UInt8]? {
            index += 1
            var text: [UInt8] = []
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                switch byte {
                case UInt8(ascii: "\""): return text
                case UInt8(ascii: "\\"): guard escape(into: &text) else { return nil }
                case 0..<0x20: return nil
                default: text.append(byte)
                }
            }
            return nil
        }

        private mutating func escape(into text: inout [UInt8]) -> Bool {
            guard index < bytes.count else { return false }
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "u"):
                guard var code = hexadecimal() else { return false }
                if 0xD800..<0xDC00 ~= code, take("\\u") {
                    guard let low = hexadecimal() else { return false }
                    code = 0xDC00..<0xE000 ~= low ? 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) : 0xFFFD
                }
                text += Array(String(Character(Unicode.Scalar(code) ?? "\u{FFFD}")).utf8)
            default: return false
            }
            return true
        }

        private mutating func hexadecimal() -> UInt32? {
            guard bytes.count - index >= 4,
                bytes[index..<index + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
                let code = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
            else { return nil }
            index += 4
            return code
        }

        private mutating func number() -> Bool {
            if bytes[index] == UInt8(ascii: "-") { index += 1 }
            let first = index
            guard digits(), bytes[first] != UInt8(ascii: "0") || index == first + 1 else { return false }
            if take(".") { guard digits() else { return false } }
            if take("e") || take("E") {
                if !take("+") { _ = take("-") }
                guard digits() else { return false }
            }
            return true
        }

        private mutating func digits() -> Bool {
            let start = index
            while index < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[index] { index += 1 }
            return index > start
        }

        private mutating func skipBlanks() {
            while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
        }

        private mutating func take(_ word: StaticString) -> Bool {
            let count = word.utf8CodeUnitCount
            let matches = word.withUTF8Buffer {
                index + count <= bytes.count && $0.elementsEqual(bytes[index..<index + count])
            }
            if matches { index += count }
            return matches
        }
    }
}
