import KafkaLog
import Synchronization

/// Logs that a background thread should make durable soon: they began a new segment, or `flush.messages` is reached.
final class FlushQueue: Sendable {
    private let logs = Mutex<[ObjectIdentifier: BrokerLog]>([:])

    /// Notes a log after an append that asks for it; cheap when it does not.
    func note(_ appended: AppendResult, _ log: BrokerLog) {
        guard appended.rolled || appended.wantsFlush else { return }
        logs.withLock { $0[ObjectIdentifier(log)] = log }
    }

    /// Takes everything noted so far.
    func takeAll() -> [BrokerLog] {
        logs.withLock { logs in
            defer { logs.removeAll() }
            return Array(logs.values)
        }
    }
}
