/// A client's regular expression over names, as the cluster is to understand it: behind the prefix.
///
/// Brokers match patterns against whole names (RE2). What a client writes goes into a group of its own, and must not be
/// able to end that group: a pattern whose parentheses and classes do not close where they should is refused, and so is
/// quoting by `\Q`, in which they mean nothing.
enum PrefixedPattern {
    /// The cluster's pattern for a client's; nil if it is refused.
    static func make(_ pattern: String, _ prefix: NamePrefix) -> String? {
        var inner: [UInt8] = []
        var depth = 0
        var isInClass = false
        var isEscaped = false
        for byte in pattern.utf8 {
            if isEscaped {
                guard byte != UInt8(ascii: "Q"), byte != UInt8(ascii: "E") else { return nil }
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if isInClass {
                if byte == UInt8(ascii: "]") { isInClass = false }
            } else {
                switch byte {
                case UInt8(ascii: "["): isInClass = true
                case UInt8(ascii: "("): depth += 1
                case UInt8(ascii: ")"):
                    depth -= 1
                    guard depth >= 0 else { return nil }
                // The start of the name lies behind the prefix, where the group begins anyway.
                case UInt8(ascii: "^"): continue
                default: break
                }
            }
            inner.append(byte)
        }
        guard depth == 0, !isInClass, !isEscaped else { return nil }
        return "\(head(prefix))\(String(decoding: inner, as: UTF8.self)))"
    }

    /// The client's pattern for the cluster's; nil if it is none that ``make(_:_:)`` made.
    static func own(_ pattern: String, _ prefix: NamePrefix) -> String? {
        let head = head(prefix)
        guard pattern.hasPrefix(head), pattern.hasSuffix(")"), pattern.utf8.count > head.utf8.count else { return nil }
        return String(pattern.dropFirst(head.count).dropLast())
    }

    private static func head(_ prefix: NamePrefix) -> String {
        prefix.text.map { $0.isLetter || $0.isNumber || $0 == "_" ? String($0) : "\\\($0)" }.joined() + "(?:"
    }
}
