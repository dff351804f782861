/// The results of one or many captures, to be written down in several forms.
public struct ReplayReport: Sendable {
    /// What was replayed, for a headline.
    public let title: String
    /// The captures, or the one list of bad requests.
    public let captures: [CaptureResult]

    /// Gathers results under a headline.
    public init(title: String, captures: [CaptureResult]) {
        self.title = title
        self.captures = captures
    }

    /// How often each outcome came about in all.
    public var counts: OutcomeCounts {
        captures.reduce(into: OutcomeCounts()) { $0 += $1.counts }
    }

    /// Whether anything is wrong.
    public var isWrong: Bool { captures.contains(where: \.isWrong) }
}
