import KafkaCoordination
import Testing

@Suite struct ClientQuotasTests {
    private typealias Part = QuotaEntity.Part

    private func store(_ quotas: ([QuotaEntity.Part: QuotaEntity.Name], QuotaKind, Double)...) -> QuotaStore {
        var store = QuotaStore()
        for (parts, kind, value) in quotas { store.set(QuotaEntity(parts), kind.rawValue, value) }
        return store
    }

    private func quotas(_ store: QuotaStore, samples: Int = 11) -> ClientQuotas {
        ClientQuotas(
            store: store, window: QuotaWindow(samples: samples, seconds: 1),
            mutationWindow: QuotaWindow(samples: samples, seconds: 1))
    }

    /// Each level is set to a number of its own; taking the holder away lets the next one hold.
    @Test func `the order of what holds`() {
        let levels: [[QuotaEntity.Part: QuotaEntity.Name]] = [
            [.user: .named("u"), .clientId: .named("c")], [.user: .named("u"), .clientId: .everyOther],
            [.user: .named("u")], [.user: .everyOther, .clientId: .named("c")],
            [.user: .everyOther, .clientId: .everyOther], [.user: .everyOther], [.clientId: .named("c")],
            [.clientId: .everyOther],
        ]
        var store = QuotaStore()
        for (number, level) in levels.enumerated() {
            store.set(QuotaEntity(level), QuotaKind.fetch.rawValue, Double(number + 1))
        }
        for (number, level) in levels.enumerated() {
            #expect(store.limit(.fetch, user: "u", clientId: "c")?.value == Double(number + 1))
            #expect(store.limit(.produce, user: "u", clientId: "c") == nil)
            store.set(QuotaEntity(level), QuotaKind.fetch.rawValue, nil)
        }
        #expect(store.isEmpty)
    }

    @Test func `a burst within the window is let through`() {
        var quotas = quotas(store(([.user: .named("u")], .produce, 100)))
        // 11 samples of a second at 100 a second, the running one counted as ten that are over.
        #expect(quotas.record(.produce, 1000, user: "u", clientId: "c", now: 0) == 0)
        let wait = quotas.record(.produce, 500, user: "u", clientId: "c", now: 0)
        #expect(wait == 5000)
        // All clients of the user count together, other users for themselves.
        #expect(quotas.record(.produce, 1, user: "u", clientId: "d", now: 0) > 0)
        #expect(quotas.record(.produce, 1000, user: "v", clientId: "c", now: 0) == 0)
        // After the time that was asked for the rate is right again.
        #expect(quotas.record(.produce, 0, user: "u", clientId: "c", now: 15_100) == 0)
    }

    @Test func `defaults count each name for itself`() {
        var quotas = quotas(store(([.clientId: .everyOther], .produce, 10)))
        #expect(quotas.record(.produce, 200, user: "u", clientId: "a", now: 0) > 0)
        #expect(quotas.record(.produce, 50, user: "u", clientId: "b", now: 0) == 0)
    }

    /// Over a long time a client that waits as it is told gets what the quota gives.
    @Test func `the rate over a long time is the quota`() {
        var quotas = quotas(store(([.user: .named("u")], .produce, 1000)))
        var now: Int64 = 0
        var total = 0.0
        while now < 600_000 {
            total += 700
            now += max(1, quotas.record(.produce, 700, user: "u", clientId: "c", now: now))
        }
        let rate = total / (Double(now) / 1000)
        #expect((950...1060).contains(rate), "\(rate)")
    }

    @Test func `time is asked back for no longer than a sample`() {
        var quotas = quotas(store(([.user: .named("u")], .request, 1)))
        #expect(quotas.record(.request, 1e6, user: "u", clientId: "c", now: 0) == 1_000)
    }

    @Test func `connections count for their address, their listener and the broker`() {
        var quotas = quotas(store(([.ip: .named("1.1.1.1")], .connection, 2)), samples: 2)
        func connect(_ ip: String, _ listener: String, isProtected: Bool = false) -> Int64 {
            quotas.recordConnection(ip: ip, listener: listener, isProtected: isProtected, now: 0)
        }
        func delay(_ listener: String, broker: Double?, own: Double?, isProtected: Bool = false) -> Int64 {
            quotas.acceptDelay(limit: broker, listener: listener, listenerLimit: own, isProtected: isProtected, now: 0)
        }
        #expect(connect("1.1.1.1", "A") == 0)
        #expect(connect("1.1.1.1", "A") == 0)
        // The third is above the rate of its address, and counts nowhere.
        #expect(connect("1.1.1.1", "A") == 500)
        #expect(delay("A", broker: nil, own: 2) == 0)
        #expect(connect("2.2.2.2", "A") == 0)
        #expect(delay("A", broker: nil, own: 2) == 500)
        #expect(delay("B", broker: nil, own: 2) == 0)
        #expect(delay("B", broker: 2, own: nil) == 500)
        // No longer than a sample, and not at all for the listener of the brokers.
        #expect(delay("A", broker: 0.1, own: nil) == 1000)
        #expect(delay("B", broker: 0.1, own: nil, isProtected: true) == 0)
        #expect(connect("3.3.3.3", "B", isProtected: true) == 0)
        #expect(delay("A", broker: 3, own: nil) == 0)
    }

    @Test func `what is withheld does not count`() {
        var quotas = quotas(store(([.user: .named("u")], .fetch, 100)))
        func fetch(_ bytes: Double, isWithheld: Bool = false, at now: Int64) -> (Int64, Bool) {
            quotas.recordFetch(bytes, user: "u", clientId: "c", isWithheld: isWithheld, now: now)
        }
        #expect(fetch(900, at: 0) == (0, false))
        #expect(fetch(2000, at: 0) == (19_000, true))
        #expect(fetch(50, isWithheld: true, at: 0) == (0, true))
        #expect(fetch(100, at: 1) == (0, false))
        #expect(quotas.mostAtOnce(.fetch, user: "u", clientId: "c") == 1000)
        #expect(quotas.mostAtOnce(.fetch, user: "v", clientId: "c") == nil)
        #expect(quotas.recordFetch(1e9, user: "v", clientId: "c", isWithheld: false, now: 1) == (0, false))
    }

    @Test func `a batch of more than the window holds comes through, and is paid for`() {
        var quotas = quotas(store(([.user: .named("u")], .fetch, 100)))
        #expect(quotas.recordFetch(5000, user: "u", clientId: "c", isWithheld: false, now: 0) == (40_000, false))
        #expect(quotas.recordFetch(5000, user: "u", clientId: "c", isWithheld: false, now: 5_000).isWithheld)
        // The client asks again once it has waited; by then the window knows of nothing.
        #expect(quotas.recordFetch(5000, user: "u", clientId: "c", isWithheld: false, now: 40_000) == (40_000, false))
    }

    @Test func `permits for changes`() {
        var quotas = quotas(store(([.user: .named("u")], .mutation, 1)), samples: 10)
        func take(_ permits: Double, strict: Bool, at now: Int64) -> (Bool, Int64) {
            let (isAllowed, wait) = quotas.takeMutations(
                permits, isStrict: strict, user: "u", clientId: "c", now: now)
            return (isAllowed, wait)
        }
        // A burst of ten is there; the request that goes beyond it is still let through.
        #expect(take(15, strict: true, at: 0) == (true, 0))
        #expect(take(1, strict: true, at: 0) == (false, 5000))
        #expect(take(1, strict: true, at: 4_999).0 == false)
        #expect(take(1, strict: true, at: 5_000) == (true, 0))
        #expect(take(1, strict: false, at: 5_000) == (true, 2000))
        #expect(take(-1, strict: false, at: 5_000) == (true, 1000))
    }

    @Test func `made-up names are not remembered without bound`() {
        var quotas = quotas(store(([.clientId: .everyOther], .produce, 10)))
        for number in 0..<30_000 {
            _ = quotas.record(.produce, 1, user: "u", clientId: "c\(number)", now: Int64(number))
        }
        #expect(quotas.record(.produce, 50, user: "u", clientId: "c", now: 30_000) == 0)
    }
}
