import KafkaConfiguration
import KafkaRecords
import KafkaWire
import NIOCore

/// Who pushes which metrics (KIP-714): the subscriptions, and every client instance with what it was told.
///
/// A value without a clock: times are passed in, in milliseconds.
struct TelemetryState {
    /// Instances that are remembered; beyond this the ones silent for longest are forgotten, and begin anew.
    static let mostInstances = 16_384
    /// An instance is forgotten after this time without a request, or three intervals if they are longer.
    private static let leastExpiryMs: Int64 = 60_000

    struct Instance {
        let connection: UInt64
        let subscriptionId: Int32
        /// Of the subscriptions that were looked at.
        let version: Int
        let metrics: [String]
        let intervalMs: Int32
        fileprivate(set) var lastError = ErrorCode.none
        fileprivate var isTerminating = false
        fileprivate var lastAsked: Int64?
        fileprivate var lastPushed: Int64?
        fileprivate var lastSeen: Int64

        fileprivate var expiry: Int64 { lastSeen + max(leastExpiryMs, 3 * Int64(intervalMs)) }
    }

    /// What was pushed since the start.
    struct Totals: Equatable {
        var pushes = 0
        var bytes = 0
        var metrics = 0
        var refused = 0
    }

    private(set) var subscriptions: [ClientMetricsSubscription] = []
    private(set) var instances: [Uuid: Instance] = [:]
    private(set) var totals = Totals()
    private var version = 0
    private var instanceOfConnection: [UInt64: Uuid] = [:]
    private var nextSweep: Int64 = 0

    /// Takes up the subscriptions as they are now; instances look at them with their next request.
    mutating func use(_ subscriptions: [ClientMetricsSubscription]) {
        guard subscriptions != self.subscriptions else { return }
        self.subscriptions = subscriptions
        version += 1
    }

    /// GetTelemetrySubscriptions: what the instance is to push, or why it is not told.
    mutating func subscribe(
        _ id: Uuid, _ client: TelemetryClient, connection: UInt64, now: Int64
    ) throws(TelemetryRefusal) -> Instance {
        var instance = touch(id, client, connection: connection, now: now)
        let last = [instance.lastAsked, instance.lastPushed].compactMap { $0 }.max()
        let isDue = last.map { now - $0 >= Int64(instance.intervalMs) } ?? true
        // A client that was told of a wrong subscription or codec is to ask again at once.
        let mayAsk = [.unknownSubscriptionId, .unsupportedCompressionType].contains(instance.lastError)
        guard isDue || mayAsk else {
            totals.refused += 1
            throw TelemetryRefusal(code: .throttlingQuotaExceeded)
        }
        instance.lastAsked = now
        instance.lastError = .none
        instances[id] = instance
        return instance
    }

    /// The part of PushTelemetry that comes before the metrics are looked at.
    mutating func push(
        _ request: Push, _ client: TelemetryClient, connection: UInt64, now: Int64
    ) throws(TelemetryRefusal) {
        let id = request.instance
        var instance = touch(id, client, connection: connection, now: now)
        let error = check(request, &instance, now: now)
        if request.isTerminating || error != .invalidRequest { instance.isTerminating = request.isTerminating }
        instance.lastError = error
        instances[id] = instance
        guard error == .none else {
            totals.refused += 1
            throw TelemetryRefusal(code: error)
        }
    }

    /// What the metrics turned out to be; nil where they could not be read.
    mutating func pushed(_ id: Uuid, bytes: Int, metrics: Int?) {
        guard let metrics else {
            totals.refused += 1
            instances[id]?.lastError = .invalidRecord
            return
        }
        totals.pushes += 1
        totals.bytes += bytes
        totals.metrics += metrics
    }

    mutating func connectionClosed(_ connection: UInt64) {
        guard let id = instanceOfConnection.removeValue(forKey: connection) else { return }
        if instances[id]?.connection == connection { instances[id] = nil }
    }

    /// A PushTelemetry request without its metrics.
    struct Push {
        var instance: Uuid
        var subscriptionId: Int32
        var isTerminating: Bool
        var compression: Int8
        /// Of the metrics as they came.
        var size: Int
        /// `telemetry.max.bytes`.
        var limit: Int
    }

    private func check(_ request: Push, _ instance: inout Instance, now: Int64) -> ErrorCode {
        if instance.isTerminating { return .invalidRequest }
        // The first push after an answer may come early: clients spread them.
        let asked = instance.lastAsked ?? .min
        let isDue = instance.lastPushed.map { asked > $0 || now - $0 >= Int64(instance.intervalMs) } ?? true
        if isDue { instance.lastPushed = now }
        guard isDue || request.isTerminating else { return .throttlingQuotaExceeded }
        guard request.subscriptionId == instance.subscriptionId else { return .unknownSubscriptionId }
        guard CompressionType(rawValue: request.compression) != nil else { return .unsupportedCompressionType }
        return request.size > request.limit ? .telemetryTooLarge : .none
    }

    /// The instance, made anew where it is not known or the subscriptions have changed since.
    private mutating func touch(
        _ id: Uuid, _ client: TelemetryClient, connection: UInt64, now: Int64
    ) -> Instance {
        if var known = instances[id], known.version == version {
            known.lastSeen = now
            return known
        }
        makeRoom(now: now)
        var metrics: Set<String> = []
        var interval = ClientMetricsSubscription.defaultIntervalMs
        for subscription in subscriptions
        where subscription.matches({ client.value(of: $0, instance: id) }) {
            metrics.formUnion(subscription.metrics)
            interval = min(interval, subscription.intervalMs)
        }
        if metrics.contains(ClientMetricsSubscription.everything) { metrics = [ClientMetricsSubscription.everything] }
        let sorted = metrics.sorted()
        instanceOfConnection[connection] = id
        let instance = Instance(
            connection: connection,
            subscriptionId: Self.subscriptionId(sorted, interval: interval, instance: id), version: version,
            metrics: sorted, intervalMs: interval, lastSeen: now)
        instances[id] = instance
        return instance
    }

    private mutating func makeRoom(now: Int64) {
        if now >= nextSweep {
            nextSweep = now + Self.leastExpiryMs
            forget { $0.expiry <= now }
        }
        guard instances.count >= Self.mostInstances else { return }
        // Many at once, so that the cost is spread over as many requests.
        let seen = instances.values.map(\.lastSeen).sorted()
        let limit = seen[seen.count / 8]
        forget { $0.lastSeen <= limit }
    }

    private mutating func forget(_ isOver: (Instance) -> Bool) {
        for (id, instance) in instances where isOver(instance) {
            instances[id] = nil
            if instanceOfConnection[instance.connection] == id { instanceOfConnection[instance.connection] = nil }
        }
    }

    /// The same for the same subscriptions and instance, so that it outlives a restart.
    private static func subscriptionId(_ metrics: [String], interval: Int32, instance: Uuid) -> Int32 {
        let text = "[\(metrics.joined(separator: ", "))]\(interval)"
        let folded = instance.high ^ instance.low
        let hash = UInt32(truncatingIfNeeded: folded >> 32) ^ UInt32(truncatingIfNeeded: folded)
        return Int32(bitPattern: CRC32C.checksum(ByteBuffer(string: text)) ^ hash)
    }
}

/// Why a telemetry request was refused, in Kafka's terms.
struct TelemetryRefusal: Error {
    let code: ErrorCode
}
