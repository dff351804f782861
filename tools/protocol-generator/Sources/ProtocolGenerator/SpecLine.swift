/// A line of a specification with what is indented beneath it. Comments and blank lines are gone.
struct SpecLine {
    var number: Int
    var indent: Int
    var text: Substring
    var children: [SpecLine] = []

    /// The words of the line.
    var words: [Substring] {
        text.split(separator: " ")
    }

    /// The lines of a file as a tree by indentation.
    static func parse(_ source: String, file: String) throws -> [SpecLine] {
        var lines: [SpecLine] = []
        for (index, raw) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let text = raw.drop { $0 == " " }
            guard !text.isEmpty, !text.hasPrefix("#") else { continue }
            guard !text.contains("\t") else {
                throw SpecError(file: file, line: index + 1, message: "indent with spaces, not tabs")
            }
            lines.append(SpecLine(number: index + 1, indent: raw.count - text.count, text: text))
        }
        var rest = lines[...]
        return try nest(&rest, indent: 0, file: file)
    }

    private static func nest(_ rest: inout ArraySlice<SpecLine>, indent: Int, file: String) throws -> [SpecLine] {
        var siblings: [SpecLine] = []
        while let line = rest.first, line.indent >= indent {
            if line.indent == indent {
                siblings.append(line)
                rest.removeFirst()
            } else {
                guard !siblings.isEmpty else {
                    throw SpecError(file: file, line: line.number, message: "indented without a line to belong to")
                }
                guard siblings[siblings.count - 1].children.isEmpty else {
                    throw SpecError(file: file, line: line.number, message: "indentation matches no line above")
                }
                siblings[siblings.count - 1].children = try nest(&rest, indent: line.indent, file: file)
            }
        }
        return siblings
    }
}
