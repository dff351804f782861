/// `ssl.principal.mapping.rules`: how the name in a client's certificate becomes a principal's name. The first rule that
/// matches the whole name decides.
public struct PrincipalMappingRules: Sendable {
    private struct Replacement: Sendable {
        enum Case: Sendable {
            case asIs, lower, upper
        }

        let pattern: CapturingPattern
        let text: String
        let letters: Case

        func apply(_ name: String) -> String? {
            guard let groups = pattern.match(name) else { return nil }
            let result = replaced(groups)
            return switch letters {
            case .asIs: result
            case .lower: result.lowercased()
            case .upper: result.uppercased()
            }
        }

        /// `$1` stands for a group; what follows a backslash stands for itself.
        private func replaced(_ groups: [String?]) -> String {
            var result = String.UnicodeScalarView()
            var scalars = Array(text.unicodeScalars)[...]
            while let scalar = scalars.popFirst() {
                if scalar == "\\", let next = scalars.popFirst() {
                    result.append(next)
                } else if scalar == "$", let digit = scalars.first.flatMap({ Int(String($0)) }), digit < groups.count {
                    scalars.removeFirst()
                    result.append(contentsOf: (groups[digit] ?? "").unicodeScalars)
                } else {
                    result.append(scalar)
                }
            }
            return String(result)
        }
    }

    private enum Rule: Sendable {
        case name
        case replace(Replacement)
    }

    private let rules: [Rule]

    /// Reads rules separated by commas or line breaks.
    ///
    /// - Throws: ``TLSError`` naming the rule that is not understood.
    public init(_ text: String) throws(TLSError) {
        var scalars = Array(text.unicodeScalars)[...]
        var rules: [Rule] = []
        while true {
            while let first = scalars.first, first == "," || first.value <= 0x20 { scalars.removeFirst() }
            guard !scalars.isEmpty else { break }
            if Self.take("DEFAULT", &scalars) {
                rules.append(.name)
            } else if Self.take("RULE:", &scalars) {
                rules.append(.replace(try Self.replacement(&scalars)))
            } else {
                throw Self.invalid(scalars)
            }
            while let first = scalars.first, first.value <= 0x20 { scalars.removeFirst() }
            guard scalars.isEmpty || scalars.first == "," || text.contains("\n") else { throw Self.invalid(scalars) }
        }
        self.rules = rules.isEmpty ? [.name] : rules
    }

    /// The principal's name for a certificate's; nil when no rule matches, which ends the connection.
    public func name(for distinguishedName: String) -> String? {
        for rule in rules {
            switch rule {
            case .name: return distinguishedName
            case .replace(let replacement):
                if let name = replacement.apply(distinguishedName) { return name }
            }
        }
        return nil
    }

    private static func take(_ word: String, _ scalars: inout ArraySlice<Unicode.Scalar>) -> Bool {
        guard scalars.starts(with: word.unicodeScalars) else { return false }
        scalars.removeFirst(word.unicodeScalars.count)
        return true
    }

    private static func replacement(_ scalars: inout ArraySlice<Unicode.Scalar>) throws(TLSError) -> Replacement {
        let whole = scalars
        guard let pattern = untilSlash(&scalars), let text = untilSlash(&scalars)
        else { throw invalid(whole) }
        var letters = Replacement.Case.asIs
        if take("L", &scalars) { letters = .lower } else if take("U", &scalars) { letters = .upper }
        guard let compiled = CapturingPattern(pattern) else {
            throw TLSError("ssl.principal.mapping.rules: \(pattern) is no pattern that is understood")
        }
        return Replacement(pattern: compiled, text: text, letters: letters)
    }

    /// The text before the next slash that no backslash stands before.
    private static func untilSlash(_ scalars: inout ArraySlice<Unicode.Scalar>) -> String? {
        var text = String.UnicodeScalarView()
        while let scalar = scalars.popFirst() {
            if scalar == "/" { return String(text) }
            text.append(scalar)
            if scalar == "\\", let next = scalars.popFirst() { text.append(next) }
        }
        return nil
    }

    private static func invalid(_ rest: ArraySlice<Unicode.Scalar>) -> TLSError {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: rest)
        return TLSError("ssl.principal.mapping.rules: no rule can be read from \(String(text))")
    }
}
