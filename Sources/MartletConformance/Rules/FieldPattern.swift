/// The fields that a rule is about: their names from the message inwards, joined by dots.
///
/// `*` stands for one name, `**` at the beginning for any number of them. Arrays add no name of their own.
struct FieldPattern: Sendable, Hashable {
    private let names: [Substring]
    private let isOpen: Bool

    init(_ text: String) {
        var names = text.split(separator: ".")
        isOpen = names.first == "**"
        if isOpen { names.removeFirst() }
        self.names = names
    }

    func matches(_ path: [String]) -> Bool {
        guard isOpen ? path.count >= names.count : path.count == names.count else { return false }
        return zip(names.reversed(), path.reversed()).allSatisfy { $0 == "*" || $0 == $1 }
    }
}
