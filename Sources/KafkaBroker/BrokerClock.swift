import Glibc

/// The wall clock, in milliseconds since 1970; a value of its own so that tests can set the time.
struct BrokerClock: Sendable {
    /// The time now.
    let now: @Sendable () -> Int64

    /// The system's clock.
    static let system = BrokerClock {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
