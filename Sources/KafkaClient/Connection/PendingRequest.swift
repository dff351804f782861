import KafkaWire
import NIOCore
import Synchronization

/// A request on its way: its frame, and the one who waits for the answer, who is told exactly once.
final class PendingRequest: Sendable {
    let api: ApiKey
    /// The whole frame with its length; the correlation id is patched in when it is sent.
    let frame: ByteBuffer
    /// Milliseconds until the answer must be there.
    let timeout: Int64
    /// False for Produce with acks=0, which is never answered.
    let expectsResponse: Bool

    private enum State {
        case new
        case waiting(CheckedContinuation<Result<ByteBuffer, ClientError>, Never>)
        case finishedEarly(Result<ByteBuffer, ClientError>)
        case done
    }
    private let state = Mutex(State.new)

    /// Where the correlation id lies in a frame: after the length, the API key and its version.
    static let correlationIdOffset = 8

    init(api: ApiKey, frame: ByteBuffer, timeout: Int64, expectsResponse: Bool) {
        self.api = api
        self.frame = frame
        self.timeout = timeout
        self.expectsResponse = expectsResponse
    }

    /// Suspends until ``finish(_:)``; to be called once.
    func outcome() async -> Result<ByteBuffer, ClientError> {
        await withCheckedContinuation { continuation in
            let early: Result<ByteBuffer, ClientError>? = state.withLock { state in
                switch state {
                case .new:
                    state = .waiting(continuation)
                    return nil
                case .finishedEarly(let result):
                    state = .done
                    return result
                case .waiting, .done:
                    return .failure(.closed)
                }
            }
            if let early { continuation.resume(returning: early) }
        }
    }

    /// Tells the one who waits; only the first call counts.
    func finish(_ result: Result<ByteBuffer, ClientError>) {
        let waiting: CheckedContinuation<Result<ByteBuffer, ClientError>, Never>? = state.withLock { state in
            switch state {
            case .new:
                state = .finishedEarly(result)
                return nil
            case .waiting(let continuation):
                state = .done
                return continuation
            case .finishedEarly, .done:
                return nil
            }
        }
        waiting?.resume(returning: result)
    }
}
