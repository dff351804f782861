/// The rules for topic names, with the wording clients of Kafka know from its answers.
enum TopicName {
    /// The longest legal name, in characters: file names end at 255 and a partition's folder needs a suffix.
    static let maximumLength = 249

    /// Topics that belong to the broker itself.
    static let consumerOffsets = "__consumer_offsets"
    static let transactionState = "__transaction_state"
    static let clusterMetadata = "__cluster_metadata"

    /// Whether clients see the topic marked as internal.
    static func isInternal(_ name: String) -> Bool {
        name == consumerOffsets || name == transactionState
    }

    /// Why a name may not be used, or nil when it may.
    static func problem(_ name: String) -> String? {
        if name.isEmpty { return "the empty string is not allowed" }
        if name == "." || name == ".." { return "'\(name)' is not allowed" }
        if name.utf8.count > maximumLength {
            return "the length of '\(name)' is longer than the max allowed length \(maximumLength)"
        }
        if !name.utf8.allSatisfy(isLegal) {
            return "'\(name)' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'"
        }
        return nil
    }

    /// Names that differ only in '.' and '_' would share a metric name; Kafka refuses the second one.
    static func collisionKey(_ name: String) -> String {
        String(decoding: name.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
    }

    private static func isLegal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
