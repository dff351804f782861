/// Results as one page that needs nothing else.
public enum HTMLReport {
    /// The page.
    public static func text(_ report: ReplayReport) -> String {
        let counts = report.counts
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Replay of \(report.title.escapedForMarkup)</title>
            <style>
            \(HTMLStyle.text)
            </style>
            </head>
            <body>
            <main>
            <header>
            <p class="eyebrow">Protocol replay</p>
            <h1>\(verdict(report))</h1>
            <p class="lede">\(report.title.escapedForMarkup): \(counts.total) responses of \(plural(report.captures.count, "session")) compared with the recording, field by field.</p>
            </header>
            \(scorecard(counts))
            \(apiTable(report))
            <h2>Sessions</h2>
            \(report.captures.sorted(by: worstFirst).map(HTMLCapture.text).joined(separator: "\n"))
            </main>
            </body>
            </html>

            """
    }

    private static func verdict(_ report: ReplayReport) -> String {
        let wrong = report.counts[.wrong]
        let failed = report.captures.count { $0.failure != nil }
        if wrong == 0, failed == 0 { return "Everything served is as recorded" }
        if wrong == 0 { return "\(plural(failed, "session")) could not be replayed" }
        return "\(plural(wrong, "response")) \(wrong == 1 ? "differs" : "differ") from the recording"
    }

    static func plural(_ count: Int, _ noun: String) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }

    private static func worstFirst(_ one: CaptureResult, _ other: CaptureResult) -> Bool {
        let (left, right) = (rank(one), rank(other))
        return left == right ? one.session.file < other.session.file : left > right
    }

    private static func rank(_ capture: CaptureResult) -> Int {
        capture.failure != nil ? Int.max : capture.counts[.wrong]
    }

    private static func scorecard(_ counts: OutcomeCounts) -> String {
        let cards = ReplayOutcome.allCases.map { outcome in
            let share = counts.total == 0 ? 0 : Double(counts[outcome]) * 100 / Double(counts.total)
            let text = (share * 10).rounded() / 10
            return """
                <div class="card \(outcome.cssClass)"><b>\(counts[outcome])</b><span>\(outcome.rawValue)</span>\
                <i>\(text) %</i></div>
                """
        }
        return "<section class=\"cards\">\(cards.joined())</section>\n\(bar(counts))"
    }

    static func bar(_ counts: OutcomeCounts) -> String {
        let parts = ReplayOutcome.allCases.filter { counts[$0] > 0 }.map { outcome in
            "<span class=\"\(outcome.cssClass)\" style=\"flex:\(counts[outcome])\" title=\"\(counts[outcome]) \(outcome.rawValue)\"></span>"
        }
        return "<div class=\"bar\">\(parts.joined())</div>"
    }

    private static func apiTable(_ report: ReplayReport) -> String {
        var apis: [String: OutcomeCounts] = [:]
        for result in report.captures.flatMap(\.results) {
            apis[result.api, default: OutcomeCounts()] += OutcomeCounts([result])
        }
        let rows = apis.sorted { $0.key < $1.key }.map { name, counts in
            let cells = ReplayOutcome.allCases.map { outcome in
                "<td class=\"\(counts[outcome] > 0 ? outcome.cssClass : "none")\">\(counts[outcome] > 0 ? "\(counts[outcome])" : "·")</td>"
            }
            return "<tr><th>\(name.escapedForMarkup)</th>\(cells.joined())</tr>"
        }
        let heads = ReplayOutcome.allCases.map { "<th>\($0.rawValue)</th>" }.joined()
        return """
            <details class="apis"><summary>By API</summary>
            <table><thead><tr><th>API</th>\(heads)</tr></thead><tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table></details>
            """
    }
}

extension ReplayOutcome {
    /// The name of its colour.
    var cssClass: String {
        switch self {
        case .asRecorded: "good"
        case .tolerated: "fair"
        case .wrong: "bad"
        case .notServed: "idle"
        }
    }
}
