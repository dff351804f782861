public import KafkaConfiguration
public import KafkaCoordination
import KafkaSecurity
import Synchronization

/// The quotas in force. Where there are none, asking costs one atomic read.
public final class QuotaEnforcer: Sendable {
    private let quotas: Mutex<ClientQuotas>
    private let limited: Atomic<UInt8>
    private let now: @Sendable () -> Int64

    /// - Parameter now: milliseconds of any steady clock.
    public init(_ settings: QuotaSettings, _ store: QuotaStore, now: @escaping @Sendable () -> Int64) {
        quotas = Mutex(
            ClientQuotas(
                store: store,
                window: QuotaWindow(samples: settings.windowNum, seconds: settings.windowSizeSeconds),
                mutationWindow: QuotaWindow(
                    samples: settings.controllerWindowNum, seconds: settings.controllerWindowSizeSeconds)))
        limited = Atomic(LimitedKinds(store).rawValue)
        self.now = now
    }

    /// Whether anyone is limited at all.
    public var isActive: Bool { !kinds.isEmpty }

    /// Whether anyone's time is limited.
    public var limitsRequests: Bool { kinds.contains(.request) }

    /// Whether anyone's bytes or time are limited.
    public var limitsTraffic: Bool { !kinds.isDisjoint(with: [.produce, .fetch, .request]) }

    /// Whether anyone's changes to topics are limited.
    public var limitsMutations: Bool { kinds.contains(.mutation) }

    private var kinds: LimitedKinds { LimitedKinds(rawValue: limited.load(ordering: .relaxed)) }

    /// Puts other quotas into force. What was used so far counts on.
    public func use(_ store: QuotaStore) {
        quotas.withLock { $0.store = store }
        limited.store(LimitedKinds(store).rawValue, ordering: .relaxed)
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

    /// Counts bytes of records that are about to be fetched; those of an answer that is withheld, for them or for
    /// something else, do not count.
    public func recordFetch(_ bytes: Int, _ client: QuotaClient, isWithheld: Bool) -> FetchShare {
        guard isActive else { return FetchShare(waitMs: 0, isWithheld: isWithheld) }
        return quotas.withLock {
            let (wait, isOver) = $0.recordFetch(
                Double(bytes), user: client.user, clientId: client.id, isWithheld: isWithheld, now: now())
            return FetchShare(waitMs: Int32(clamping: wait), isWithheld: isOver)
        }
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

/// Of which kinds anybody has a quota.
private struct LimitedKinds: OptionSet {
    static let produce = LimitedKinds(.produce)
    static let fetch = LimitedKinds(.fetch)
    static let request = LimitedKinds(.request)
    static let mutation = LimitedKinds(.mutation)

    let rawValue: UInt8

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    init(_ store: QuotaStore) {
        self.init(QuotaKind.allCases.filter { store.limits($0) }.map { LimitedKinds($0) })
    }

    private init(_ kind: QuotaKind) {
        rawValue = 1 << UInt8(QuotaKind.allCases.firstIndex(of: kind) ?? 0)
    }
}

extension QuotaEnforcer {
    /// How many connections a second may come; nil stands for as many as do.
    public struct ConnectionLimits: Sendable {
        /// On all listeners together.
        public let broker: Double?
        /// On one of them.
        public let listener: Double?
        /// Whether the listener is left out of the rate of the whole broker.
        public let isProtected: Bool

        fileprivate var isEmpty: Bool { broker == nil && listener == nil }
    }

    /// Counts a connection; answers for how many milliseconds it is to be held before it is closed.
    public func recordConnection(_ address: String, listener: String, _ limits: ConnectionLimits) -> Int64 {
        guard isActive || !limits.isEmpty else { return 0 }
        return quotas.withLock {
            $0.recordConnection(
                ip: JavaAddress.text(address), listener: listener, isProtected: limits.isProtected, now: now())
        }
    }

    /// For how many milliseconds a listener may accept no connection.
    public func acceptDelay(listener: String, _ limits: ConnectionLimits) -> Int64 {
        guard !limits.isEmpty else { return 0 }
        return quotas.withLock {
            $0.acceptDelay(
                limit: limits.broker, listener: listener, listenerLimit: limits.listener,
                isProtected: limits.isProtected, now: now())
        }
    }
}

/// What quotas leave of the answer to a fetch.
public struct FetchShare: Sendable {
    /// For how many milliseconds the client is to be held back.
    public var waitMs: Int32
    /// Whether it gets no records yet.
    public var isWithheld: Bool
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
