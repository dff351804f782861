/// Lines of Swift with indentation.
struct SwiftText {
    private(set) var lines: [String] = []
    private var depth = 0

    mutating func line(_ text: String) {
        lines.append(String(repeating: "    ", count: depth) + text)
    }

    /// An empty line, unless there is one or a block has just begun.
    mutating func blank() {
        if let last = lines.last, !last.isEmpty, !last.hasSuffix("{") { lines.append("") }
    }

    /// A block in braces.
    mutating func block(_ head: String, end: String = "}", _ body: (inout SwiftText) throws -> Void) rethrows {
        line(head + " {")
        depth += 1
        try body(&self)
        depth -= 1
        line(end)
    }

    /// A switch: its cases stand at its own depth.
    mutating func switchBlock(_ subject: String, _ cases: (inout SwiftText) -> Void) {
        line("switch \(subject) {")
        cases(&self)
        line("}")
    }

    /// Lines one step deeper, without braces.
    mutating func indented(_ body: (inout SwiftText) -> Void) {
        depth += 1
        body(&self)
        depth -= 1
    }

    mutating func append(_ other: SwiftText) {
        for text in other.lines {
            if text.isEmpty { lines.append("") } else { line(text) }
        }
    }

    var text: String {
        lines.joined(separator: "\n") + "\n"
    }
}
