/// Spreads the cleaner's reads and writes so that they keep to a rate: a pure value, told of every piece of work.
struct IOThrottle {
    /// Seconds of the rate that may be used at once after a pause.
    private static let burst = 0.3

    /// When all work so far is paid for, in seconds of the caller's clock.
    private var paidUntil = -Double.infinity

    /// Takes note of `bytes` at a moment; answers for how many seconds the caller should wait.
    mutating func wait(bytes: Int, now: Double, bytesPerSecond: Double) -> Double {
        guard bytesPerSecond > 0, bytesPerSecond < .greatestFiniteMagnitude else { return 0 }
        paidUntil = max(paidUntil, now - Self.burst) + Double(bytes) / bytesPerSecond
        return max(0, paidUntil - now)
    }
}
