/// The quotas with what was used of them. Times are milliseconds of any steady clock.
public struct ClientQuotas: Sendable {
    /// Uses that are remembered; beyond, those that rested for a window are forgotten.
    private static let mostHolders = 10_000

    private struct Key: Hashable {
        let kind: QuotaKind
        let holder: QuotaHolder
    }

    /// The quotas.
    public var store: QuotaStore
    private let window: QuotaWindow
    private let mutationWindow: QuotaWindow
    private var rates: [Key: WindowedRate] = [:]
    private var buckets: [QuotaHolder: TokenBucket] = [:]
    private var allConnections: WindowedRate

    /// - Parameters:
    ///   - window: of bytes and time.
    ///   - mutationWindow: of partitions created and deleted.
    public init(store: QuotaStore, window: QuotaWindow, mutationWindow: QuotaWindow) {
        self.store = store
        self.window = window
        self.mutationWindow = mutationWindow
        allConnections = WindowedRate(window)
    }

    /// Counts a use and answers for how long its client is to be held back, in milliseconds.
    public mutating func record(
        _ kind: QuotaKind, _ value: Double, user: String, clientId: String, now: Int64
    ) -> Int64 {
        guard let (holder, limit) = store.limit(kind, user: user, clientId: clientId) else { return 0 }
        forgetIfFull(now)
        let key = Key(kind: kind, holder: holder)
        rates[key, default: WindowedRate(window)].record(value, now: now)
        let wait = rates[key]?.throttleMs(limit: limit, now: now) ?? 0
        // Of time no more than a window is ever asked, as in Kafka.
        return kind == .request ? min(wait, Int64(window.samples) * window.sampleMs) : wait
    }

    /// Takes a use back that did not come about.
    public mutating func unrecord(_ kind: QuotaKind, _ value: Double, user: String, clientId: String, now: Int64) {
        guard let (holder, _) = store.limit(kind, user: user, clientId: clientId) else { return }
        rates[Key(kind: kind, holder: holder)]?.record(-value, now: now)
    }

    /// The most that one use may be without being above the limit for good; nil when nothing limits it.
    public func mostAtOnce(_ kind: QuotaKind, user: String, clientId: String) -> Double? {
        guard let (_, limit) = store.limit(kind, user: user, clientId: clientId) else { return nil }
        return limit * Double(max(1, window.samples - 1)) * Double(window.sampleMs) / 1000
    }

    /// Takes permits for changes to topics. A strict client is refused while it has none left; others are let through
    /// and held back afterwards. Answers whether it may go on, and for how long it is to be held back.
    public mutating func takeMutations(
        _ permits: Double, isStrict: Bool, user: String, clientId: String, now: Int64
    ) -> (isAllowed: Bool, throttleMs: Int64) {
        guard let (holder, rate) = store.limit(.mutation, user: user, clientId: clientId) else { return (true, 0) }
        forgetIfFull(now)
        var bucket = buckets[holder] ?? TokenBucket(rate: rate, mutationWindow, now: now)
        defer { buckets[holder] = bucket }
        if isStrict {
            let wait = bucket.throttleMs(rate: rate, mutationWindow, now: now)
            guard wait == 0 else { return (false, wait) }
        }
        bucket.take(permits, rate: rate, mutationWindow, now: now)
        return (true, isStrict ? 0 : bucket.throttleMs(rate: rate, mutationWindow, now: now))
    }

    /// Counts a connection from an address; answers for how long it is to be held, in which case it does not count.
    public mutating func recordConnection(ip: String, now: Int64) -> Int64 {
        allConnections.record(1, now: now)
        guard let limit = store.connectionLimit(ip: ip) else { return 0 }
        forgetIfFull(now)
        let key = Key(kind: .connection, holder: QuotaHolder(user: ip, clientId: nil))
        rates[key, default: WindowedRate(window)].record(1, now: now)
        let wait = rates[key]?.throttleMs(limit: limit, now: now) ?? 0
        if wait > 0 { rates[key]?.record(-1, now: now) }
        return wait
    }

    /// For how long no connection may be accepted, so that so many a second come.
    public mutating func acceptDelay(limit: Double, now: Int64) -> Int64 {
        allConnections.throttleMs(limit: limit, now: now)
    }

    /// Forgets what rested for so long that nothing of it is left.
    private mutating func forgetIfFull(_ now: Int64) {
        guard rates.count + buckets.count >= Self.mostHolders else { return }
        let age = Int64(window.samples) * window.sampleMs
        let mutationAge = Int64(mutationWindow.samples) * mutationWindow.sampleMs
        rates = rates.filter { now - $0.value.lastUsed < age }
        buckets = buckets.filter { now - $0.value.lastUsed < mutationAge }
        // Whoever makes up client ids without end is not remembered at the cost of the others.
        if rates.count + buckets.count >= Self.mostHolders { (rates, buckets) = ([:], [:]) }
    }
}
