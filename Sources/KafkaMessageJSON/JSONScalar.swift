import KafkaWire
import NIOCore

/// A value without fields of its own.
protocol JSONScalar {
    /// Its type as the specifications call it.
    static var typeName: String { get }
    /// What JSON it is, for error messages.
    static var expectation: String { get }
    /// The value that a JSON value stands for; nil if it stands for none.
    init?(json: JSONValue)
    /// Its JSON form.
    var json: JSONValue { get }
}

/// An integer of at most 64 bits.
protocol JSONInteger: JSONScalar, FixedWidthInteger {}

extension JSONInteger {
    static var typeName: String { "\(isSigned ? "" : "u")int\(bitWidth)" }
    static var expectation: String { "an integer from \(min) to \(max)" }

    init?(json: JSONValue) {
        guard case .integer(let number) = json else { return nil }
        self.init(exactly: number)
    }

    var json: JSONValue { .integer(Int64(self)) }
}

extension Int8: JSONInteger {}
extension Int16: JSONInteger {}
extension UInt16: JSONInteger {}
extension Int32: JSONInteger {}
extension UInt32: JSONInteger {}
extension Int64: JSONInteger {}

extension Bool: JSONScalar {
    static var typeName: String { "bool" }
    static var expectation: String { "true or false" }

    init?(json: JSONValue) {
        guard case .bool(let value) = json else { return nil }
        self = value
    }

    var json: JSONValue { .bool(self) }
}

/// What JSON has no number for is a string: "Infinity", "-Infinity" and "NaN" as Kafka's own JSON form prints them,
/// and any other NaN with its bits, as in "NaN:7ff8000000000001".
extension Double: JSONScalar {
    static var typeName: String { "float64" }
    static var expectation: String { "a number, or \"NaN\", \"Infinity\" or \"-Infinity\"" }

    private static let plainNaN: UInt64 = 0x7FF8_0000_0000_0000

    init?(json: JSONValue) {
        switch json {
        case .integer(let number): self = Double(number)
        case .double(let number): self = number
        case .string("Infinity"): self = .infinity
        case .string("-Infinity"): self = -.infinity
        case .string("NaN"): self.init(bitPattern: Self.plainNaN)
        case .string(let text):
            guard text.hasPrefix("NaN:"), let bits = UInt64(text.dropFirst(4), radix: 16) else { return nil }
            self.init(bitPattern: bits)
            guard isNaN else { return nil }
        default: return nil
        }
    }

    var json: JSONValue {
        if isFinite { return .double(self) }
        if isInfinite { return .string(self < 0 ? "-Infinity" : "Infinity") }
        return .string(bitPattern == Self.plainNaN ? "NaN" : "NaN:" + String(bitPattern, radix: 16))
    }
}

extension String: JSONScalar {
    static var typeName: String { "string" }
    static var expectation: String { "a string" }

    init?(json: JSONValue) {
        guard case .string(let text) = json else { return nil }
        self = text
    }

    var json: JSONValue { .string(self) }
}

extension Uuid: JSONScalar {
    static var typeName: String { "uuid" }
    static var expectation: String { "a UUID as 22 characters of URL-safe base64" }

    init?(json: JSONValue) {
        guard case .string(let text) = json else { return nil }
        self.init(text)
    }

    var json: JSONValue { .string(description) }
}

extension ByteBuffer: JSONScalar {
    static var typeName: String { "bytes" }
    static var expectation: String { "a string of base64" }

    init?(json: JSONValue) {
        guard case .string(let text) = json, let bytes = Base64.decode(text) else { return nil }
        self = bytes
    }

    var json: JSONValue { .string(Base64.encode(readableBytesView)) }
}

extension Records: JSONScalar {
    static var typeName: String { "records" }
    static var expectation: String { "a string of base64" }

    init?(json: JSONValue) {
        guard let bytes = ByteBuffer(json: json) else { return nil }
        self = .bytes(bytes)
    }

    /// Records that are elsewhere are none here: a message that was decoded never has them.
    var json: JSONValue { (buffer ?? ByteBuffer()).json }
}
