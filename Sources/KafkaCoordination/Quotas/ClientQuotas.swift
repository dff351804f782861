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
    private var connections: [String: WindowedRate] = [:]

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
        // Of time no more than a sample is ever asked, as in Kafka.
        return kind == .request ? min(wait, window.sampleMs) : wait
    }

    /// Counts bytes that are about to be fetched, and answers for how long the client is to be held back, and whether it
    /// gets the bytes only after that; what it does not get does not count.
    ///
    /// Batches cannot be cut: one of more bytes than a window may ever hold is let through once nothing came for a
    /// window, and paid for afterwards.
    ///
    /// - Parameter isWithheld: whether it does not get them in any case.
    public mutating func recordFetch(
        _ bytes: Double, user: String, clientId: String, isWithheld: Bool, now: Int64
    ) -> (waitMs: Int64, isWithheld: Bool) {
        guard let (holder, limit) = store.limit(.fetch, user: user, clientId: clientId) else { return (0, isWithheld) }
        forgetIfFull(now)
        let key = Key(kind: .fetch, holder: holder)
        var rate = rates[key] ?? WindowedRate(window)
        // What sums of fractions leave over is nothing.
        let isFirst = rate.perSecond(now: now) < 1e-6
        rate.record(bytes, now: now)
        let wait = rate.throttleMs(limit: limit, now: now)
        let isWithheld = isWithheld || wait > 0 && !isFirst
        if isWithheld { rate.record(-bytes, now: now) }
        rates[key] = rate
        return (wait, isWithheld)
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

    /// Counts a connection; answers for how long it is to be held, in which case it does not count.
    ///
    /// - Parameters:
    ///   - listener: one of the few listeners of the broker.
    ///   - isProtected: whether the listener is left out of the rate of the whole broker.
    public mutating func recordConnection(ip: String, listener: String, isProtected: Bool, now: Int64) -> Int64 {
        var wait: Int64 = 0
        if let limit = store.connectionLimit(ip: ip) {
            forgetIfFull(now)
            let key = Key(kind: .connection, holder: QuotaHolder(user: ip, clientId: nil))
            rates[key, default: WindowedRate(window)].record(1, now: now)
            wait = min(rates[key]?.throttleMs(limit: limit, now: now) ?? 0, window.sampleMs)
            if wait > 0 { rates[key]?.record(-1, now: now) }
        }
        guard wait == 0 else { return wait }
        if !isProtected { allConnections.record(1, now: now) }
        connections[listener, default: WindowedRate(window)].record(1, now: now)
        return 0
    }

    /// For how long a listener may accept no connection, so that so many a second come; nil stands for no limit. As in
    /// Kafka, never longer than a sample.
    public mutating func acceptDelay(
        limit: Double?, listener: String, listenerLimit: Double?, isProtected: Bool, now: Int64
    ) -> Int64 {
        var wait: Int64 = 0
        if let limit, !isProtected { wait = allConnections.throttleMs(limit: limit, now: now) }
        if let listenerLimit {
            wait = max(wait, connections[listener]?.throttleMs(limit: listenerLimit, now: now) ?? 0)
        }
        return min(wait, window.sampleMs)
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
