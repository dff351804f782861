import KafkaMessageJSON

/// Results as a JSON document.
public enum JSONReport {
    /// `{"title", "counts", "captures": [{"file", "counts", "responses": […]}]}`
    public static func text(_ report: ReplayReport) -> String {
        let json: JSONValue = [
            "title": .string(report.title), "counts": counts(report.counts),
            "captures": .array(report.captures.map(capture)),
        ]
        return json.prettyText + "\n"
    }

    private static func counts(_ counts: OutcomeCounts) -> JSONValue {
        .object(
            [.init("responses", .integer(Int64(counts.total)))]
                + ReplayOutcome.allCases.map { .init($0.rawValue, .integer(Int64(counts[$0]))) })
    }

    private static func capture(_ capture: CaptureResult) -> JSONValue {
        [
            "file": .string(capture.session.file), "client": .string(capture.session.client),
            "scenario": .string(capture.session.scenario), "seconds": .double(capture.seconds),
            "failure": capture.failure.map(JSONValue.string) ?? .null,
            "notes": .array(capture.notes.map(JSONValue.string)), "counts": counts(capture.counts),
            "responses": .array(capture.results.map(result)),
        ]
    }

    private static func result(_ result: ExchangeResult) -> JSONValue {
        let differences = result.differences.map { difference -> JSONValue in
            [
                "field": .string(difference.field), "expected": .string(difference.expected),
                "got": .string(difference.got),
                "toleratedBecause": difference.toleratedBecause.map(JSONValue.string) ?? .null,
            ]
        }
        return [
            "request": .string(result.name), "connection": .integer(Int64(result.connection)),
            "api": .string(result.api), "version": .integer(Int64(result.version)),
            "outcome": .string(result.outcome.rawValue), "note": .string(result.note),
            "differences": .array(differences),
        ]
    }
}
