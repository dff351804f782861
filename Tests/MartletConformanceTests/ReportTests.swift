import KafkaMessageJSON
import NIOCore
import Testing

@testable import MartletConformance

@Suite struct ReportTests {
    private static let report = ReplayReport(
        title: "a <folder>",
        captures: [
            CaptureResult(
                session: SessionDescription(file: "one.jsonl"),
                results: [
                    result("0", .asRecorded), result("1", .tolerated, because: "loading"), result("2", .wrong),
                    result("3", .notServed, note: "no \"Fetch\" here"),
                ], notes: ["a note"]),
            CaptureResult(session: SessionDescription(file: "two.jsonl"), results: [result("0", .asRecorded)]),
        ])

    private static func result(
        _ name: String, _ outcome: ReplayOutcome, note: String = "", because reason: String? = nil
    ) -> ExchangeResult {
        let difference = Difference("topics[0].name", expected: "a<b", got: "a&b\u{1}", toleratedBecause: reason)
        let differs = outcome == .wrong || outcome == .tolerated
        return ExchangeResult(
            name: name, connection: 1, api: "Fetch", version: 4, outcome: outcome,
            differences: differs ? [difference] : [], note: note)
    }

    @Test func `the last line counts every outcome`() {
        #expect(
            Self.report.counts.line == "5 responses: 2 as recorded, 1 tolerated, 1 wrong, 1 not served")
        #expect(Self.report.isWrong)
        #expect(!ReplayReport(title: "", captures: [Self.report.captures[1]]).isWrong)
        let failed = CaptureResult(session: SessionDescription(file: "x"), failure: "gone")
        #expect(ReplayReport(title: "", captures: [failed]).isWrong)
    }

    @Test func `text tells what is wrong in full, and names what is not served`() {
        let lines = TextReport.lines(Self.report.captures[0])
        #expect(lines.contains("    topics[0].name: expected a<b, got a&b\u{1}"))
        #expect(lines.contains(#"  not served: Fetch v4 (no "Fetch" here)"#))
        #expect(!lines.contains { $0.contains("tolerated: Fetch") })
        #expect(TextReport.lines(Self.report.captures[0], showsTolerated: true).contains { $0.contains("(loading)") })
    }

    @Test func `JSON, XML and HTML hold the same, with their own signs escaped`() throws {
        let json = try JSONValue(parsing: JSONReport.text(Self.report).utf8)
        #expect(json["counts"]?["wrong"] == 1)
        #expect(json["captures"]?[0]?["responses"]?[2]?["differences"]?[0]?["got"] == "a&b\u{1}")
        let xml = JUnitReport.text(Self.report)
        #expect(xml.contains(#"tests="4" failures="1" errors="0" skipped="1""#))
        #expect(xml.contains("expected a&lt;b, got a&amp;b\u{FFFD}"))
        #expect(xml.contains(#"<skipped message="no &quot;Fetch&quot; here"/>"#))
        let html = HTMLReport.text(Self.report)
        #expect(html.contains("a &lt;folder&gt;"))
        #expect(html.contains("<td>a&lt;b</td>"))
        #expect(!html.contains("src=") && !html.contains("href="))
    }
}
