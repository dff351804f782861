/// Which topics a `--topic` value means: one by name, several separated by commas, or those that a pattern matches.
///
/// As in Kafka's tools the value is a regular expression that must match the whole name.
struct TopicFilter {
    private let pattern: Regex<AnyRegexOutput>?
    private let names: [String]

    /// Throws ``CommandFailure`` for a pattern that is none.
    init(_ text: String) throws {
        let parts = text.split(separator: ",").map(String.init)
        names = parts
        if parts.allSatisfy(Self.isPlainName) {
            pattern = nil
            return
        }
        do {
            pattern = try Regex(parts.joined(separator: "|"))
        } catch {
            throw CommandFailure("'\(text)' is neither a topic's name nor a regular expression.")
        }
    }

    /// Whether only exact names are meant, so that one that is missing is worth an error.
    var isExact: Bool { pattern == nil }

    /// Whether the topic is meant.
    func matches(_ topic: String) -> Bool {
        guard let pattern else { return names.contains(topic) }
        return topic.wholeMatch(of: pattern) != nil
    }

    private static func isPlainName(_ name: String) -> Bool {
        name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }
}
