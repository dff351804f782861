public import KafkaConfiguration
public import KafkaCoordination
import KafkaSecurity
import Synchronization

/// The quotas in force. Where there are none, asking costs one atomic read.
public final class QuotaEnforcer: Sendable {
    private let quotas: Mutex<ClientQuotas>
    private let limitsAnyone: Atomic<Bool>
    private let now: @Sendable () -> Int64

    /// - Parameter now: milliseconds of any steady clock.
    public init(_ settings: QuotaSettings, _ store: QuotaStore, now: @escaping @Sendable () -> Int64) {
        quotas = Mutex(
            ClientQuotas(
                store: store,
                window: QuotaWindow(samples: settings.windowNum, seconds: settings.windowSizeSeconds),
                mutationWindow: QuotaWindow(
                    samples: settings.controllerWindowNum, seconds: settings.controllerWindowSizeSeconds)))
        limitsAnyone = Atomic(!store.isEmpty)
        self.now = now
    }

    /// Whether anyone is limited at all.
    public var isActive: Bool { limitsAnyone.load(ordering: .relaxed) }

    /// Puts other quotas into force. What was used so far counts on.
    public func use(_ store: QuotaStore) {
        quotas.withLock { $0.store = store }
        limitsAnyone.store(!store.isEmpty, ordering: .relaxed)
    }

    /// The quotas.
    public var store: QuotaStore { quotas.withLock { $0.store } }

    /// Counts a use; answers for how many milliseconds the client is to be held back.
    public func record(_ kind: QuotaKind, _ value: Double, _ who: @autoclosure () -> QuotaClient) -> Int32 {
        guard isActive else { return 0 }
        let client = who()
        return Int32(
            clamping: quotas.withLock {
                $0.record(kind, value, user: client.user, clientId: client.id, now: now())
            })
    }

    /// Counts bytes of records that are about to be fetched; those of an answer that is held back do not count.
    public func recordFetch(_ bytes: Int, _ client: QuotaClient) -> Int32 {
        guard isActive else { return 0 }
        let now = self.now()
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
    public func mostFetchBytes(_ who: @autoclosure () -> QuotaClient) -> Int {
        guard isActive else { return .max }
        let client = who()
        let most = quotas.withLock { $0.mostAtOnce(.fetch, user: client.user, clientId: client.id) }
        return most.map { $0 < Double(Int32.max) ? max(1, Int($0)) : .max } ?? .max
    }

    /// Takes permits for partitions that come or go; negative ones are given back.
    public func takeMutations(
        _ permits: Int, isStrict: Bool, _ client: QuotaClient
    ) -> (isAllowed: Bool, throttleMs: Int32) {
        guard isActive else { return (true, 0) }
        let (isAllowed, wait) = quotas.withLock {
            $0.takeMutations(
                Double(permits), isStrict: isStrict, user: client.user, clientId: client.id, now: now())
        }
        return (isAllowed, Int32(clamping: wait))
    }
}

extension QuotaEnforcer {
    /// Counts a connection; answers for how many milliseconds it is to be held before it is closed.
    public func recordConnection(_ address: String, limit: Int) -> Int64 {
        guard isActive || limit < Self.unlimited else { return 0 }
        return quotas.withLock { $0.recordConnection(ip: JavaAddress.text(address), now: now()) }
    }

    /// For how many milliseconds no connection may be accepted.
    public func acceptDelay(limit: Int) -> Int64 {
        guard limit < Self.unlimited else { return 0 }
        return quotas.withLock { $0.acceptDelay(limit: Double(limit), now: now()) }
    }

    /// The default of `max.connection.creation.rate`.
    private static var unlimited: Int { Int(Int32.max) }
}

/// Whose quota a request uses.
public struct QuotaClient: Sendable {
    /// The name of its principal.
    public let user: String
    /// Its client id; empty where it gives none.
    public let id: String

    /// A client of that name.
    public init(user: String, id: String) {
        self.user = user
        self.id = id
    }

    /// The sender of a request.
    public init(_ request: Request) {
        self.init(user: request.principal.name, id: request.clientId ?? "")
    }
}
