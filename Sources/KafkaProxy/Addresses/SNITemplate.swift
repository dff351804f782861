/// Host names that stand for brokers on one port, told apart by the name that a client asks for (SNI).
struct SNITemplate: Sendable, Equatable {
    private static let mark = "$(nodeId)"

    private let head: String
    private let tail: String

    /// Nil if there is no `$(nodeId)` in it, or more than one.
    init?(_ text: String) {
        let parts = text.split(separator: Self.mark, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        head = parts[0].lowercased()
        tail = parts[1].lowercased()
    }

    /// The name of a broker; below zero stands for any.
    func host(_ nodeId: Int32) -> String {
        head + (nodeId < 0 ? "bootstrap" : String(nodeId)) + tail
    }

    /// The broker that a client asked for; nil where the name is of none.
    func nodeId(of name: String) -> Int32? {
        let name = name.lowercased()
        guard name.utf8.count > head.utf8.count + tail.utf8.count, name.hasPrefix(head), name.hasSuffix(tail),
            let nodeId = Int32(name.dropFirst(head.count).dropLast(tail.count)), nodeId >= 0, host(nodeId) == name
        else { return nil }
        return nodeId
    }
}
