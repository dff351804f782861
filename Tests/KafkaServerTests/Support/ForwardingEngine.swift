import KafkaWire
import NIOCore
import Synchronization

@testable import KafkaServer

/// An engine that takes requests while they arrive, as a proxy does, and answers each with its size when it is whole.
final class ForwardingEngine: Engine {
    /// The keys of its requests.
    enum Key {
        static let answered: Int16 = 1000
        static let noResponse: Int16 = 1003
        /// Taken only whole.
        static let whole: Int16 = 1010
        /// Pauses the connection as soon as it begins.
        static let pausing: Int16 = 1011
        /// Refused as soon as it begins.
        static let refused: Int16 = 1012
    }

    /// A request's body is taken with at least so many bytes of it.
    static let leastBody = 6

    struct State {
        /// Everything that was passed on, frame by frame.
        var frames: [ByteBuffer] = []
        /// The sizes of the pieces of the last frame.
        var pieces: [Int] = []
        var token: ReplyToken?
        var context: ConnectionContext?
        var closed: [CloseReason] = []
    }

    private let state = Mutex(State())

    static var forwardsFrames: Bool { true }

    /// What has happened so far.
    var snapshot: State { state.withLock { $0 } }

    func takesPart(of apiKey: ApiKey, version: Int16, body: ByteBuffer, _ context: ConnectionContext) -> Bool {
        apiKey.rawValue != Key.whole && body.readableBytes >= Self.leastBody
    }

    func handle(_ request: inout Request, output: inout ResponseBuffer) -> Outcome {
        if request.apiKey.rawValue == Key.refused { return .close(.unknownApi(request.apiKey)) }
        if request.apiKey.rawValue == Key.pausing { request.context.pauseRequests() }
        let hasAnswer = request.apiKey.rawValue != Key.noResponse
        let (frame, token, context) = (request.frame, request.replyToken, request.context)
        state.withLock { state in
            // A copy, as the connection reads into the same buffer again.
            state.frames.append(ByteBuffer(bytes: frame.readableBytesView))
            state.pieces = [frame.readableBytes]
            state.token = hasAnswer ? token : nil
            state.context = context
        }
        if request.isWhole { answer() }
        return hasAnswer ? .later : .noResponse
    }

    func continued(_ context: ConnectionContext, _ bytes: ByteBuffer, isLast: Bool) {
        state.withLock { state in
            state.frames[state.frames.count - 1].writeImmutableBuffer(bytes)
            state.pieces.append(bytes.readableBytes)
        }
        if isLast { answer() }
    }

    private func answer() {
        let (token, size) = state.withLock { ($0.token, $0.frames.last?.readableBytes ?? 0) }
        token?.reply(Blob(ByteBuffer(string: "\(size)")))
    }

    func connectionClosed(_ context: ConnectionContext, reason: CloseReason) {
        state.withLock { $0.closed.append(reason) }
    }
}
