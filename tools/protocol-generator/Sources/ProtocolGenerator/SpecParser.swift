/// Turns one file of a specification into its part of the model.
struct SpecParser {
    let path: String
    private var api: Api?
    private var messages: [Message] = []

    init(path: String) {
        self.path = path
    }

    static func parse(_ source: String, path: String) throws -> SpecFile {
        var parser = SpecParser(path: path)
        for line in try SpecLine.parse(source, file: path) {
            try parser.take(line)
        }
        let names = parser.messages.map(\.name)
        guard parser.api == nil || names == ["Request", "Response"].map({ (parser.api?.name ?? "") + $0 }) else {
            throw SpecError(file: path, line: 1, message: "an api has one request and then one response")
        }
        let stem = path.hasSuffix(".spec") ? String(path.dropLast(5)) : path
        return SpecFile(path: stem, api: parser.api, messages: parser.messages)
    }

    func error(_ line: Int, _ message: String) -> SpecError {
        SpecError(file: path, line: line, message: message)
    }

    private mutating func take(_ line: SpecLine) throws {
        let words = line.words
        switch words[0] {
        case "api":
            guard words.count == 3, let key = Int(words[2]) else {
                throw error(line.number, "expected: api Name number")
            }
            api = Api(name: String(words[1]), key: key, about: "", listeners: [])
        case "about":
            let text = String(line.text.dropFirst(6))
            if messages.isEmpty { api?.about = text } else { messages[messages.count - 1].about = text }
            guard let last = messages.last else { return }
            messages[messages.count - 1] = try message(last, adding: line.children)
        case "listeners":
            let names = line.text.dropFirst(10).split { $0 == "," || $0 == " " }.map(String.init)
            api?.listeners = names.filter { $0 != "none" }
        case "request":
            try begin(.request, name: (api?.name ?? "") + "Request", attributes: words.dropFirst(), line)
        case "response":
            try begin(.response, name: (api?.name ?? "") + "Response", attributes: words.dropFirst(), line)
        case "data":
            guard words.count > 2 else { throw error(line.number, "expected: data Name versions …") }
            try begin(.data, name: String(words[1]), attributes: words.dropFirst(2), line)
        case "record":
            guard words.count > 3, let key = Int(words[2]) else {
                throw error(line.number, "expected: record Name number versions …")
            }
            try begin(.record(key), name: String(words[1]), attributes: words.dropFirst(3), line)
        default:
            throw error(line.number, "'\(words[0])' begins no section")
        }
    }

    /// Starts a message from its line: `versions 0-9, flexible 6+, kafka43 2-9, unstable`.
    private mutating func begin(
        _ kind: Message.Kind, name: String, attributes: ArraySlice<Substring>, _ line: SpecLine
    ) throws {
        var ranges: [Substring: VersionRange] = [:]
        var isUnstable = false
        for attribute in attributes.joined(separator: " ").split(separator: ",") {
            let words = attribute.split(separator: " ")
            switch words.first {
            case "unstable" where words.count == 1:
                isUnstable = true
            case "versions", "flexible", "kafka43":
                guard words.count == 2, words[1] == "none" || VersionRange(words[1]) != nil else {
                    throw error(line.number, "'\(attribute)' needs a range of versions")
                }
                ranges[words[0]] = VersionRange(words[1])
            default:
                throw error(line.number, "unknown attribute '\(attribute)'")
            }
        }
        guard let versions = ranges["versions"], versions.upper != .max else {
            throw error(line.number, "\(name) needs versions with an end")
        }
        let body = Structure(name: name, versions: versions, fields: [], isShared: false, line: line.number)
        let message = Message(
            kind: kind, name: name, about: api?.about ?? "", versions: versions,
            flexible: ranges["flexible"].flatMap { versions.intersection($0) }, kafka43: ranges["kafka43"],
            isUnstable: isUnstable, body: body, structures: [])
        messages.append(try self.message(message, adding: line.children))
    }

    /// Adds the fields and shared structs that are indented beneath the line of a message.
    private func message(_ message: Message, adding lines: [SpecLine]) throws -> Message {
        var message = message
        for line in lines {
            let words = line.words
            if words[0] == "struct" {
                guard words.count == 2 || words.count == 3 else {
                    throw error(line.number, "expected: struct Name [versions]")
                }
                let declared = words.count == 3 ? VersionRange(words[2]) : message.versions
                guard let versions = message.versions.intersection(declared) else {
                    throw error(line.number, "the versions of a struct lie outside those of its message")
                }
                try add(structure: String(words[1]), versions, shared: true, line, to: &message)
            } else {
                message.body.fields.append(try field(line, within: message.versions, of: &message))
            }
        }
        return message
    }

    private func add(
        structure name: String, _ versions: VersionRange, shared: Bool, _ line: SpecLine, to message: inout Message
    ) throws {
        guard message.structure(name) == nil else { throw error(line.number, "struct \(name) is there already") }
        let index = message.structures.count
        message.structures.append(
            Structure(name: name, versions: versions, fields: [], isShared: shared, line: line.number))
        for child in line.children {
            let field = try field(child, within: versions, of: &message)
            message.structures[index].fields.append(field)
        }
    }

    /// Parses the line of a field, and the struct beneath it if there is one.
    private func field(_ line: SpecLine, within range: VersionRange, of message: inout Message) throws -> Field {
        let field = try FieldParser(file: path, line: line, range: range).parse()
        if !line.children.isEmpty {
            guard let name = field.type.structureName else {
                throw error(line.number, "only a field with a struct's name as its type has fields beneath it")
            }
            try add(structure: name, field.versions, shared: false, line, to: &message)
        }
        return field
    }
}
