/// How often each outcome came about.
public struct OutcomeCounts: Sendable, Equatable {
    private var counts: [ReplayOutcome: Int] = [:]

    /// Counts results.
    public init(_ results: some Sequence<ExchangeResult> = []) {
        for result in results { counts[result.outcome, default: 0] += 1 }
    }

    /// How often this one came about.
    public subscript(outcome: ReplayOutcome) -> Int { counts[outcome] ?? 0 }

    /// Answers in all.
    public var total: Int { counts.values.reduce(0, +) }

    /// Adds others up.
    public static func += (left: inout OutcomeCounts, right: OutcomeCounts) {
        left.counts.merge(right.counts, uniquingKeysWith: +)
    }

    /// The last line of a replay.
    public var line: String {
        "\(total) responses: \(self[.asRecorded]) as recorded, \(self[.tolerated]) tolerated, "
            + "\(self[.wrong]) wrong, \(self[.notServed]) not served"
    }
}
