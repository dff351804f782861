/// A scorecard as one page that needs nothing else.
public enum ScorecardHTML {
    private static let style = """
        .grid td { text-align: center; font-variant-numeric: tabular-nums; padding: 3px 4px; border: 0; }
        .grid td span { display: block; min-width: 30px; padding: 3px 6px; border-radius: 5px; color: #fff; }
        .grid .good { background: var(--good); } .grid .fair { background: var(--fair); }
        .grid .bad { background: var(--bad); } .grid .idle { background: var(--idle); }
        .grid th { white-space: nowrap; border: 0; }
        """

    /// The page.
    public static func text(_ card: Scorecard, title: String) -> String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Conformance of \(title.escapedForMarkup)</title>
        <style>
        \(HTMLStyle.text)
        \(style)
        </style>
        </head>
        <body>
        <main>
        <header>
        <p class="eyebrow">Protocol conformance</p>
        <h1>\(verdict(card))</h1>
        <p class="lede">\(title.escapedForMarkup): \(card.summary.escapedForMarkup).</p>
        </header>
        <h2>APIs and versions</h2>
        <table class="grid"><tbody>
        \(grid(card))
        </tbody></table>
        <h2>Scenarios</h2>
        \(card.results.map(HTMLCapture.text).joined(separator: "\n"))
        </main>
        </body>
        </html>

        """
    }

    private static func verdict(_ card: Scorecard) -> String {
        let wrong = card.counts[.wrong]
        if wrong > 0 { return wrong == 1 ? "1 response is wrong" : "\(wrong) responses are wrong" }
        return card.isWrong ? "A scenario could not be carried out" : "Nothing is wrong"
    }

    private static func grid(_ card: Scorecard) -> String {
        var rows: [(api: String, cells: String)] = []
        for line in card.lines {
            if rows.last?.api != line.api { rows.append((line.api, "")) }
            rows[rows.count - 1].cells += cell(line)
        }
        return rows.map { "<tr><th>\($0.api.escapedForMarkup)</th>\($0.cells)</tr>" }.joined(separator: "\n")
    }

    private static func cell(_ line: Scorecard.Line) -> String {
        let outcomes = ReplayOutcome.allCases.filter { line.counts[$0] > 0 }.map {
            "\(line.counts[$0]) \($0.scorecardName)"
        }
        let reason = line.skipped.isEmpty ? outcomes.joined(separator: ", ") : "skipped: \(line.skipped)"
        return "<td title=\"\(reason.escapedForMarkup)\"><span class=\"\(style(of: line))\">"
            + "\(line.version.map(String.init) ?? "·")</span></td>"
    }

    private static func style(of line: Scorecard.Line) -> String {
        if line.counts[.wrong] > 0 { return "bad" }
        if !line.skipped.isEmpty || line.counts[.notServed] > 0 { return "idle" }
        return line.counts[.tolerated] > 0 ? "fair" : "good"
    }
}
