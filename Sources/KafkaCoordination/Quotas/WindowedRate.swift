/// How long rates are looked at: so many samples of so long each (`quota.window.num`, `quota.window.size.seconds`).
public struct QuotaWindow: Sendable, Equatable {
    /// Samples that are kept, the running one among them; at least 1.
    public let samples: Int
    /// Length of a sample in milliseconds; at least 1.
    public let sampleMs: Int64

    /// Samples of so many seconds.
    public init(samples: Int, seconds: Int64) {
        self.samples = max(1, min(samples, 10_000))
        sampleMs = max(1, min(seconds, 1_000_000)) * 1000
    }
}

/// A rate over the last samples, as Kafka's `Rate` works it out. Times are milliseconds of any steady clock.
struct WindowedRate: Sendable {
    private struct Sample {
        var began: Int64
        var value: Double = 0
    }

    private var samples: [Sample] = []
    private let window: QuotaWindow
    private(set) var lastUsed: Int64 = 0

    init(_ window: QuotaWindow) {
        self.window = window
    }

    mutating func record(_ value: Double, now: Int64) {
        lastUsed = now
        purge(now)
        if let last = samples.last, now - last.began < window.sampleMs {
            samples[samples.count - 1].value += value
        } else {
            samples.append(Sample(began: now, value: value))
            if samples.count > window.samples { samples.removeFirst() }
        }
    }

    /// A second's worth. The time that is not over yet counts as if it were, so that a first burst is no high rate.
    mutating func perSecond(now: Int64) -> Double {
        purge(now)
        return samples.reduce(0) { $0 + $1.value } / (Double(spanMs(now)) / 1000)
    }

    /// How long nothing may come for the rate to be at the limit again.
    mutating func throttleMs(limit: Double, now: Int64) -> Int64 {
        let rate = perSecond(now: now)
        guard rate > limit else { return 0 }
        guard limit > 0 else { return Int64(window.samples) * window.sampleMs }
        let wait = ((rate - limit) / limit * Double(spanMs(now))).rounded()
        return wait < Double(Int32.max) ? Int64(wait) : Int64(Int32.max)
    }

    private func spanMs(_ now: Int64) -> Int64 {
        let elapsed = max(0, now - (samples.first?.began ?? now))
        let full = elapsed / window.sampleMs
        let least = Int64(window.samples - 1)
        return max(1, full < least ? elapsed + (least - full) * window.sampleMs : elapsed)
    }

    private mutating func purge(_ now: Int64) {
        let age = Int64(window.samples) * window.sampleMs
        samples.removeAll { now - $0.began >= age }
    }
}

/// Permits that come at a steady rate and are kept up to a burst (KIP-599). Times are milliseconds of any steady clock.
struct TokenBucket: Sendable {
    private var tokens: Double
    private var refilled: Int64
    private(set) var lastUsed: Int64

    /// A full bucket.
    init(rate: Double, _ window: QuotaWindow, now: Int64) {
        tokens = Self.burst(rate, window)
        refilled = now
        lastUsed = now
    }

    /// Takes permits, more than there are if need be; negative ones are given back.
    mutating func take(_ permits: Double, rate: Double, _ window: QuotaWindow, now: Int64) {
        lastUsed = now
        refill(rate, window, now)
        tokens = min(tokens - permits, Self.burst(rate, window))
    }

    /// How long until there are permits again.
    mutating func throttleMs(rate: Double, _ window: QuotaWindow, now: Int64) -> Int64 {
        refill(rate, window, now)
        // What sums of fractions leave over is no debt.
        guard tokens < -1e-6 else { return 0 }
        guard rate > 0 else { return Int64(window.samples) * window.sampleMs }
        let wait = (-tokens / rate * 1000).rounded()
        return wait < Double(Int32.max) ? max(1, Int64(wait)) : Int64(Int32.max)
    }

    private mutating func refill(_ rate: Double, _ window: QuotaWindow, _ now: Int64) {
        guard now > refilled else { return }
        tokens = min(Self.burst(rate, window), tokens + rate * Double(now - refilled) / 1000)
        refilled = now
    }

    private static func burst(_ rate: Double, _ window: QuotaWindow) -> Double {
        rate * Double(window.samples) * Double(window.sampleMs) / 1000
    }
}
