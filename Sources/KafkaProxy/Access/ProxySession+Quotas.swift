import KafkaCoordination
import KafkaProtocol
import KafkaSecurity
import KafkaServer
import KafkaWire
import NIOCore

extension ProxyEngine {
    /// Handles a request with its time counted, where anyone's is limited, and its bytes if it brings records.
    func handleCounted(
        _ request: inout Request, _ session: ProxySession, _ quotas: QuotaEnforcer, output: inout ResponseBuffer
    ) -> Outcome {
        var charge = QuotaCharge(client: QuotaClient(request))
        if request.apiKey == .produce {
            charge.waitMs = quotas.record(.produce, Double(request.frameSize), charge.client)
            request.replyToken.throttle(milliseconds: charge.waitMs)
        }
        let outcome =
            quotas.limitsRequests
            ? quotas.measured(&request, &output) { pass(&$0, session, charge: charge, output: &$1) }
            : pass(&request, session, charge: charge, output: &output)
        // No answer will come that it could be counted with.
        if outcome == .noResponse { _ = request.replyToken.settle() }
        return outcome
    }
}

extension ProxySession {
    /// Counts an answer against what its client may use, and holds back the client that has used too much.
    ///
    /// - Parameter length: of its frame, in bytes; nil where it is not the cluster's.
    func settled(_ charge: QuotaCharge, _ answer: PendingAnswer, length: Int32?) -> QuotaCharge {
        var charge = charge
        if answer.apiKey == .fetch, let length, let quotas = core.quotas {
            let wait = quotas.record(.fetch, Double(length), charge.client)
            answer.token.throttle(milliseconds: wait)
            charge.waitMs = max(charge.waitMs, wait)
        }
        charge.waitMs = max(charge.waitMs, answer.token.settle())
        charge.isSettled = true
        return charge
    }

    /// Holds the client of a request back for what a filter says.
    func throttle(_ pending: inout PendingAnswer?, milliseconds: Int32) {
        guard milliseconds > 0, let answer = pending, let trace = answer.trace else { return }
        var charge = answer.charge ?? QuotaCharge(client: QuotaClient(trace.origin))
        charge.waitMs = max(charge.waitMs, milliseconds)
        pending?.charge = charge
        answer.token.throttle(milliseconds: milliseconds)
    }

    /// A whole answer that tells its client for how long it is held back, if it is; the larger of what the cluster said
    /// and what is due here.
    func telling(_ frame: ByteBuffer, _ answer: PendingAnswer) -> ByteBuffer {
        guard let charge = answer.charge, charge.waitMs > 0 else { return frame }
        return ThrottleField.telling(charge.waitMs, frame, apiKey: answer.apiKey, version: answer.version)
    }

    /// The same for an answer to a request that was not passed on.
    func telling(_ frame: ByteBuffer, unsent pending: PendingAnswer) -> ByteBuffer {
        guard let charge = pending.charge else { return frame }
        var answer = pending
        answer.charge = settled(charge, pending, length: nil)
        return telling(frame, answer)
    }
}

extension QuotaClient {
    /// The sender of a request that a filter sees.
    init(_ origin: FilterOrigin) {
        self.init(user: origin.principal.name, id: origin.clientId ?? "")
    }
}
