/// The common form of Kafka's small checkpoint files: a version, the number of entries, one line per entry.
struct CheckpointText: Equatable, Sendable {
    var version: Int
    var entries: [Substring]

    /// Nil when the form does not hold; more lines than announced are ignored, fewer are not accepted.
    init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        guard lines.count >= 2, let version = Int(lines[0]), let count = Int(lines[1]) else { return nil }
        guard count >= 0, lines.count - 2 >= count else { return nil }
        self.version = version
        entries = Array(lines[2..<2 + count])
    }
}
