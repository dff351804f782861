/// Durations, counted in fixed buckets. A plain value: whoever owns it counts without locks.
public struct DurationHistogram: Sendable {
    /// The upper ends of the buckets in nanoseconds; one more bucket holds what is longer.
    public static let bounds: [UInt64] = [
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
        buckets[Self.bucket(nanoseconds)] &+= 1
        sum &+= nanoseconds
    }

    /// Where a duration is counted: the ends are those of ``bounds``, written out so that counting reads no array.
    @inline(__always)
    private static func bucket(_ nanoseconds: UInt64) -> Int {
        switch nanoseconds {
        case ...10_000: 0
        case ...25_000: 1
        case ...50_000: 2
        case ...100_000: 3
        case ...250_000: 4
        case ...500_000: 5
        case ...1_000_000: 6
        case ...2_500_000: 7
        case ...10_000_000: 8
        case ...50_000_000: 9
        case ...100_000_000: 10
        case ...500_000_000: 11
        case ...1_000_000_000: 12
        case ...5_000_000_000: 13
        default: 14
        }
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
