/// A client's regular expression over names, as the cluster is to understand it: behind the prefix.
///
/// Brokers match patterns against whole names (RE2). What a client writes goes into a group of its own, and must not be
/// able to end that group: a pattern whose parentheses and classes do not close where they should is refused, and so is
/// quoting by `\Q`, in which they mean nothing, and brackets in classes without a backslash, which may not end them.
enum PrefixedPattern {
    /// The cluster's pattern for a client's; nil if it is refused.
    static func make(_ pattern: String, _ prefix: NamePrefix) -> String? {
        var inner: [UInt8] = []
        var depth = 0
        // Where the content of the class that is open begins.
        var classStart: Int?
        var isEscaped = false
        for byte in pattern.utf8 {
            if isEscaped {
                guard byte != UInt8(ascii: "Q"), byte != UInt8(ascii: "E") else { return nil }
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if let start = classStart {
                guard isPlain(byte, behind: inner[start...]) else { return nil }
                if byte == UInt8(ascii: "]") { classStart = nil }
            } else {
                switch byte {
                case UInt8(ascii: "["): classStart = inner.count + 1
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
        guard depth == 0, classStart == nil, !isEscaped else { return nil }
        return "\(head(prefix))\(String(decoding: inner, as: UTF8.self)))"
    }

    /// Whether a byte of a class means the same to everyone who reads it: a bracket that closes is a letter where a
    /// class begins, and one that opens may begin the name of a class, which has an end of its own.
    private static func isPlain(_ byte: UInt8, behind content: ArraySlice<UInt8>) -> Bool {
        switch byte {
        case UInt8(ascii: "["): false
        case UInt8(ascii: "]"): !content.isEmpty && !content.elementsEqual([UInt8(ascii: "^")])
        case UInt8(ascii: ":"): !content.isEmpty
        default: true
        }
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
