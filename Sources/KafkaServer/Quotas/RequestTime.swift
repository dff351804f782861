import KafkaCoordination
import NIOCore

extension QuotaEnforcer {
    /// Handles a request, on the event loop of its connection, so that its time counts: what the loop spends on it, and
    /// what threads and tasks behind it spend that use its token's meter.
    public func measured(
        _ request: inout Request, _ output: inout ResponseBuffer,
        _ handle: (inout Request, inout ResponseBuffer) -> Outcome
    ) -> Outcome {
        let client = QuotaClient(request)
        let meter = RequestMeter { self.recordTime($0, client) }
        request.replyToken.meter = meter
        let use = LoopTime.of(request.context, self)
        let began = NIODeadline.now()
        meter.start()
        let outcome = handle(&request, &output)
        meter.stop()
        use.handled(for: client, nanoseconds: (NIODeadline.now() - began).nanoseconds)
        return outcome
    }

    /// Counts a time that a client used; answers for how many milliseconds it is to be held back.
    fileprivate func recordTime(_ nanoseconds: Int64, _ client: QuotaClient) -> Int32 {
        // A second of one thread is 100 percent.
        record(.request, Double(max(0, nanoseconds)) / 1e7, client)
    }
}

/// What an event loop does for a connection besides handling requests counts for whoever asked last. Only to be touched
/// on the connection's event loop.
private final class LoopTime: LoopMeter {
    private let quotas: QuotaEnforcer
    private var client: QuotaClient?
    private var inRequests: Int64 = 0

    init(_ quotas: QuotaEnforcer) {
        self.quotas = quotas
    }

    static func of(_ context: ConnectionContext, _ quotas: QuotaEnforcer) -> LoopTime {
        if let time = context.loopMeter as? LoopTime { return time }
        let time = LoopTime(quotas)
        context.loopMeter = time
        return time
    }

    func handled(for client: QuotaClient, nanoseconds: Int64) {
        self.client = client
        inRequests &+= nanoseconds
    }

    func wasBusy(nanoseconds: Int64) {
        let rest = nanoseconds &- inRequests
        inRequests = 0
        guard rest > 0, quotas.limitsRequests, let client else { return }
        // As in Kafka, it is held against requests to come.
        _ = quotas.recordTime(rest, client)
    }
}
