/// `name=value` pairs from the command line.
struct PropertyList {
    private(set) var pairs: [(name: String, value: String)] = []

    /// Throws ``CommandFailure`` for an item without `=`.
    init(_ items: [String], flag: String) throws {
        for item in items {
            guard let equals = item.firstIndex(of: "="), equals != item.startIndex else {
                throw CommandFailure("\(flag) '\(item)' is not of the form name=value.")
            }
            pairs.append((String(item[..<equals]), String(item[item.index(after: equals)...])))
        }
    }
}

/// Reads values of properties, with errors that name the property.
enum PropertyValue {
    static func bool(_ value: String, of name: String) throws -> Bool {
        switch value.lowercased() {
        case "true": true
        case "false": false
        default: throw CommandFailure("The property \(name) must be true or false, not '\(value)'.")
        }
    }

    static func integer<Number: FixedWidthInteger>(
        _ value: String, of name: String, atLeast least: Number
    ) throws
        -> Number
    {
        guard let number = Number(value), number >= least else {
            throw CommandFailure("The property \(name) must be a whole number of at least \(least), not '\(value)'.")
        }
        return number
    }

    /// Text in which `\t`, `\n`, `\r`, `\0` and `\\` stand for the characters that a shell makes hard to type.
    static func separator(_ value: String) -> String {
        var text = ""
        var rest = value[...]
        while let character = rest.popFirst() {
            guard character == "\\", let next = rest.first else {
                text.append(character)
                continue
            }
            let meanings: [Character: Character] = ["t": "\t", "n": "\n", "r": "\r", "0": "\0", "\\": "\\"]
            if let meaning = meanings[next] {
                text.append(meaning)
                rest.removeFirst()
            } else {
                text.append(character)
            }
        }
        return text
    }
}
