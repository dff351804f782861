import KafkaConfiguration
import KafkaWire
import Logging
import Synchronization

/// The metrics of clients (KIP-714), behind a lock: who is to push what, and how much came.
final class ClientTelemetry: Sendable {
    private struct Guarded {
        var state = TelemetryState()
        /// The offset of the metadata that the subscriptions are from.
        var offset: Int64 = -1
    }

    private let guarded = Mutex(Guarded())
    let logger: Logger

    init(logger: Logger) {
        self.logger = logger
    }

    /// Runs on the state, once it knows the subscriptions of a table.
    func withState<Result, Failure: Error>(
        _ table: TopicTable, _ body: (inout TelemetryState) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        try guarded.withLock { (guarded) throws(Failure) in
            if guarded.offset < table.features.epoch {
                guarded.offset = table.features.epoch
                let kind = MetadataImage.ConfigResource.clientMetrics
                guarded.state.use(
                    table.configuredNames(kind).map {
                        ClientMetricsSubscription(name: $0, configs: table.config(kind, $0))
                    })
            }
            return try body(&guarded.state)
        }
    }

    func connectionClosed(_ id: UInt64) {
        guarded.withLock { $0.state.connectionClosed(id) }
    }
}
