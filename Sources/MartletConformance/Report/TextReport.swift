/// Results as lines for a terminal.
public enum TextReport {
    /// The lines about one capture: what is wrong in full, what is tolerated or not served in short.
    public static func lines(_ capture: CaptureResult, showsTolerated: Bool = false) -> [String] {
        var lines: [String] = []
        for result in capture.results where result.outcome == .wrong || (showsTolerated && result.outcome == .tolerated)
        {
            lines += self.lines(result)
        }
        lines += notServed(capture).map { "  not served: \($0)" }
        lines += capture.notes.map { "  note: \($0)" }
        if let failure = capture.failure { lines.append("  failed: \(failure)") }
        let seconds = "\((capture.seconds * 10).rounded() / 10) s"
        return lines + ["\(capture.session.file): \(capture.counts.line) (\(seconds))"]
    }

    /// The lines about one answer.
    static func lines(_ result: ExchangeResult) -> [String] {
        let head = "  \(result.outcome.rawValue): \(result.api) v\(result.version), request \(result.name)"
        return [head + (result.note.isEmpty ? "" : ": \(result.note)")]
            + result.differences.map { difference in
                let field = difference.field.isEmpty ? "the answer" : difference.field
                let why = difference.toleratedBecause.map { " (\($0))" } ?? ""
                return "    \(field): expected \(difference.expected), got \(difference.got)\(why)"
            }
    }

    /// The APIs that were not served, each with the number of answers.
    static func notServed(_ capture: CaptureResult) -> [String] {
        var counts: [String: Int] = [:]
        for result in capture.results where result.outcome == .notServed {
            let why = result.note.isEmpty ? "" : " (\(result.note))"
            counts["\(result.api) v\(result.version)\(why)", default: 0] += 1
        }
        return counts.sorted { $0.key < $1.key }.map { $0.value == 1 ? $0.key : "\($0.value) × \($0.key)" }
    }
}
