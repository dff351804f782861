/// A JSON document or a part of it, with the order of an object's members and the difference between integers and
/// other numbers kept.
public indirect enum JSONValue: Sendable {
    case null
    case bool(Bool)
    /// A number without fraction and exponent that fits.
    case integer(Int64)
    /// Any other number; never one that is not finite, which JSON cannot hold.
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// A name and its value within an object.
    public struct Member: Sendable, Equatable {
        /// The name.
        public var name: String
        /// The value.
        public var value: JSONValue

        /// A name with its value.
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }

        /// Whether name and value are the same, in the terms of ``JSONValue/==(_:_:)``.
        public static func == (lhs: Member, rhs: Member) -> Bool {
            lhs.name.utf8.elementsEqual(rhs.name.utf8) && lhs.value == rhs.value
        }
    }

    /// The value of an object's first member with this name; nil if there is none, or if this is no object.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// An array's element; nil if there is none, or if this is no array.
    public subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// The text of a string; nil for anything else.
    public var stringValue: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// An integer; nil for anything else.
    public var integerValue: Int64? {
        if case .integer(let number) = self { number } else { nil }
    }
}

extension JSONValue: Equatable {
    /// Strings are equal if their bytes are, not if Unicode calls them equivalent; the order of members counts.
    /// Numbers are equal if they have the same bits as doubles, so 1 equals 1.0 and 0.0 differs from -0.0.
    public static func == (lhs: JSONValue, rhs: JSONValue) -> Bool {
        switch (lhs, rhs) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.double(let left), .double(let right)): left.bitPattern == right.bitPattern
        case (.integer(let integer), .double(let double)), (.double(let double), .integer(let integer)):
            Double(exactly: integer)?.bitPattern == double.bitPattern
        case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: false
        }
    }
}

extension JSONValue {
    /// The value in the words of an error message: short, however large it is.
    var summary: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .integer(let value): "the number \(value)"
        case .double(let value): "the number \(value)"
        case .string(let text): text.count <= 40 ? "the string \"\(text)\"" : "a string of \(text.utf8.count) bytes"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
