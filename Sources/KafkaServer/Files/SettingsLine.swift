/// A line of the files that hold ACLs, users or quotas: `key=value key="a value with blanks"`, in any order.
public struct SettingsLine: Sendable {
    /// What is wrong with a line; never tells a value.
    public struct Problem: Error, Equatable, CustomStringConvertible {
        /// For the operator.
        public let description: String

        /// A problem in these words.
        public init(_ description: String) {
            self.description = description
        }
    }

    private var values: [String: String] = [:]

    /// Reads a line; nil for one that is blank or a comment.
    init?(_ line: Substring) throws(Problem) {
        var rest = line.unicodeScalars[...]
        func skipBlanks() { rest = rest.drop { $0.properties.isWhitespace } }
        skipBlanks()
        if rest.isEmpty || rest.first == "#" { return nil }
        while !rest.isEmpty {
            guard let equals = rest.firstIndex(of: "=") else { throw Problem("'=' is missing") }
            let key = String(Substring(rest[..<equals]))
            guard !key.isEmpty, !key.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0 == "\"" }) else {
                throw Problem("it must be key=value, with quotes around values that have blanks")
            }
            rest = rest[rest.index(after: equals)...]
            let value = try Self.value(&rest, of: key)
            guard values.updateValue(value, forKey: key) == nil else { throw Problem("\(key) stands there twice") }
            skipBlanks()
        }
    }

    private static func value(_ rest: inout Substring.UnicodeScalarView, of key: String) throws(Problem) -> String {
        guard rest.first == "\"" else {
            let end = rest.firstIndex { $0.properties.isWhitespace } ?? rest.endIndex
            defer { rest = rest[end...] }
            return String(Substring(rest[..<end]))
        }
        rest.removeFirst()
        var value = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"":
                guard rest.first?.properties.isWhitespace ?? true else {
                    throw Problem("a blank must follow the quotes of \(key)")
                }
                return String(value)
            case "\\":
                guard let escaped = rest.popFirst() else { throw Problem("the quotes of \(key) do not end") }
                value.append(escaped)
            default: value.append(scalar)
            }
        }
        throw Problem("the quotes of \(key) do not end")
    }

    /// The value of a key, which is thereby known; nil where there is none.
    public mutating func take(_ key: String) -> String? {
        values.removeValue(forKey: key)
    }

    /// The value of a key that must be there and not be empty.
    public mutating func need(_ key: String) throws(Problem) -> String {
        guard let value = take(key) else { throw Problem("\(key) is missing") }
        guard !value.isEmpty else { throw Problem("\(key) is empty") }
        return value
    }

    /// Nothing may be left that was not asked for.
    func finish() throws(Problem) {
        if let unknown = values.keys.min() { throw Problem("\(unknown) is not known") }
    }

    /// Reads all lines of a text; the first that is wrong is told with its number.
    public static func read(
        _ text: String, _ body: (inout SettingsLine) throws(Problem) -> Void
    ) throws(Problem) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            do throws(Problem) {
                guard var read = try SettingsLine(line) else { continue }
                try body(&read)
                try read.finish()
            } catch {
                throw Problem("line \(index + 1): \(error.description)")
            }
        }
    }

    /// A value as it can stand in a line.
    static func quoted(_ value: String) -> String {
        let isPlain =
            !value.isEmpty
            && value.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "\"" && $0 != "\\" }
        if isPlain { return value }
        let escaped = value.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
        return "\"\(escaped)\""
    }
}
