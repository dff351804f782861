/// Parses the line of a field: `name type[?] [versions] [attributes]`.
struct FieldParser {
    let file: String
    let line: SpecLine
    /// The versions of the struct that the field belongs to.
    let range: VersionRange

    func parse() throws -> Field {
        var words = line.words[...]
        guard let name = words.popFirst(), var typeText = words.popFirst() else { throw error("expected: name type") }
        let isNullable = typeText.hasSuffix("?")
        if isNullable { typeText.removeLast() }
        var versions = range
        if let word = words.first, word.first?.isNumber == true {
            words.removeFirst()
            guard let declared = VersionRange(word) else { throw error("'\(word)' is no range of versions") }
            guard let effective = range.intersection(declared) else {
                throw error("versions \(word) lie outside those of the struct, \(range.text)")
            }
            versions = effective
        }
        var field = Field(name: String(name), type: try type(typeText), versions: versions, line: line.number)
        field.nullable = isNullable ? versions : nil
        while let word = words.popFirst() {
            try take(word, &words, into: &field)
        }
        return field
    }

    private func take(_ word: Substring, _ words: inout ArraySlice<Substring>, into field: inout Field) throws {
        switch word {
        case "ignorable": field.isIgnorable = true
        case "key": field.isKey = true
        case "zerocopy": field.isZeroCopy = true
        case "inflexible": field.isInflexible = true
        case "entity": field.entity = String(try value(of: word, &words))
        case "=": field.defaultValue = String(try value(of: word, &words))
        case "tag":
            guard let tag = Int(try value(of: word, &words)), tag >= 0 else { throw error("a tag is a number") }
            field.tag = tag
        case "null":
            guard let nullable = field.versions.intersection(VersionRange(try value(of: word, &words))) else {
                throw error("'null' needs versions in which the field is there")
            }
            field.nullable = nullable
        default:
            throw error("unknown attribute '\(word)'")
        }
    }

    private func value(of word: Substring, _ words: inout ArraySlice<Substring>) throws -> Substring {
        guard let value = words.popFirst() else { throw error("'\(word)' needs a value") }
        return value
    }

    private func type(_ text: Substring) throws -> FieldType {
        if text.hasPrefix("["), text.hasSuffix("]") {
            return .array(try type(text.dropFirst().dropLast()))
        }
        if let scalar = Scalar(rawValue: String(text)) { return .scalar(scalar) }
        switch text {
        case "string": return .string
        case "bytes": return .bytes
        case "records": return .records
        default:
            guard text.first?.isUppercase == true, text.allSatisfy({ $0.isLetter || $0.isNumber }) else {
                throw error("unknown type '\(text)'")
            }
            return .structure(String(text))
        }
    }

    private func error(_ message: String) -> SpecError {
        SpecError(file: file, line: line.number, message: message)
    }
}
