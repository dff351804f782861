/// Reads the login modules of a `sasl.jaas.config`, as in
/// `org.apache.kafka.common.security.plain.PlainLoginModule required user_alice="secret";`.
public struct JaasParser {
    private enum Token: Equatable {
        case word(String)
        case quoted(String)
        case equals
        case end
    }

    private let bytes: [UInt8]
    private var index = 0

    private init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The modules of a text, at least one.
    public static func parse(_ text: String) throws(JaasError) -> [JaasModule] {
        var parser = JaasParser(text)
        var modules: [JaasModule] = []
        while let token = try parser.next() { modules.append(try parser.module(from: token)) }
        guard !modules.isEmpty else { throw JaasError("it names no login module") }
        return modules
    }

    private mutating func module(from first: Token) throws(JaasError) -> JaasModule {
        guard case .word(let className) = first else { throw JaasError("a login module must begin with its class") }
        guard case .word(let word) = try next(), let flag = JaasModule.Flag(rawValue: word.lowercased()) else {
            let flags = JaasModule.Flag.allCases.map(\.rawValue).joined(separator: ", ")
            throw JaasError("the class of a login module must be followed by one of \(flags)")
        }
        var options: [String: String] = [:]
        while let token = try next() {
            switch token {
            case .end: return JaasModule(className: className, flag: flag, options: options)
            case .word(let name), .quoted(let name):
                guard try next() == .equals else {
                    throw JaasError(
                        "option number \(options.count + 1) must be name=value, or the ; is missing before it")
                }
                switch try next() {
                case .word(let value), .quoted(let value): options[name] = value
                case .equals, .end, nil: throw JaasError("option \(name) has no value")
                }
            case .equals: throw JaasError("option number \(options.count + 1) has no name")
            }
        }
        throw JaasError("the options of \(className) must end with ;")
    }

    private mutating func next() throws(JaasError) -> Token? {
        try skipBlanks()
        guard index < bytes.count else { return nil }
        switch bytes[index] {
        case UInt8(ascii: ";"):
            index += 1
            return .end
        case UInt8(ascii: "="):
            index += 1
            return .equals
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .quoted(try quoted(by: bytes[index]))
        default:
            let start = index
            while index < bytes.count, !Self.endsWord(bytes[index]) { index += 1 }
            return .word(String(decoding: bytes[start..<index], as: UTF8.self))
        }
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        byte <= 0x20
            || [UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'")].contains(byte)
    }

    /// Blanks, and comments as Java has them.
    private mutating func skipBlanks() throws(JaasError) {
        while index < bytes.count {
            if bytes[index] <= 0x20 {
                index += 1
            } else if startsHere("//") {
                while index < bytes.count, bytes[index] != 0x0a { index += 1 }
            } else if startsHere("/*") {
                index += 2
                while index < bytes.count, !startsHere("*/") { index += 1 }
                guard index < bytes.count else { throw JaasError("a comment is not ended") }
                index += 2
            } else {
                return
            }
        }
    }

    private func startsHere(_ text: String) -> Bool {
        bytes[index...].starts(with: Array(text.utf8))
    }

    private mutating func quoted(by quote: UInt8) throws(JaasError) -> String {
        index += 1
        var text: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case quote: return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): throw JaasError("a quoted value goes over the end of its line")
            case UInt8(ascii: "\\"): text += try escaped()
            default: text.append(byte)
            }
        }
        throw JaasError("a quote is not closed")
    }

    /// What a backslash and the characters behind it stand for, as in Java's strings.
    private mutating func escaped() throws(JaasError) -> [UInt8] {
        guard index < bytes.count else { throw JaasError("a quote is not closed") }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "n"): return [0x0a]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "r"): return [0x0d]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0c]
        case UInt8(ascii: "a"): return [0x07]
        case UInt8(ascii: "v"): return [0x0b]
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var value = UInt32(byte - UInt8(ascii: "0"))
            let most = byte <= UInt8(ascii: "3") ? 2 : 1
            var digits = 0
            while digits < most, index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(bytes[index]) {
                value = value * 8 + UInt32(bytes[index] - UInt8(ascii: "0"))
                index += 1
                digits += 1
            }
            return Array(String(Unicode.Scalar(UInt8(truncatingIfNeeded: value))).utf8)
        default: return [byte]
        }
    }
}
