/// Results as JUnit XML: a suite for each capture, a case for each answer; what is not served is skipped.
public enum JUnitReport {
    /// The document.
    public static func text(_ report: ReplayReport) -> String {
        let suites = report.captures.map(suite).joined()
        return
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"\(report.title.escapedForMarkup)\">\n\(suites)</testsuites>\n"
    }

    private static func suite(_ capture: CaptureResult) -> String {
        let counts = capture.counts
        let failure = capture.failure.map {
            "  <testcase name=\"replay\"><error message=\"\($0.escapedForMarkup)\"/></testcase>\n"
        }
        return """
            <testsuite name="\(capture.session.file.escapedForMarkup)" tests="\(counts.total)" \
            failures="\(counts[.wrong])" errors="\(capture.failure == nil ? 0 : 1)" skipped="\(counts[.notServed])" \
            time="\(capture.seconds)">
            \(failure ?? "")\(capture.results.map { self.result($0, in: capture.session.file) }.joined())</testsuite>

            """
    }

    private static func result(_ result: ExchangeResult, in file: String) -> String {
        let name = "\(result.name) \(result.api) v\(result.version)".escapedForMarkup
        let head = "  <testcase classname=\"\(file.escapedForMarkup)\" name=\"\(name)\""
        switch result.outcome {
        case .asRecorded, .tolerated: return head + "/>\n"
        case .notServed: return head + "><skipped message=\"\(result.note.escapedForMarkup)\"/></testcase>\n"
        case .wrong:
            let text = result.differences.map { difference in
                "\(difference.field): expected \(difference.expected), got \(difference.got)"
            }.joined(separator: "\n")
            return head + "><failure message=\"not as recorded\">\(text.escapedForMarkup)</failure></testcase>\n"
        }
    }
}
