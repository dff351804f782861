import KafkaMessageJSON
import KafkaWire

/// A field in which a target's answer is not as recorded.
public struct Difference: Sendable, Equatable {
    /// The field, such as `topics[0].errorCode`; empty for the answer as a whole.
    public let field: String
    /// What the recording has.
    public let expected: String
    /// What the target sent.
    public let got: String
    /// Why it may differ; nil if it may not.
    public let toleratedBecause: String?

    init(_ field: String, expected: String, got: String, toleratedBecause: String? = nil) {
        self.field = field
        self.expected = expected
        self.got = got
        self.toleratedBecause = toleratedBecause
    }

    init(_ place: FieldPlace, _ recorded: JSONValue?, _ got: JSONValue?, toleratedBecause: String? = nil) {
        let isError = place.names.last?.lowercased().hasSuffix("errorcode") == true
        self.init(
            place.text, expected: Self.text(recorded, isError: isError), got: Self.text(got, isError: isError),
            toleratedBecause: toleratedBecause)
    }

    private static let longest = 300

    private static func text(_ value: JSONValue?, isError: Bool) -> String {
        guard let value else { return "absent" }
        if isError, let code = value.integerValue { return ErrorCode(rawValue: Int16(clamping: code)).description }
        let text = value.text
        return text.count <= longest ? text : text.prefix(longest) + "… (\(text.utf8.count) bytes)"
    }
}
