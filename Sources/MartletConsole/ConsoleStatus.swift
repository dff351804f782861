public import KafkaServer
import Synchronization

/// What the console tells of whatever answers clients, from before it starts until it has stopped. Safe from any thread.
public final class ConsoleStatus: Sendable {
    /// Where numbers and readiness come from once clients are answered.
    public struct Source: Sendable {
        let metrics: @Sendable () async -> [MetricFamily]
        let readiness: @Sendable () async -> Readiness

        /// Both are asked whenever somebody wants to know.
        public init(
            metrics: @escaping @Sendable () async -> [MetricFamily],
            readiness: @escaping @Sendable () async -> Readiness
        ) {
            self.metrics = metrics
            self.readiness = readiness
        }
    }

    private struct State {
        var source: Source?
        var isDraining = false
    }

    static let ready = MetricDefinition(
        "martlet_ready", .gauge, "Whether clients should be sent here (1) or not (0), as /ready says.")

    private let process: ProcessMetrics
    private let state = Mutex(State())

    /// Nothing answers clients yet.
    public init(process: ProcessMetrics) {
        self.process = process
    }

    /// Clients are answered from now on.
    public func serve(_ source: Source) {
        state.withLock { $0.source = source }
    }

    /// Clients should go elsewhere from now on.
    public func drain() {
        state.withLock { $0.isDraining = true }
    }

    /// Whether clients should be sent here.
    public func readiness() async -> Readiness {
        let now = state.withLock { $0 }
        if now.isDraining { return .notReady("draining") }
        guard let source = now.source else { return .notReady("starting") }
        return await source.readiness()
    }

    /// Every number there is; before clients are answered, and while what answers them stops, only those of the process.
    public func metrics() async -> [MetricFamily] {
        let isReady = await readiness() == .ready
        let source = state.withLock { $0.isDraining ? nil : $0.source }
        return process.families() + [MetricFamily(Self.ready, .integer(isReady ? 1 : 0))]
            + (await source?.metrics() ?? [])
    }
}
