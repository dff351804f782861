import KafkaProtocol
import KafkaWire

/// What a run found: for each API and version how often which outcome came about.
public struct Scorecard: Sendable {
    /// One line of it.
    public struct Line: Sendable {
        /// The name of the API; empty for what is about connections.
        public let api: String
        /// Its version; nil for all that are not offered.
        public let version: Int16?
        /// How often each outcome came about.
        public let counts: OutcomeCounts
        /// Why there is nothing to tell; empty if there is.
        public let skipped: String
    }

    /// The scenarios, each with its answers.
    public let results: [CaptureResult]
    /// By API and version.
    public let lines: [Line]

    init(results: [CaptureResult], offered: OfferedVersions) {
        self.results = results
        let all = results.flatMap(\.results)
        var lines: [Line] = []
        let others = all.filter { result in !ApiKey.all.contains { $0.name == result.api } }
        if !others.isEmpty {
            lines.append(Line(api: "connections", version: nil, counts: OutcomeCounts(others), skipped: ""))
        }
        for api in ApiKey.all {
            let mine = all.filter { $0.api == api.name }
            guard let range = offered[api] else {
                guard api.kafka43Versions != nil, api.apiDescription?.listeners.contains(.broker) == true else {
                    continue
                }
                let absent = ExchangeResult(
                    name: api.name, connection: 0, api: api.name, version: -1, outcome: .notServed, differences: [],
                    note: "the broker does not offer it")
                let counts = OutcomeCounts(mine.isEmpty ? [absent] : mine)
                lines.append(Line(api: api.name, version: nil, counts: counts, skipped: ""))
                continue
            }
            for version in range {
                lines.append(Self.line(api, version, mine.filter { $0.version == version }))
            }
            let outside = mine.filter { !range.contains($0.version) }
            if !outside.isEmpty {
                lines.append(Line(api: api.name, version: nil, counts: OutcomeCounts(outside), skipped: ""))
            }
        }
        self.lines = lines
    }

    /// Malformed requests alone do not show that a version is served.
    private static func line(_ api: ApiKey, _ version: Int16, _ results: [ExchangeResult]) -> Line {
        let answered = results.contains { !$0.name.hasPrefix(MalformedRun.label) }
        var skipped = ""
        if api.validVersions?.contains(version) != true {
            skipped = "this program does not know the version"
        } else if !answered {
            skipped = "no scenario covers it"
        }
        return Line(api: api.name, version: version, counts: OutcomeCounts(results), skipped: skipped)
    }

    /// All answers together.
    public var counts: OutcomeCounts { OutcomeCounts(results.flatMap(\.results)) }
    /// Versions that are offered and were not tried.
    public var skipped: [Line] { lines.filter { !$0.skipped.isEmpty } }
    /// Whether anything is wrong.
    public var isWrong: Bool { results.contains(where: \.isWrong) }

    /// The scorecard as lines of text, the sum last.
    public var text: [String] {
        let width = lines.map(\.api.count).max() ?? 0
        let heads = ReplayOutcome.allCases.map(\.scorecardName)
        func row(_ api: String, _ version: String, _ cells: [String]) -> String {
            let padded = zip(cells, heads).map { $0.0.padded(to: $0.1.count) }
            return "\(api)\(String(repeating: " ", count: max(0, width - api.count)))  \(version.padded(to: 7))  "
                + padded.joined(separator: "  ")
        }
        var text = [row("API", "version", heads)]
        for line in lines {
            let cells = ReplayOutcome.allCases.map { line.counts[$0] == 0 ? "-" : "\(line.counts[$0])" }
            let skipped = line.skipped.isEmpty ? "" : "  skipped: \(line.skipped)"
            text.append(row(line.api, line.version.map(String.init) ?? "", cells) + skipped)
        }
        return text + [summary]
    }

    /// `N responses: N as the reference, N tolerated, N wrong, N not served; N skipped`
    public var summary: String {
        let counts = counts
        let absent = lines.filter { $0.version == nil && $0.counts[.notServed] > 0 }.count
        return
            "\(counts.total) responses: \(counts[.asRecorded]) as the reference, \(counts[.tolerated]) tolerated, "
            + "\(counts[.wrong]) wrong, \(counts[.notServed]) not served; \(absent) APIs not offered, "
            + "\(skipped.count) versions skipped"
    }
}

extension ReplayOutcome {
    /// What a scorecard calls it: there is no recording.
    var scorecardName: String { self == .asRecorded ? "as the reference" : rawValue }
}

extension String {
    /// The text with blanks before it.
    fileprivate func padded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
