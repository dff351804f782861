import Glibc

/// The clocks, in milliseconds; a value of its own so that tests can set the time.
struct BrokerClock: Sendable {
    /// The time now, since 1970: what records, retention and lifetimes go by.
    let now: @Sendable () -> Int64
    /// Milliseconds since some moment before the start, which no setting of the clock changes: for all waits.
    let ticks: @Sendable () -> Int64

    /// The system's clocks.
    static let system = BrokerClock(now: { read(CLOCK_REALTIME) }, ticks: { read(CLOCK_MONOTONIC) })

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
