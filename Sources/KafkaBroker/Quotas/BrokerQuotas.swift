import KafkaConfiguration
import KafkaCoordination
import KafkaSecurity
import KafkaServer
import Synchronization

/// The quotas in force. Where there are none, asking costs one atomic read.
final class BrokerQuotas: Sendable {
    fileprivate let quotas: Mutex<ClientQuotas>
    private let limitsAnyone: Atomic<Bool>
    fileprivate let clock: BrokerClock

    init(_ settings: QuotaSettings, _ store: QuotaStore, clock: BrokerClock) {
        quotas = Mutex(
            ClientQuotas(
                store: store,
                window: QuotaWindow(samples: settings.windowNum, seconds: settings.windowSizeSeconds),
                mutationWindow: QuotaWindow(
                    samples: settings.controllerWindowNum, seconds: settings.controllerWindowSizeSeconds)))
        limitsAnyone = Atomic(!store.isEmpty)
        self.clock = clock
    }

    /// Whether anyone is limited at all.
    var isActive: Bool { limitsAnyone.load(ordering: .relaxed) }

    /// Puts other quotas into force. What was used so far counts on.
    func use(_ store: QuotaStore) {
        quotas.withLock { $0.store = store }
        limitsAnyone.store(!store.isEmpty, ordering: .relaxed)
    }

    var store: QuotaStore { quotas.withLock { $0.store } }

    /// Counts a use; answers for how many milliseconds the client is to be held back.
    func record(_ kind: QuotaKind, _ value: Double, _ who: @autoclosure () -> QuotaClient) -> Int32 {
        guard isActive else { return 0 }
        let client = who()
        return Int32(
            clamping: quotas.withLock {
                $0.record(kind, value, user: client.user, clientId: client.id, now: clock.now())
            })
    }

    /// Counts bytes of records that are about to be fetched; those of an answer that is held back do not count.
    func recordFetch(_ bytes: Int, _ client: QuotaClient) -> Int32 {
        guard isActive else { return 0 }
        let now = clock.now()
        return Int32(
            clamping: quotas.withLock { quotas in
                let wait = quotas.record(.fetch, Double(bytes), user: client.user, clientId: client.id, now: now)
                if wait > 0 {
                    quotas.unrecord(.fetch, Double(bytes), user: client.user, clientId: client.id, now: now)
                }
                return wait
            })
    }

    /// The most bytes of one fetch, so that its quota lets it through in the end.
    func mostFetchBytes(_ who: @autoclosure () -> QuotaClient) -> Int {
        guard isActive else { return .max }
        let client = who()
        let most = quotas.withLock { $0.mostAtOnce(.fetch, user: client.user, clientId: client.id) }
        return most.map { $0 < Double(Int32.max) ? max(1, Int($0)) : .max } ?? .max
    }

    /// Takes permits for partitions that come or go; negative ones are given back.
    func takeMutations(_ permits: Int, isStrict: Bool, _ client: QuotaClient) -> (isAllowed: Bool, throttleMs: Int32) {
        guard isActive else { return (true, 0) }
        let (isAllowed, wait) = quotas.withLock {
            $0.takeMutations(
                Double(permits), isStrict: isStrict, user: client.user, clientId: client.id, now: clock.now())
        }
        return (isAllowed, Int32(clamping: wait))
    }
}

extension BrokerQuotas {
    /// Counts a connection; answers for how many milliseconds it is to be held before it is closed.
    func recordConnection(_ address: String, limit: Int) -> Int64 {
        guard isActive || limit < Self.unlimited else { return 0 }
        return quotas.withLock { $0.recordConnection(ip: JavaAddress.text(address), now: clock.now()) }
    }

    /// For how many milliseconds no connection may be accepted.
    func acceptDelay(limit: Int) -> Int64 {
        guard limit < Self.unlimited else { return 0 }
        return quotas.withLock { $0.acceptDelay(limit: Double(limit), now: clock.now()) }
    }

    /// The default of `max.connection.creation.rate`.
    private static var unlimited: Int { Int(Int32.max) }
}

/// Whose quota a request uses.
struct QuotaClient: Sendable {
    let user: String
    let id: String

    init(_ request: Request) {
        user = request.principal.name
        id = request.clientId ?? ""
    }

    init(_ origin: Request.Origin) {
        user = origin.principal.name
        id = origin.clientId ?? ""
    }
}
