/// Pauses between attempts: doubling up to a bound, each varied by a fifth so that clients do not march in step.
struct Backoff: Sendable {
    private let first: Int64
    private let bound: Int64
    private var attempts = 0

    /// Both in milliseconds.
    init(first: Int64, bound: Int64) {
        self.first = max(first, 1)
        self.bound = max(bound, 1)
    }

    /// Milliseconds to wait before the next attempt.
    mutating func next(using generator: inout some RandomNumberGenerator) -> Int64 {
        let doubled = first.multipliedReportingOverflow(by: 1 << min(attempts, 20))
        attempts += 1
        let base = min(doubled.overflow ? bound : doubled.partialValue, bound)
        let spread = base / 5
        return spread == 0 ? base : base - spread + Int64.random(in: 0...(2 * spread), using: &generator)
    }
}
