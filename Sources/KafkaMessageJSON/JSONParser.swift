/// Reads JSON (RFC 8259) from bytes; nesting is bounded, and errors say where.
struct JSONParser {
    /// How deep arrays and objects may nest. No message of Kafka comes near it.
    static let maximumDepth = 64

    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The one value that the bytes hold.
    mutating func parseDocument() throws(JSONSyntaxError) -> JSONValue {
        let value = try parseValue()
        skipBlanks()
        guard index == bytes.count else { throw error("text after the end of the value") }
        return value
    }

    private mutating func parseValue() throws(JSONSyntaxError) -> JSONValue {
        skipBlanks()
        guard index < bytes.count else { throw error("the text ends where a value should be") }
        switch bytes[index] {
        case UInt8(ascii: "{"): return try nested { (parser) throws(JSONSyntaxError) in try parser.parseObject() }
        case UInt8(ascii: "["): return try nested { (parser) throws(JSONSyntaxError) in try parser.parseArray() }
        case UInt8(ascii: "\""): return .string(try parseString())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try parseNumber()
        default:
            if take("null") { return .null }
            if take("true") { return .bool(true) }
            if take("false") { return .bool(false) }
            throw error("no JSON value begins like this")
        }
    }

    private mutating func nested(
        _ parse: (inout JSONParser) throws(JSONSyntaxError) -> JSONValue
    ) throws(JSONSyntaxError) -> JSONValue {
        guard depth < Self.maximumDepth else { throw error("nested deeper than \(Self.maximumDepth) levels") }
        depth += 1
        index += 1
        let value = try parse(&self)
        depth -= 1
        return value
    }

    private mutating func parseArray() throws(JSONSyntaxError) -> JSONValue {
        var elements: [JSONValue] = []
        if takeAfterBlanks("]") { return .array(elements) }
        repeat {
            elements.append(try parseValue())
        } while takeAfterBlanks(",")
        guard takeAfterBlanks("]") else { throw error("expected , or ] in an array") }
        return .array(elements)
    }

    private mutating func parseObject() throws(JSONSyntaxError) -> JSONValue {
        var members: [JSONValue.Member] = []
        if takeAfterBlanks("}") { return .object(members) }
        repeat {
            skipBlanks()
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
                throw error("expected the name of a member in quotes")
            }
            let name = try parseString()
            guard takeAfterBlanks(":") else { throw error("expected : after the name of a member") }
            members.append(JSONValue.Member(name, try parseValue()))
        } while takeAfterBlanks(",")
        guard takeAfterBlanks("}") else { throw error("expected , or } in an object") }
        return .object(members)
    }

    private mutating func parseNumber() throws(JSONSyntaxError) -> JSONValue {
        let start = index
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        let firstDigit = index
        guard skipDigits() else { throw error("expected a digit") }
        guard bytes[firstDigit] != UInt8(ascii: "0") || index == firstDigit + 1 else {
            throw error("a number must not begin with 0")
        }
        var isInteger = true
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            isInteger = false
            guard skipDigits() else { throw error("expected a digit after the point") }
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            isInteger = false
            if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
                index += 1
            }
            guard skipDigits() else { throw error("expected a digit in the exponent") }
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        // As an integer -0 would lose its sign.
        if isInteger, text != "-0", let integer = Int64(text) { return .integer(integer) }
        guard let double = Double(text), double.isFinite else { throw error("a number too large") }
        return .double(double)
    }

    private mutating func parseString() throws(JSONSyntaxError) -> String {
        index += 1
        var start = index
        var unescaped: [UInt8] = []
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                let text: String? =
                    unescaped.isEmpty
                    ? String(validating: bytes[start..<index], as: UTF8.self)
                    : String(validating: unescaped + bytes[start..<index], as: UTF8.self)
                guard let text else { throw error("a string that is not UTF-8") }
                index += 1
                return text
            case UInt8(ascii: "\\"):
                unescaped += bytes[start..<index]
                index += 1
                try parseEscape(into: &unescaped)
                start = index
            case 0..<0x20:
                throw error("a control character in a string must be escaped")
            default:
                index += 1
            }
        }
        throw error("a string without its closing quote")
    }

    private mutating func parseEscape(into text: inout [UInt8]) throws(JSONSyntaxError) {
        guard index < bytes.count else { throw error("a string without its closing quote") }
        let character = bytes[index]
        index += 1
        switch character {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(character)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            var code = try parseHexadecimal()
            if 0xD800..<0xDC00 ~= code {
                guard take("\\u") else { throw error("half of a surrogate pair") }
                let low = try parseHexadecimal()
                guard 0xDC00..<0xE000 ~= low else { throw error("half of a surrogate pair") }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw error("half of a surrogate pair") }
            text += UTF8.encode(scalar).map { Array($0) } ?? []
        default:
            throw error("an unknown escape in a string")
        }
    }

    private mutating func parseHexadecimal() throws(JSONSyntaxError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard index < bytes.count, let digit = Hexadecimal.value(of: bytes[index]) else {
                throw error("expected four hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }

    private mutating func skipDigits() -> Bool {
        let start = index
        while index < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[index] { index += 1 }
        return index > start
    }

    private mutating func skipBlanks() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return
            }
        }
    }

    private mutating func take(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        let matches = word.withUTF8Buffer {
            index + count <= bytes.count && $0.elementsEqual(bytes[index..<index + count])
        }
        if matches { index += count }
        return matches
    }

    private mutating func takeAfterBlanks(_ word: StaticString) -> Bool {
        skipBlanks()
        return take(word)
    }

    private func error(_ problem: String) -> JSONSyntaxError {
        let before = bytes[..<min(index, bytes.count)]
        let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return JSONSyntaxError(problem: problem, line: line, column: before.count - lineStart + 1)
    }
}

extension JSONValue {
    /// Reads the one value that a text holds. Nesting deeper than 64 levels is an error.
    public init(parsing text: some Sequence<UInt8>) throws(JSONSyntaxError) {
        var parser = JSONParser(Array(text))
        self = try parser.parseDocument()
    }
}
