import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire
import NIOCore

extension ProxyEngine {
    /// Handles a request with its time counted, where anyone is limited, and its bytes if it brings records.
    func handleCounted(
        _ request: inout Request, _ session: ProxySession, _ quotas: QuotaEnforcer, output: inout ResponseBuffer
    ) -> Outcome {
        let client = QuotaClient(request)
        let token = request.replyToken
        if request.apiKey == .produce {
            token.throttle(milliseconds: quotas.record(.produce, Double(request.frameSize), client))
        }
        let began = NIODeadline.now()
        let outcome = pass(&request, session, output: &output)
        // A second of one thread is 100 percent.
        let percent = Double((NIODeadline.now() - began).nanoseconds) / 1e7
        token.throttle(milliseconds: quotas.record(.request, percent, client))
        return outcome
    }
}

extension ProxySession {
    /// Whose quota the answer to a request uses; nil where nothing limits anyone.
    func client(of request: Request) -> QuotaClient? {
        guard request.apiKey == .fetch, core.quotas?.isActive == true else { return nil }
        return QuotaClient(request)
    }

    /// Counts the answer that begins with these bytes against what its client may fetch; what is too much holds the
    /// client's next requests back.
    func countFetched(_ bytes: ByteBuffer, _ answer: PendingAnswer) {
        guard answer.apiKey == .fetch, let quotas = core.quotas, quotas.isActive, let client = answer.client,
            let length: Int32 = bytes.getInteger(at: bytes.readerIndex)
        else { return }
        answer.token.throttle(milliseconds: quotas.record(.fetch, Double(length), client))
    }
}
