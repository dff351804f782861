import Foundation

/// A specification as the slow interpreter reads it: by itself, from the text in protocol-specs, and without a thought
/// for speed or for helpful errors, which are the generator's business.
struct SlowMessage: Sendable {
    var name: String
    var versions: ClosedRange<Int>
    var flexible: ClosedRange<Int>?
    var fields: [SlowField] = []
    var structs: [String: [SlowField]] = [:]

    func isFlexible(_ version: Int) -> Bool { flexible?.contains(version) ?? false }
}

struct SlowField: Sendable {
    var name: String
    var type: SlowType
    /// Within the versions of the struct around it.
    var versions: ClosedRange<Int>
    var nullable: ClosedRange<Int>?
    var tag: Int?
    var standard: String?
    var isInflexible: Bool
}

indirect enum SlowType: Sendable {
    case plain(String)
    case group(String)
    case list(SlowType)
}

enum SlowSpecError: Error {
    case unreadable(file: String, line: String)
}

extension SlowMessage {
    /// Every message beneath protocol-specs, by name.
    static func all() throws -> [SlowMessage] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../protocol-specs")
            .standardizedFileURL
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        var messages: [SlowMessage] = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "spec" else { continue }
            messages += try parse(String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
        }
        return messages.sorted { $0.name < $1.name }
    }

    private static func parse(_ text: String, file: String) throws -> [SlowMessage] {
        var messages: [SlowMessage] = []
        var api = ""
        // Who owns lines that are indented deeper than the number says: a struct, or "" for the message.
        var owners: [(indent: Int, structure: String)] = []
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            let indent = line.prefix { $0 == " " }.count
            if indent == 0 {
                owners = [(0, "")]
                switch first {
                case "about", "listeners": continue
                case "api": api = words[1]
                case "request", "response":
                    messages.append(try message(named: api + first.capitalized, Array(words.dropFirst()), file))
                case "data": messages.append(try message(named: words[1], Array(words.dropFirst(2)), file))
                case "record": messages.append(try message(named: words[1], Array(words.dropFirst(3)), file))
                default: throw SlowSpecError.unreadable(file: file, line: String(line))
                }
                continue
            }
            while owners.count > 1, owners[owners.count - 1].indent >= indent { owners.removeLast() }
            guard var current = messages.popLast() else {
                throw SlowSpecError.unreadable(file: file, line: String(line))
            }
            if first == "struct" {
                owners.append((indent, words[1]))
            } else {
                guard let field = field(words) else { throw SlowSpecError.unreadable(file: file, line: String(line)) }
                let owner = owners[owners.count - 1].structure
                if owner.isEmpty {
                    current.fields.append(field)
                } else {
                    current.structs[owner, default: []].append(field)
                }
                if let inner = field.type.structure { owners.append((indent, inner)) }
            }
            messages.append(current)
        }
        return messages
    }

    private static func message(named name: String, _ words: [String], _ file: String) throws -> SlowMessage {
        var ranges: [String: ClosedRange<Int>] = [:]
        for attribute in words.joined(separator: " ").split(separator: ",") {
            let parts = attribute.split(separator: " ").map(String.init)
            if parts.count == 2 { ranges[parts[0]] = range(parts[1]) }
        }
        guard let versions = ranges["versions"] else {
            throw SlowSpecError.unreadable(file: file, line: words.joined(separator: " "))
        }
        return SlowMessage(name: name, versions: versions, flexible: ranges["flexible"])
    }

    private static func field(_ words: [String]) -> SlowField? {
        guard words.count >= 2 else { return nil }
        let every = 0...Int.max
        var field = SlowField(
            name: words[0], type: type(words[1].replacing("?", with: "")), versions: every,
            nullable: words[1].hasSuffix("?") ? every : nil, isInflexible: false)
        var index = 2
        if index < words.count, let versions = range(words[index]) {
            field.versions = versions
            index += 1
        }
        while index < words.count {
            let value = index + 1 < words.count ? words[index + 1] : ""
            switch words[index] {
            case "ignorable", "key", "zerocopy": index += 1
            case "inflexible":
                field.isInflexible = true
                index += 1
            case "entity": index += 2
            case "null":
                field.nullable = range(value)
                index += 2
            case "tag":
                field.tag = Int(value)
                index += 2
            case "=":
                field.standard = value
                index += 2
            default: return nil
            }
        }
        return field
    }

    private static func type(_ text: String) -> SlowType {
        if text.hasPrefix("[") { return .list(type(String(text.dropFirst().dropLast()))) }
        return text.first?.isUppercase == true ? .group(text) : .plain(text)
    }

    /// `3+`, `3-7` or `5`.
    private static func range(_ text: String) -> ClosedRange<Int>? {
        if text.hasSuffix("+") { return Int(text.dropLast()).map { $0...Int.max } }
        let ends = text.split(separator: "-").compactMap { Int($0) }
        guard let lower = ends.first, let upper = ends.last, lower <= upper else { return nil }
        return lower...upper
    }
}

extension SlowType {
    /// The struct it is, or is a list of.
    var structure: String? {
        switch self {
        case .plain: nil
        case .group(let name): name
        case .list(let element): element.structure
        }
    }
}
