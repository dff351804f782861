import KafkaMessageJSON

/// A scorecard as a JSON document.
public enum ScorecardJSON {
    /// `{"summary", "apis": [{"api", "version", …}], "scenarios": [{"name", "about", "responses": […]}]}`
    public static func text(_ card: Scorecard, title: String) -> String {
        let json: JSONValue = [
            "title": .string(title), "summary": .string(card.summary), "wrong": .bool(card.isWrong),
            "apis": .array(card.lines.map(line)), "scenarios": .array(card.results.map(scenario)),
        ]
        return json.prettyText + "\n"
    }

    private static func line(_ line: Scorecard.Line) -> JSONValue {
        let counts = line.counts
        return [
            "api": .string(line.api), "version": line.version.map { .integer(Int64($0)) } ?? .null,
            "asTheReference": .integer(Int64(counts[.asRecorded])), "tolerated": .integer(Int64(counts[.tolerated])),
            "wrong": .integer(Int64(counts[.wrong])), "notServed": .integer(Int64(counts[.notServed])),
            "skipped": line.skipped.isEmpty ? .null : .string(line.skipped),
        ]
    }

    private static func scenario(_ result: CaptureResult) -> JSONValue {
        [
            "name": .string(result.session.file), "about": .string(result.session.scenario),
            "failure": result.failure.map(JSONValue.string) ?? .null,
            "responses": .array(result.results.map(response)),
        ]
    }

    private static func response(_ result: ExchangeResult) -> JSONValue {
        let differences = result.differences.map { difference -> JSONValue in
            [
                "field": .string(difference.field), "expected": .string(difference.expected),
                "got": .string(difference.got),
                "toleratedBecause": difference.toleratedBecause.map(JSONValue.string) ?? .null,
            ]
        }
        return [
            "step": .string(result.name), "api": .string(result.api), "version": .integer(Int64(result.version)),
            "outcome": .string(result.outcome.scorecardName),
            "note": .string(result.note), "differences": .array(differences),
        ]
    }
}
