import KafkaMessageJSON

/// What names begin with in the cluster behind a virtual one, and nowhere before its clients.
struct NamePrefix: Sendable, Equatable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// Names that no topic can have, and that would be good ones behind a prefix: the cluster is to refuse them.
    private static let refused: Set<String> = [".", ".."]

    /// A client's name of a thing as the cluster has it.
    func added(to name: String, of thing: NamedThing) -> NameChange {
        thing == .topic && Self.refused.contains(name) ? .keep : added(to: name)
    }

    /// The cluster's name of a thing as clients know it.
    func removed(from name: String, of thing: NamedThing) -> NameChange {
        thing == .topic && Self.refused.contains(name) ? .keep : removed(from: name)
    }

    /// A client's name as the cluster has it. An empty one names nothing and stays.
    func added(to name: String) -> NameChange {
        name.isEmpty ? .keep : .replace(text + name)
    }

    /// The cluster's name as clients know it; one without the prefix is none of theirs.
    func removed(from name: String) -> NameChange {
        guard !name.isEmpty else { return .keep }
        guard let own = own(name) else { return .drop }
        return .replace(own)
    }

    /// The name without the prefix; nil for one that has none. What is nothing but the prefix is no name.
    func own(_ name: String) -> String? {
        // By bytes: to Unicode, an accent that follows would make the prefix another text.
        guard name.utf8.count > text.utf8.count, name.utf8.starts(with: text.utf8) else { return nil }
        return String(decoding: name.utf8.dropFirst(text.utf8.count), as: UTF8.self)
    }

    /// A sentence of the cluster's without the prefix, wherever it begins a name in it.
    func scrubbed(_ sentence: String) -> String {
        let wanted = Array(text.utf8)
        guard !wanted.isEmpty else { return sentence }
        let bytes = Array(sentence.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let isStart = index == 0 || !Self.isOfNames(bytes[index - 1])
            if isStart, bytes[index...].starts(with: wanted) {
                index += wanted.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Letters, digits and what else names are made of.
    private static func isOfNames(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
