import KafkaMessageJSON

/// Whether a value says anything.
enum Presence {
    private static let zeroUuid = "AAAAAAAAAAAAAAAAAAAAAA"

    static func isSet(_ value: JSONValue?) -> Bool {
        switch value {
        case nil, .null: false
        case .bool(let value): value
        case .integer(let value): value > 0
        case .double(let value): value > 0
        case .string(let text): !text.isEmpty && text != zeroUuid
        case .array(let elements): !elements.isEmpty
        case .object: true
        }
    }
}
