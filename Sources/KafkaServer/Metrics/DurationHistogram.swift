/// Durations, counted in fixed buckets. A plain value: whoever owns it counts without locks.
public struct DurationHistogram: Sendable {
    /// The upper ends of the buckets in nanoseconds; one more bucket holds what is longer.
    public static let bounds: [UInt64] = [
        10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 10_000_000, 50_000_000,
        100_000_000, 500_000_000, 1_000_000_000, 5_000_000_000,
    ]
    /// The same ends where counting reads them, which must not look for an array each time.
    private static let ends: InlineArray<14, UInt64> = [
        10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 10_000_000, 50_000_000,
        100_000_000, 500_000_000, 1_000_000_000, 5_000_000_000,
    ]

    private var buckets = InlineArray<15, UInt64>(repeating: 0)
    /// All durations together, in nanoseconds.
    public private(set) var sum: UInt64 = 0

    /// Nothing counted yet.
    public init() {}

    /// Counts one duration.
    @inline(__always)
    public mutating func observe(_ nanoseconds: UInt64) {
        var bucket = 0
        while bucket < 14, nanoseconds > Self.ends[bucket] { bucket &+= 1 }
        buckets[bucket] &+= 1
        sum &+= nanoseconds
    }

    /// Adds what another has counted.
    public mutating func add(_ other: DurationHistogram) {
        for bucket in 0..<15 { buckets[bucket] &+= other.buckets[bucket] }
        sum &+= other.sum
    }

    /// How many durations were counted.
    public var count: UInt64 { cumulativeCounts.last ?? 0 }

    /// For each of ``bounds`` how many durations were not longer, and last how many there were.
    public var cumulativeCounts: [UInt64] {
        var total: UInt64 = 0
        return (0..<15).map { bucket in
            total &+= buckets[bucket]
            return total
        }
    }
}
