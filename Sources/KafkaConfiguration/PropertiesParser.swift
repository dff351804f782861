/// One `key=value` of a properties file, with the line where its key stands.
public struct PropertyEntry: Equatable, Sendable {
    public var key: String
    public var value: String
    /// Counted from 1; the first line of an entry that continues over several.
    public var line: Int

    public init(key: String, value: String, line: Int) {
        self.key = key
        self.value = value
        self.line = line
    }
}

/// A line that is no valid properties syntax.
public struct PropertiesSyntaxError: Error, Equatable, Sendable {
    public var line: Int
    public var reason: String
}

/// Reads text in the format of `java.util.Properties`: comments begin with `#` or `!`, the key ends at the first
/// unescaped `=`, `:` or blank, a backslash at the end of a line joins the next one, and `\t \n \r \f \uXXXX`
/// are escapes; a backslash before any other character stands for that character.
public struct PropertiesParser {
    private struct LogicalLine {
        var text: [Unicode.Scalar]
        var number: Int
    }

    /// Every entry in file order, duplicates included.
    public static func parse(_ text: String) throws(PropertiesSyntaxError) -> [PropertyEntry] {
        var entries: [PropertyEntry] = []
        for line in logicalLines(of: text) {
            try entries.append(entry(from: line))
        }
        return entries
    }

    /// Joins continued lines and drops blank and comment lines.
    private static func logicalLines(of text: String) -> [LogicalLine] {
        var lines: [LogicalLine] = []
        var open: LogicalLine?
        for (index, natural) in naturalLines(of: text).enumerated() {
            let content = natural.drop(while: isBlank)
            var line = open ?? LogicalLine(text: [], number: index + 1)
            if open == nil, content.first == nil || content.first == "#" || content.first == "!" { continue }
            line.text.append(contentsOf: content)
            let backslashes = content.reversed().prefix { $0 == "\\" }.count
            if backslashes % 2 == 1 {
                line.text.removeLast()
                open = line
            } else {
                lines.append(line)
                open = nil
            }
        }
        if let open, !open.text.isEmpty { lines.append(open) }
        return lines
    }

    /// Lines as they stand in the file, ended by LF, CR or CR LF.
    private static func naturalLines(of text: String) -> [[Unicode.Scalar]] {
        var lines: [[Unicode.Scalar]] = [[]]
        var afterCarriageReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where afterCarriageReturn: afterCarriageReturn = false
            case "\n": lines.append([])
            case "\r":
                lines.append([])
                afterCarriageReturn = true
            default:
                lines[lines.count - 1].append(scalar)
                afterCarriageReturn = false
            }
        }
        return lines
    }

    private static func entry(from line: LogicalLine) throws(PropertiesSyntaxError) -> PropertyEntry {
        var end = 0
        var escaped = false
        while end < line.text.count {
            let scalar = line.text[end]
            if !escaped, scalar == "=" || scalar == ":" || isBlank(scalar) { break }
            escaped = scalar == "\\" && !escaped
            end += 1
        }
        var start = end
        while start < line.text.count, isBlank(line.text[start]) { start += 1 }
        if start < line.text.count, line.text[start] == "=" || line.text[start] == ":" {
            start += 1
            while start < line.text.count, isBlank(line.text[start]) { start += 1 }
        }
        let key = try unescape(line.text[..<end], line: line.number)
        guard !key.isEmpty else {
            throw PropertiesSyntaxError(line: line.number, reason: "there is no key before the separator")
        }
        return PropertyEntry(key: key, value: try unescape(line.text[start...], line: line.number), line: line.number)
    }

    private static func unescape(
        _ scalars: ArraySlice<Unicode.Scalar>, line: Int
    ) throws(PropertiesSyntaxError) -> String {
        var units: [UInt16] = []
        units.reserveCapacity(scalars.count)
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            index += 1
            guard scalar == "\\", index < scalars.endIndex else {
                units.append(contentsOf: Character(scalar).utf16)
                continue
            }
            let escape = scalars[index]
            index += 1
            switch escape {
            case "t": units.append(0x09)
            case "n": units.append(0x0A)
            case "r": units.append(0x0D)
            case "f": units.append(0x0C)
            case "u":
                units.append(try hexUnit(scalars[index...].prefix(4), line: line))
                index += 4
            default: units.append(contentsOf: Character(escape).utf16)
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func hexUnit(
        _ digits: ArraySlice<Unicode.Scalar>, line: Int
    ) throws(PropertiesSyntaxError) -> UInt16 {
        let values = digits.compactMap { $0.isASCII ? Character($0).hexDigitValue : nil }
        guard values.count == 4 else {
            throw PropertiesSyntaxError(line: line, reason: "\\u must be followed by four hexadecimal digits")
        }
        return values.reduce(0) { $0 << 4 | UInt16($1) }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\u{0C}"
    }
}
