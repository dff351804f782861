/// The part of the page that is about one capture.
enum HTMLCapture {
    /// A line that opens to show what is not as recorded.
    static func text(_ capture: CaptureResult) -> String {
        let counts = capture.counts
        let told = capture.results.filter { $0.outcome == .wrong || $0.outcome == .tolerated }
        let body = failure(capture) + told.map(result).joined(separator: "\n") + notServed(capture) + notes(capture)
        return """
            <details class="session"\(capture.isWrong ? " open" : "")>
            <summary><span class="name">\(capture.session.file.escapedForMarkup)</span>\
            <span class="numbers">\(numbers(counts))</span>\(HTMLReport.bar(counts))</summary>
            <p class="about">\(about(capture))</p>
            \(body.isEmpty ? "<p class=\"about\">Every response is as recorded.</p>" : body)
            </details>
            """
    }

    private static func about(_ capture: CaptureResult) -> String {
        let words = [capture.session.client, capture.session.scenario].filter { !$0.isEmpty }.joined(separator: " — ")
        let seconds = "\((capture.seconds * 10).rounded() / 10) s"
        return words.isEmpty ? seconds : "\(words.escapedForMarkup) · \(seconds)"
    }

    private static func numbers(_ counts: OutcomeCounts) -> String {
        ReplayOutcome.allCases.filter { counts[$0] > 0 }.map { outcome in
            "<em class=\"\(outcome.cssClass)\">\(counts[outcome]) \(outcome.rawValue)</em>"
        }.joined(separator: " ")
    }

    private static func failure(_ capture: CaptureResult) -> String {
        capture.failure.map { "<p class=\"failure\">\($0.escapedForMarkup)</p>\n" } ?? ""
    }

    private static func result(_ result: ExchangeResult) -> String {
        let rows = result.differences.map { difference in
            """
            <tr><th>\(difference.field.isEmpty ? "the answer" : difference.field.escapedForMarkup)</th>\
            <td>\(difference.expected.escapedForMarkup)</td><td>\(difference.got.escapedForMarkup)</td>\
            <td>\((difference.toleratedBecause ?? "").escapedForMarkup)</td></tr>
            """
        }
        return """
            <details class="answer"\(result.outcome == .wrong ? " open" : "")>
            <summary><em class="\(result.outcome.cssClass)">\(result.outcome.rawValue)</em> \(result.api.escapedForMarkup) \
            v\(result.version) <small>request \(result.name.escapedForMarkup), connection \(result.connection)</small></summary>
            <table><thead><tr><th>field</th><th>expected</th><th>got</th><th>why it may differ</th></tr></thead><tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table>
            </details>
            """
    }

    private static func notServed(_ capture: CaptureResult) -> String {
        let lines = TextReport.notServed(capture)
        guard !lines.isEmpty else { return "" }
        let items = lines.map { "<li>\($0.escapedForMarkup)</li>" }.joined()
        return
            "\n<details class=\"answer\"><summary><em class=\"idle\">not served</em> \(capture.counts[.notServed])</summary><ul>\(items)</ul></details>"
    }

    private static func notes(_ capture: CaptureResult) -> String {
        capture.notes.map { "\n<p class=\"about\">\($0.escapedForMarkup)</p>" }.joined()
    }
}
