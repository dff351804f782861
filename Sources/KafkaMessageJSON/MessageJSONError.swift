public import KafkaWire

/// Why bytes could not become JSON, or JSON not bytes.
public enum MessageJSONError: Error, Equatable, Sendable {
    /// The codec refused the bytes, or the message that the JSON describes.
    case wire(WireError)
    /// Bytes are left after the message.
    case trailingBytes(Int)
    /// The message has no such field.
    case unknownField(path: String)
    /// A field, or the number of an unknown tagged one, stands there twice.
    case repeatedField(path: String)
    /// A field that must be given, as its default is null and the version does not allow that.
    case missing(path: String)
    /// A value that the field cannot hold.
    case wrongType(path: String, expected: String, found: String)
    /// Null, where the version does not allow it.
    case nullNotAllowed(path: String, version: Int16)
}

extension MessageJSONError: CustomStringConvertible {
    /// A sentence for people.
    public var description: String {
        switch self {
        case .wire(let error): error.explanation
        case .trailingBytes(let count): "\(count) bytes are left after the end of the message"
        case .unknownField(let path): "\(path): the message has no such field"
        case .repeatedField(let path): "\(path): given twice"
        case .missing(let path): "\(path): must be given"
        case .wrongType(let path, let expected, let found):
            "\(path.isEmpty ? "the message" : path): expected \(expected), found \(found)"
        case .nullNotAllowed(let path, let version): "\(path): null is not allowed in version \(version)"
        }
    }
}

extension WireError {
    /// What is wrong, in words.
    fileprivate var explanation: String {
        switch self {
        case .truncated(let needed, let available):
            "the bytes end too early: \(needed) more are needed, \(available) are left"
        case .negativeLength(let length): "a length of \(length)"
        case .lengthExceedsRemaining(let length, let remaining):
            "a length of \(length) where only \(remaining) bytes are left"
        case .memoryBudgetExceeded: "the message would take far more memory than its size justifies"
        case .stringTooLong(let length): "a string of \(length) bytes; Kafka allows 32767"
        case .tooLong(let length): "a value of \(length) bytes, too long for its length prefix"
        case .nullNotAllowed: "null where it is not allowed"
        case .invalidUTF8: "a string that is not UTF-8"
        case .varintTooLong: "a variable-length integer that does not end"
        case .tagOutOfOrder(let tag): "tagged field \(tag) does not follow in ascending order"
        case .tagSizeMismatch(let tag): "tagged field \(tag) is shorter or longer than its size says"
        case .unsupportedVersion(let version): "version \(version) is not known"
        case .notRepresentable(let field, let version):
            "\(field) is set, but version \(version) has no place for it"
        }
    }
}
